import { Search, X } from 'lucide-react';
import { useState } from 'react';
import type { ArticleSort } from '../../../shared/api/contract.ts';
import { useCommands } from '../../commands/context.tsx';
import { useKeysOf } from '../../commands/use-keys.ts';
import { focusPane } from '../../commands/panes.ts';
import { ARTICLE_STATUSES } from '../../../shared/model/article.ts';
import { useStoreApi } from '../../store/context.tsx';
import { rowAt } from '../../store/corpus-rows.ts';
import { useStore, useStoreParts } from '../../store/store.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { FilterChips } from '../filter/FilterChips.tsx';
import { FilterPanel } from '../filter/FilterPanel.tsx';
import { useTypedQuery } from '../parts/use-typed-query.ts';
import css from './CorpusFilter.module.css';
import { STATUS_WORD } from './status-words.ts';

const SORTS: readonly { readonly value: ArticleSort; readonly label: string }[] = [
  { value: 'date', label: 'By date' },
  { value: 'outlet', label: 'By outlet' },
  { value: 'status', label: 'By status' },
  { value: 'title', label: 'By title' },
  { value: 'added', label: 'As added' },
];

/** Milliseconds of rest after the last letter before the list is asked anew. */
const REST = 150;

/** What the list shows: words in title, outlet or author, a status, anything else to filter by, an order. */
export function CorpusFilter() {
  // The rows themselves are others with every tag.
  const { query, status, sort, byStatus, total, filter } = useStoreParts(({ corpus }) => ({
    query: corpus.query,
    status: corpus.status,
    sort: corpus.sort,
    byStatus: corpus.byStatus,
    total: corpus.total,
    filter: corpus.filter,
  }));
  const filterCorpus = useStore((store) => store.filterCorpus);
  const keysOf = useKeysOf();
  const store = useStoreApi();
  const context = useCommands();
  const { typed, type, askNow } = useTypedQuery(query, REST, (words) => filterCorpus({ query: words }));
  const [filtering, setFiltering] = useState(false);
  /** Opens the first article that the typed words leave, and goes to its text. */
  const openFirst = async () => {
    await askNow();
    const row = rowAt(store.getState().corpus, 0);
    if (!row) return;
    await store.getState().openArticle(row.id);
    focusPane(context, 'text');
  };
  return (
    <div className={css.filter} data-filter>
      <div className={css.top}>
        <div className={css.search}>
          <Search size={15} aria-hidden className={css.glass} />
          <input
            type="text"
            className={css.input}
            value={typed}
            maxLength={200}
            placeholder={`Filter articles  (${keysOf('filter')})`}
            aria-label="Filter articles by title, outlet or author"
            onChange={(event) => type(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed !== '') {
                event.stopPropagation();
                type('');
              }
              if (event.key === 'Enter') {
                event.preventDefault();
                void context.turn(openFirst);
              }
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                document.querySelector<HTMLElement>('[data-pane="corpus"] [data-pane-focus]')?.focus();
              }
            }}
          />
          {typed !== '' && (
            <IconButton label="Clear the filter" small className={css.clear} onClick={() => type('')}>
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </div>
        <FilterPanel
          filter={filter}
          of="articles"
          withoutStatus
          open={filtering}
          onOpenChange={setFiltering}
          onChange={(next) => void filterCorpus({ filter: next })}
        />
      </div>
      <FilterChips filter={filter} onChange={(next) => void filterCorpus({ filter: next })} />
      <div className={css.chips} role="group" aria-label="Status">
        {ARTICLE_STATUSES.map((one) => (
          <ToggleChip
            key={one}
            on={status === one}
            onClick={() => void filterCorpus({ status: status === one ? null : one })}
          >
            {STATUS_WORD[one]} <span className={css.count}>{byStatus[one].toLocaleString('en-GB')}</span>
          </ToggleChip>
        ))}
      </div>
      <div className={css.order}>
        <span className={css.count}>
          {total < 0 ? '' : `${total.toLocaleString('en-GB')} ${total === 1 ? 'article' : 'articles'}`}
        </span>
        <Select
          label="Order"
          hideLabel
          className={css.sort}
          value={sort}
          options={SORTS}
          onChange={(next) => void filterCorpus({ sort: next })}
        />
      </div>
    </div>
  );
}
