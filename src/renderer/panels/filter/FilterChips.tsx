import type { CorpusFilter } from '../../../shared/model/filter.ts';
import { filterSize } from '../../../shared/model/filter.ts';
import { useStore } from '../../store/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { STATUS_WORD } from '../corpus/status-words.ts';
import { codeTree } from '../../../shared/codebook/tree.ts';
import { facetName } from './facets.ts';
import css from './filter.module.css';
import { CODED_WORD, KIND_WORD, rangeWords } from './words.ts';

type Listed = 'outlets' | 'statuses' | 'coders' | 'codes' | 'entities' | 'kinds';

/** What a filter asks for, each thing as a chip that can be taken away. */
export function FilterChips({
  filter,
  onChange,
}: {
  readonly filter: CorpusFilter;
  onChange(filter: CorpusFilter): void;
}) {
  const codes = useStore((store) => store.codebook.codes);
  const coders = useStore((store) => store.project?.coders);
  const names = useStore((store) => store.entities.names);
  if (filterSize(filter) === 0) return null;
  const words: Readonly<Record<Listed, (value: string) => string>> = {
    outlets: (value) => value || 'No outlet',
    statuses: (value) => STATUS_WORD[value as 'new'],
    kinds: (value) => KIND_WORD[value as 'actor'],
    coders: (value) => `by ${coders?.find(({ id }) => id === value)?.name ?? facetName(value)}`,
    codes: (value) => codeTree(codes).get(value)?.name ?? facetName(value),
    entities: (value) => names.get(value)?.name ?? facetName(value),
  };
  const chips = (Object.keys(words) as Listed[]).flatMap((list) =>
    filter[list].map((value) => {
      const without = (filter[list] as readonly string[]).filter((one) => one !== value);
      return {
        key: `${list} ${value}`,
        words: words[list](value),
        take: () => onChange({ ...filter, [list]: without }),
      };
    }),
  );
  if (filter.from || filter.to) {
    const take = () => onChange({ ...filter, from: '', to: '' });
    chips.unshift({ key: 'range', words: rangeWords(filter.from, filter.to), take });
  }
  if (filter.coded)
    chips.push({ key: 'coded', words: CODED_WORD[filter.coded], take: () => onChange({ ...filter, coded: '' }) });
  return (
    <ul className={css.set} aria-label="Filters that are set">
      {chips.map((chip) => (
        <li key={chip.key}>
          <Chip onRemove={chip.take} removeLabel={`Without the filter ${chip.words}`}>
            <bdi>{chip.words}</bdi>
          </Chip>
        </li>
      ))}
    </ul>
  );
}
