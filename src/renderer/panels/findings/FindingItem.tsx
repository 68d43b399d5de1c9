import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { rules } from '../../../shared/lint/rules/all.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import css from './findings.module.css';

export interface FindingItemProps {
  readonly finding: Finding;
  /** The one whose ways out are shown. */
  readonly current: boolean;
  onCurrent(): void;
  /** To its words in the text. */
  onWords(): void;
  onFix(nth: number): void;
  onDismiss(): void;
  /** Keys pressed on it. */
  onKeyDown(event: KeyboardEvent): void;
  /** The reason, while it is asked for. */
  readonly children?: ReactNode;
}

/** One finding; the present one with why it matters and its ways out. */
export function FindingItem(props: FindingItemProps) {
  const { finding, current, onCurrent, onWords, onFix, onDismiss, onKeyDown, children } = props;
  const id = useId();
  // Pressing a button focuses it, which makes it the present one before the click comes.
  const wasCurrent = useRef(true);
  const rule = rules.find((one) => one.id === finding.rule);
  return (
    <li className={classes(css.item, current && css.current)}>
      <button
        type="button"
        className={css.main}
        data-finding
        onKeyDown={onKeyDown}
        data-pane-focus={current ? '' : undefined}
        tabIndex={current ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        aria-describedby={current ? id : undefined}
        onFocus={onCurrent}
        onPointerDown={() => {
          wasCurrent.current = current;
        }}
        onClick={({ detail }) => (detail === 0 || wasCurrent.current ? onWords() : onCurrent())}
      >
        <span className={css.rule}>{rule?.title}</span>
        <span className={css.message}>{finding.message}</span>
      </button>
      {current && (
        <>
          <p id={id} className={css.why}>
            {rule?.explanation}
          </p>
          {children || (
            <div className={css.acts}>
              {finding.fixes.map(({ title }, nth) => (
                <Button
                  key={title}
                  look={nth === 0 ? 'primary' : 'plain'}
                  className={css.act}
                  onClick={() => onFix(nth)}
                >
                  {title}
                </Button>
              ))}
              <Button look="quiet" className={css.act} onClick={onDismiss}>
                Dismiss…
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
}
