import { useId, useState } from 'react';
import type { Facet } from '../../../shared/api/methods/search.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { count } from '../parts/words.ts';
import css from './filter.module.css';

export interface FacetListProps {
  readonly label: string;
  readonly facets: readonly Facet[];
  readonly chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
  /** What is typed to narrow the list is asked of the core instead of being looked for here. */
  onWords?(words: string): void;
  /** What stands for an empty name. */
  readonly unnamed?: string;
}

/** From how many on a list can be narrowed by typing. */
const LONG = 7;

/** Several of many: boxes to tick, with counts; a long list is narrowed by typing. */
export function FacetList({ label, facets, chosen, onChange, onWords, unnamed = 'None' }: FacetListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const key = foldWords(typed);
  const shown = onWords || key === '' ? facets : facets.filter((facet) => foldWords(facet.label).includes(key));
  if (facets.length === 0 && typed === '' && chosen.length === 0) return null;
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{label}</legend>
      {(facets.length > LONG || typed !== '') && (
        <input
          type="text"
          className={css.narrow}
          value={typed}
          maxLength={200}
          placeholder={`Find ${label.toLowerCase()}`}
          aria-label={`Find ${label.toLowerCase()}`}
          onChange={(event) => {
            setTyped(event.target.value);
            onWords?.(event.target.value);
          }}
        />
      )}
      <div className={css.boxes}>
        {shown.map((facet, at) => (
          <div key={facet.value} className={css.box}>
            <input
              id={`${id}-${at}`}
              type="checkbox"
              checked={chosen.includes(facet.value)}
              onChange={() => toggle(facet.value)}
            />
            <label htmlFor={`${id}-${at}`}>
              <bdi>{facet.label || unnamed}</bdi> <span className={css.count}>{count(facet.count)}</span>
            </label>
          </div>
        ))}
        {shown.length === 0 && <p className={css.none}>Nothing is called like that.</p>}
      </div>
    </fieldset>
  );
}
