import { useId, useRef, useState } from 'react';
import { CODE_MAX } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import css from './tree.module.css';

export interface NameFieldProps {
  readonly label: string;
  readonly initial: string;
  readonly placeholder?: string;
  /** Why it can't be named so, as a sentence; null when it can. */
  problem(name: string): string | null;
  /** Enter, or leaving the field with another name in it. */
  onName(name: string): void | Promise<void>;
  /** Escape, or leaving it as it was. */
  onCancel(): void;
}

/** A name typed in its place in the tree. */
export function NameField({ label, initial, placeholder, problem, onName, onCancel }: NameFieldProps) {
  const id = useId();
  const say = useStore((store) => store.say);
  const [name, setName] = useState(initial);
  const isOver = useRef(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const finish = (isNamed: boolean, byKey: boolean): void => {
    if (isOver.current) return;
    const typed = name.trim();
    const reason = isNamed && typed !== '' && typed !== initial ? problem(typed) : null;
    // What can't be is said where it is typed; whoever leaves the field then leaves it as it was.
    if (reason !== null && byKey) {
      setWrong(reason);
      say(reason);
      return;
    }
    if (reason !== null) say(`${reason} ${initial === '' ? 'No code was added.' : 'The name stays as it was.'}`);
    // Leaving the field doesn't send again what was sent, whatever became of it.
    if (isNamed && typed !== '' && reason === null && (byKey || sent.current !== typed)) {
      sent.current = typed;
      void onName(typed);
      return;
    }
    isOver.current = true;
    onCancel();
  };
  return (
    <span className={css.naming}>
      <input
        ref={selectAll}
        className={css.name}
        aria-label={label}
        value={name}
        placeholder={placeholder}
        dir="auto"
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : id}
        onChange={(event) => {
          const typed = event.target.value;
          setName(typed);
          // Nothing is cut off: what is too long is said as soon as it is.
          setWrong(typed.trim().length > CODE_MAX.name ? problem(typed) : null);
        }}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onBlur={() => finish(name.trim() !== initial, false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          finish(event.key === 'Enter', true);
        }}
      />
      {wrong !== null && (
        <span ref={bringIntoSight} id={id} role="alert" className={css.wrong}>
          {wrong}
        </span>
      )}
    </span>
  );
}

/** Takes the focus when the field appears; a stable function, so that drawing anew doesn't take it again. */
function selectAll(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
  bringIntoSight(input);
}

/** At the lower end of the tree a new field, and why a name can't be, would lie half below its edge. */
function bringIntoSight(element: HTMLElement | null): void {
  // After the tree has gone to the line, which it measures without what hangs from it.
  if (element) requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }));
}
