import { type RefObject, useMemo, useState } from 'react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { PickField } from '../../ui/PickField.tsx';
import { CodeSwatch } from './CodeChip.tsx';
import css from './CodePicker.module.css';

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
  const choose = (at: number) => {
    const code = codes[at];
    if (code) onChange(code.id);
  };
  const at = codes.findIndex((code) => code.id === value);
  return (
    <PickField
      label={label}
      field={field}
      placeholder="Some of its name"
      typed={query}
      onTyped={setQuery}
      count={codes.length}
      present={at}
      chosen={at}
      onGo={choose}
      onTake={(taken, event) => {
        if (event.type === 'keydown') onEnter();
        else choose(taken);
      }}
      optionKey={(each) => codes[each]?.id ?? ''}
      none="No code has these words."
      renderOption={(each) => {
        const code = codes[each];
        if (!code) return null;
        return (
          <>
            <CodeSwatch colour={code.colour} />
            <span className={css.path} dir="auto">
              {tree.path(code.id)}
            </span>
            {code.retired && <span className="soft">retired</span>}
            {(uses[code.id] ?? 0) > 0 && <span className="soft">{uses[code.id]}</span>}
          </>
        );
      }}
    />
  );
}
