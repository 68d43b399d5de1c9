import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import { CodeSwatch } from './CodeChip.tsx';
import css from './codebook.module.css';

/** More are not listed: a word more finds the rest. */
const MOST = 60;

export interface CodePickerProps {
  /** What is chosen here: `Merge into`. */
  readonly label: string;
  readonly tree: CodeTree;
  /** Codes that can't be chosen. */
  readonly without: ReadonlySet<string>;
  readonly value: string | null;
  readonly uses: Readonly<Record<string, number>>;
  readonly field?: RefObject<HTMLInputElement | null>;
  onChange(codeId: string): void;
  /** Enter, when one is chosen. */
  onEnter(): void;
}

/** A code chosen from the whole codebook: type some of its name, arrow keys, Enter. */
export function CodePicker({ label, tree, without, value, uses, field, onChange, onEnter }: CodePickerProps) {
  const [query, setQuery] = useState('');
  const codes = useMemo(() => {
    const key = foldWords(query);
    return tree
      .ordered()
      .filter((code) => !without.has(code.id) && foldWords(tree.path(code.id)).includes(key))
      .slice(0, MOST);
  }, [tree, without, query]);
  const at = codes.findIndex((code) => code.id === value);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      onEnter();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = codes[Math.min(codes.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))];
    if (next) {
      onChange(next.id);
      document.getElementById(`pick-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  return (
    <div className={css.picker}>
      <Field
        label={label}
        ref={field}
        value={query}
        placeholder="Some of its name"
        role="combobox"
        aria-expanded
        aria-controls="code-picker"
        aria-activedescendant={at >= 0 ? `pick-${value}` : undefined}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id="code-picker" role="listbox" aria-label={label} className={css.options}>
        {codes.map((code) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
          <div
            key={code.id}
            id={`pick-${code.id}`}
            role="option"
            aria-selected={code.id === value}
            tabIndex={-1}
            className={classes(css.option, code.id === value && css.optionChosen)}
            onClick={() => onChange(code.id)}
          >
            <CodeSwatch colour={code.colour} />
            <span className={css.grow} dir="auto">
              {tree.path(code.id)}
            </span>
            {code.retired && <span className={css.soft}>retired</span>}
            {(uses[code.id] ?? 0) > 0 && <span className={css.soft}>{uses[code.id]}</span>}
          </div>
        ))}
        {codes.length === 0 && <p className={css.noOption}>No code has these words.</p>}
      </div>
    </div>
  );
}
