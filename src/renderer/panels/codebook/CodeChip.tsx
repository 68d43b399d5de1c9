import type { Code } from '../../../shared/model/code.ts';
import { codeTree } from '../../../shared/codebook/tree.ts';
import { useStore } from '../../store/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import css from './CodeChip.module.css';

/** A small square in a code's colour: the colour is never the only sign of the code. */
export function CodeSwatch({ colour }: { readonly colour: string }) {
  return <span aria-hidden className={css.swatch} style={{ background: colour }} />;
}

export interface CodeChipProps {
  readonly codeId: string;
  /** Makes the chip's words a button. */
  readonly onPress?: (() => void) | undefined;
  /** What pressing does; the code's path and definition are said besides. */
  readonly pressLabel?: string | undefined;
  /** Shows a cross that takes the code away. */
  readonly onRemove?: (() => void) | undefined;
  /** Shows the whole path, not the name alone. */
  readonly withPath?: boolean;
}

/** A code as a chip: its colour, its name, and path and definition when pointed at. */
export function CodeChip({ codeId, onPress, pressLabel, onRemove, withPath = false }: CodeChipProps) {
  const codes = useStore((store) => store.codebook.codes);
  const tree = codeTree(codes);
  const code = tree.get(codeId);
  const name = code?.name ?? 'a code that is gone';
  const path = tree.path(codeId) || name;
  return (
    <span className={css.whole} title={onPress ? undefined : aboutCode(code, path)}>
      <Chip
        onPress={onPress}
        pressLabel={onPress && [pressLabel, aboutCode(code, path)].filter(Boolean).join('\n')}
        onRemove={onRemove}
        removeLabel={`Take the code ${name} away`}
      >
        <span className={css.words}>
          <CodeSwatch colour={code?.colour ?? 'transparent'} />
          <span dir="auto">{withPath ? path : name}</span>
          {code?.retired && <span className={css.retired}>retired</span>}
        </span>
      </Chip>
    </span>
  );
}

/** A code's path and definition, for a tooltip. */
export function aboutCode(code: Code | undefined, path: string): string {
  return code?.definition ? `${path}\n${code.definition}` : path;
}
