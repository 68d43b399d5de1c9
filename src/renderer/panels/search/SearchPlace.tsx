import { Search, SearchX, TextSearch, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { filterSize, NO_FILTER } from '../../../shared/model/filter.ts';
import { parseQuery, QueryError } from '../../../shared/search/query.ts';
import { counted } from '../../../shared/text/counted.ts';
import type { SearchTab } from '../../store/search.ts';
import { useStore, useStoreParts } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Place } from '../../ui/Place.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { FilterChips } from '../filter/FilterChips.tsx';
import { FilterPanel } from '../filter/FilterPanel.tsx';
import { useTypedQuery } from '../parts/use-typed-query.ts';
import { count } from '../parts/words.ts';
import { FoundAnnotations } from './FoundAnnotations.tsx';
import { FoundTexts } from './FoundTexts.tsx';
import css from './search.module.css';
import { useWithKeys } from '../../commands/key-words.ts';

/** Milliseconds of rest after the last letter before it is looked for. */
const REST = 120;

/** The Search place: words across all texts and annotations, each place in its context. */
export function SearchPlace() {
  // Not the whole of it: moving in the list draws the list alone.
  const { query, filter, tab, texts, annotations, asking } = useStoreParts(({ search }) => ({
    query: search.query,
    filter: search.filter,
    tab: search.tab,
    texts: search.texts,
    annotations: search.annotations,
    asking: search.asking,
  }));
  const searchFor = useStore((store) => store.searchFor);
  const searchAgain = useStore((store) => store.searchAgain);
  const field = useRef<HTMLInputElement>(null);
  const { typed, type, askNow } = useTypedQuery(query, REST, (words) => searchFor({ query: words }));
  const [filtering, setFiltering] = useState(false);
  const problem = useMemo(() => problemOf(typed), [typed]);

  // Every act, undo and redo gives another one.
  const history = useStore((store) => store.project?.history);
  // What was coded meanwhile, here or elsewhere, is shown as it is now.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what has changed tells when to look
  useEffect(() => void searchAgain(), [searchAgain, history]);

  const total = tab === 'texts' ? texts?.total : annotations?.total;
  const isAsked = typed.trim() !== '' || (tab === 'annotations' && filterSize(filter) > 0);
  return (
    <Place
      title="Search"
      above={
        <div className={css.head}>
          <div className={css.ask}>
            <div className={css.field}>
              <Search size={18} aria-hidden className={css.glass} />
              <input
                ref={field}
                type="text"
                className={css.input}
                value={typed}
                maxLength={1000}
                spellCheck={false}
                autoComplete="off"
                placeholder="Words in all articles and annotations"
                aria-label="What to look for"
                aria-invalid={problem !== null}
                aria-describedby="search-help"
                data-search-field
                onChange={(event) => type(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' || event.key === 'ArrowDown') {
                    event.preventDefault();
                    void askNow();
                    document.querySelector<HTMLElement>('[data-found]')?.focus();
                  }
                  if (event.key === 'Escape' && typed !== '') {
                    event.stopPropagation();
                    type('');
                  }
                }}
              />
              {typed !== '' && (
                <IconButton
                  label="Clear"
                  small
                  className={css.clear}
                  onClick={() => {
                    type('');
                    field.current?.focus();
                  }}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              )}
            </div>
            <FilterPanel
              filter={filter}
              of={tab === 'texts' ? 'articles' : 'annotations'}
              open={filtering}
              onOpenChange={setFiltering}
              onChange={(next) => void searchFor({ filter: next })}
            />
          </div>
          <p id="search-help" className={problem ? css.problem : css.help}>
            {problem ? (
              <>
                {problem.message} {problem.hint}
              </>
            ) : (
              <>
                <code>peace talks</code> both words · <code>"peace talks"</code> in a row · <code>negot*</code> begins
                so · <code>talks OR summit</code> · <code>-peace</code> without it
              </>
            )}
          </p>
          <FilterChips filter={filter} onChange={(next) => void searchFor({ filter: next })} />
        </div>
      }
    >
      <Tabs<SearchTab>
        label="Where to look"
        value={tab}
        onChange={(next) => void searchFor({ tab: next })}
        tabs={[
          { value: 'texts', label: 'Texts', count: texts?.total },
          {
            value: 'annotations',
            label: 'Annotations',
            count: annotations?.more ? `${count(annotations.total)}+` : annotations?.total,
          },
        ]}
      >
        <p className="sr-only" role="status">
          {asking || total === undefined ? '' : `${counted(total, tab === 'texts' ? 'article' : 'annotation')} found`}
        </p>
        {!isAsked ? (
          <Hint tab={tab} />
        ) : total === 0 ? (
          <EmptyState
            icon={<SearchX size={28} />}
            title={`Nothing found in the ${tab}`}
            actions={
              filterSize(filter) > 0 && (
                <Button onClick={() => void searchFor({ filter: NO_FILTER })}>Look without the filters</Button>
              )
            }
          >
            Try fewer words, the beginning of one with a star (negot*), or two with OR between them.
          </EmptyState>
        ) : total === undefined ? (
          <p className={css.waiting}>{problem ? '' : 'Looking…'}</p>
        ) : tab === 'texts' ? (
          <FoundTexts />
        ) : (
          <FoundAnnotations />
        )}
      </Tabs>
    </Place>
  );
}

function Hint({ tab }: { readonly tab: SearchTab }) {
  const withKeys = useWithKeys();
  return (
    <EmptyState
      icon={<TextSearch size={28} />}
      title={tab === 'texts' ? 'Find words in every article' : 'Find what is coded'}
    >
      {tab === 'texts'
        ? withKeys(
            'Each place is shown with the words around it. Enter opens the article there; {next-found} goes on to the next place; {place-search} comes back here. Case and accents don’t matter.',
          )
        : 'Words of annotations and their memos. A filter alone lists all that it leaves: every claim with a code, every mention of an entity.'}
    </EmptyState>
  );
}

function problemOf(typed: string): QueryError | null {
  try {
    parseQuery(typed);
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}
