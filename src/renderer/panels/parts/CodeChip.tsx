import { X } from 'lucide-react';
import type { Code } from '../../../shared/model/code.ts';
import chip from '../../ui/Chip.module.css';
import { classes } from '../../ui/classes.ts';
import css from './CodeChip.module.css';

export interface CodeChipProps {
  readonly code: Pick<Code, 'name' | 'colour' | 'retired'>;
  /** `Diplomacy › Talks`, for the tooltip. */
  readonly path?: string;
  readonly onPress?: (() => void) | undefined;
  /** Shows a cross that takes the code away. */
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string | undefined;
}

/** A code by its name and colour. The colour is the analyst's own, so it is never what the words stand on. */
export function CodeChip({ code, path = code.name, onPress, onRemove, removeLabel }: CodeChipProps) {
  const title = code.retired ? `${path} (retired)` : path;
  const words = (
    <>
      <Swatch colour={code.colour} />
      <span className={classes(css.name, code.retired && css.retired)}>{code.name}</span>
    </>
  );
  return (
    <span className={classes(chip.chip, chip.plain, css.code)}>
      {onPress ? (
        <button type="button" className={classes(chip.words, css.words)} onClick={onPress} title={title}>
          {words}
        </button>
      ) : (
        <span className={classes(chip.words, css.words)} title={title}>
          {words}
        </span>
      )}
      {onRemove && (
        <button type="button" className={chip.remove} onClick={onRemove} aria-label={removeLabel} title={removeLabel}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** A code's colour as a small square with an edge, so that pale ones are seen too. */
export function Swatch({ colour }: { readonly colour: string }) {
  return (
    <svg className={css.swatch} viewBox="0 0 10 10" aria-hidden>
      <rect x="0.5" y="0.5" width="9" height="9" rx="2" fill={colour} />
    </svg>
  );
}
