import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { CodeSwatch } from './CodeChip.tsx';
import css from './tree.module.css';
import type { TreeRow } from './tree-rows.ts';

export interface CodeRowProps {
  readonly row: Extract<TreeRow, { kind: 'code' }>;
  /** How many claims it is on. */
  readonly used: number;
  readonly isChosen: boolean;
  /** The field in which it is being renamed. */
  readonly naming: ReactNode;
  onFold(isFolded: boolean): void;
}

/** One code in the tree: its colour, its name, how often it is used. */
export function CodeRow({ row, used, isChosen, naming, onFold }: CodeRowProps) {
  const { code, depth, hasUnder, isOpen, isFound } = row;
  const Fold = isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      className={classes(css.row, isChosen && css.chosen, !isFound && css.passing)}
      style={{ paddingInlineStart: `${0.5 + depth * 1.1}rem` }}
    >
      {hasUnder ? (
        // The keys fold too; for screen readers the tree says it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span
          className={css.fold}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onFold(isOpen);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Fold size={14} />
        </span>
      ) : (
        <span className={css.fold} aria-hidden />
      )}
      <CodeSwatch colour={code.colour} />
      {naming ?? (
        <span className={classes(css.words, code.retired && css.retired)} dir="auto" title={code.name}>
          {code.name}
        </span>
      )}
      {code.retired && !naming && <span className={css.mark}>retired</span>}
      {used > 0 && !naming && (
        <span className={css.count}>
          {used.toLocaleString('en')}
          <span className="sr-only">{used === 1 ? ' claim' : ' claims'}</span>
        </span>
      )}
    </div>
  );
}
