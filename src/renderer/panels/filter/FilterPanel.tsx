import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { type CorpusFilter, filterSize, NO_FILTER } from '../../../shared/model/filter.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { ARTICLE_STATUSES } from '../../../shared/model/article.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { STATUS_WORD } from '../corpus/status-words.ts';
import { FacetList } from './FacetList.tsx';
import { useFacets } from './facets.ts';
import css from './filter.module.css';
import { CODED_WORD, KIND_WORD } from './words.ts';

export interface FilterPanelProps {
  readonly filter: CorpusFilter;
  onChange(filter: CorpusFilter): void;
  /** Articles that were found, or annotations: what is asked of them is said so. */
  readonly of: 'articles' | 'annotations';
  readonly open: boolean;
  onOpenChange(open: boolean): void;
  /** The status has its own buttons beside it. */
  readonly withoutStatus?: boolean;
}

/** A button with everything that the corpus can be filtered by behind it. */
export function FilterPanel({ filter, onChange, of, open, onOpenChange, withoutStatus = false }: FilterPanelProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const facets = useFacets(open, of, words);
  const size = filterSize(filter);
  const set = (change: Partial<CorpusFilter>) => onChange({ ...filter, ...change });
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      title={of === 'articles' ? 'Only articles …' : 'Only annotations …'}
      trigger={
        <Button className={css.trigger} aria-label={size === 0 ? 'Filters' : `Filters: ${size} set`} data-filter-button>
          <ListFilter size={15} aria-hidden />
          {size > 0 && <span className={css.badge}>{size}</span>}
        </Button>
      }
    >
      <div className={css.panel}>
        <fieldset className={css.group}>
          <legend className={css.legend}>Published</legend>
          <div className={css.range}>
            <label htmlFor={`${id}-from`}>from</label>
            <input
              id={`${id}-from`}
              type="date"
              className={css.day}
              value={filter.from}
              onChange={(event) => set({ from: event.target.value })}
            />
            <label htmlFor={`${id}-to`}>to</label>
            <input
              id={`${id}-to`}
              type="date"
              className={css.day}
              value={filter.to}
              onChange={(event) => set({ to: event.target.value })}
            />
          </div>
          <div className={css.chips}>
            {(facets?.years ?? []).slice(0, 8).map(({ value: year, count }) => {
              if (year === '') return null;
              const [from, to] = [`${year}-01-01`, `${year}-12-31`];
              const on = filter.from === from && filter.to === to;
              return (
                <ToggleChip key={year} on={on} onClick={() => set(on ? { from: '', to: '' } : { from, to })}>
                  {year} <span className={css.count}>{count.toLocaleString('en-GB')}</span>
                </ToggleChip>
              );
            })}
          </div>
        </fieldset>
        {!withoutStatus && (
          <fieldset className={css.group}>
            <legend className={css.legend}>Status</legend>
            <div className={css.chips}>
              {ARTICLE_STATUSES.map((status) => (
                <ToggleChip
                  key={status}
                  on={filter.statuses.includes(status)}
                  onClick={() => set({ statuses: toggle(filter.statuses, status) })}
                >
                  {STATUS_WORD[status]}
                </ToggleChip>
              ))}
            </div>
          </fieldset>
        )}
        <FacetList
          label="Outlets"
          facets={facets?.outlets ?? []}
          chosen={filter.outlets}
          unnamed="No outlet"
          onChange={(outlets) => set({ outlets })}
        />
        <fieldset className={css.group}>
          <legend className={css.legend}>{of === 'articles' ? 'With' : 'Kind'}</legend>
          <div className={css.chips}>
            {KINDS.map((kind) => (
              <ToggleChip
                key={kind}
                on={filter.kinds.includes(kind)}
                onClick={() => set({ kinds: toggle(filter.kinds, kind) })}
              >
                {KIND_WORD[kind]}
              </ToggleChip>
            ))}
            {of === 'articles' &&
              (['some', 'none'] as const).map((coded) => (
                <ToggleChip
                  key={coded}
                  on={filter.coded === coded}
                  onClick={() => set({ coded: filter.coded === coded ? '' : coded })}
                >
                  {CODED_WORD[coded]}
                </ToggleChip>
              ))}
          </div>
        </fieldset>
        <FacetList
          label="Coders"
          facets={facets?.coders ?? []}
          chosen={filter.coders}
          onChange={(coders) => set({ coders })}
        />
        <FacetList
          label="Codes"
          facets={facets?.codes ?? []}
          chosen={filter.codes}
          onChange={(codes) => set({ codes })}
        />
        <FacetList
          label="Entities"
          facets={facets?.entities ?? []}
          chosen={filter.entities}
          onChange={(entities) => set({ entities })}
          onWords={setWords}
        />
        <div className={css.foot}>
          <Button disabled={size === 0} onClick={() => onChange(NO_FILTER)}>
            Clear all
          </Button>
          <Button look="primary" onClick={() => onOpenChange(false)}>
            Close
          </Button>
        </div>
      </div>
    </Popover>
  );
}

function toggle<V extends string>(list: readonly V[], value: V): readonly V[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
