import { useState } from 'react';
import { cleanColour, PALETTE } from '../../../shared/codebook/colours.ts';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import css from './ColourPicker.module.css';

const NAMES = [
  'blue',
  'orange',
  'green',
  'pink',
  'olive',
  'violet',
  'red',
  'teal',
  'leaf green',
  'purple',
  'brown',
  'grey',
];

/** The colour of a code: one of those that are told apart, or any other as `#rrggbb`. */
export function ColourPicker({ colour, onColour }: { readonly colour: string; onColour(colour: string): void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const clean = typed === null ? colour : cleanColour(typed);
  const keep = () => {
    if (clean !== null && clean !== colour) onColour(clean);
    if (clean !== null) setTyped(null);
  };
  return (
    <fieldset className="group">
      <legend className="label">Colour</legend>
      <div className={css.swatches}>
        {PALETTE.map((each, i) => (
          <button
            key={each}
            type="button"
            className={classes(css.pick, each === colour && css.picked)}
            style={{ background: each }}
            aria-label={NAMES[i] ?? each}
            title={NAMES[i] ?? each}
            aria-pressed={each === colour}
            onClick={() => each !== colour && onColour(each)}
          />
        ))}
        <Field
          label="Another colour, as #rrggbb"
          hideLabel
          className={css.hex}
          value={typed ?? colour}
          maxLength={7}
          spellCheck={false}
          error={clean === null ? 'Write it as #3f76d8' : null}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      </div>
    </fieldset>
  );
}
