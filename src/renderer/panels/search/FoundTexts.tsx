import { type KeyboardEvent, useMemo } from 'react';
import { KINDS } from '../../../shared/model/kind.ts';
import { useCommands } from '../../commands/context.tsx';
import { textRows, type TextRow } from '../../store/search.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { longDate } from '../corpus/grouping.ts';
import { StatusMark } from '../corpus/StatusMark.tsx';
import { counted } from '../parts/words.ts';
import css from './search.module.css';
import { tagFound } from './tag-found.ts';
import { useFoundList } from './use-found-list.ts';

const NONE: readonly never[] = [];

/** Places in texts, grouped by article, with what was looked for in one column. */
export function FoundTexts() {
  const articles = useStore((store) => store.search.texts?.articles ?? NONE);
  const present = useStore((store) => store.search.at.texts);
  const choose = useStore((store) => store.chooseFound);
  const openFound = useStore((store) => store.openFound);
  const context = useCommands();
  const rows = textRows(articles);
  const choices = useMemo(() => rows.map(({ choice }) => choice), [rows]);
  const { virtual, items, focused, list } = useFoundList(choices, present, (row) =>
    rows[row]?.is === 'article' ? 42 : 30,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const kind = KINDS[Number(event.key) - 1];
    const row = rows.find(({ choice }) => choice === present);
    if (row && (kind || event.key.toLowerCase() === 'g') && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void context.turn(() => tagFound(context, row, kind ?? null));
      return;
    }
    list.onKeyDown(event);
  };
  return (
    <div
      {...list}
      role="listbox"
      tabIndex={0}
      className={css.list}
      aria-label="Places in the texts"
      data-found
      data-own-keys
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          const style = { height: size, transform: `translateY(${start}px)` };
          if (row.is === 'article' && row.choice < 0) {
            // Each place says itself in which article it stands.
            return (
              <div key={key} role="presentation" aria-hidden className={classes(css.row, css.heading)} style={style}>
                <ArticleWords row={row} />
              </div>
            );
          }
          return (
            <div
              key={key}
              id={`found-${row.choice}`}
              role="option"
              aria-selected={row.choice === present}
              tabIndex={-1}
              className={classes(
                css.row,
                row.is === 'article' ? css.heading : css.line,
                row.choice === present && css.present,
                row.choice === present && focused && css.focused,
              )}
              style={style}
              onClick={() => choose(row.choice)}
              onDoubleClick={() => void openFound(row.choice)}
            >
              {row.is === 'article' ? <ArticleWords row={row} /> : <Line row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ArticleWords({ row }: { readonly row: TextRow & { is: 'article' } }) {
  const { article, count } = row;
  return (
    <>
      <StatusMark status={article.status} />
      <bdi className={css.title}>{article.title || 'Untitled'}</bdi>
      <span className={css.about}>
        {[article.outlet, longDate(article.date), count === 0 ? 'in its title' : counted(count, 'place')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function Line({ row }: { readonly row: Exclude<TextRow, { is: 'article' }> }) {
  if (row.is === 'more') {
    return <span className={css.more}>{counted(row.left, 'more place', 'more places')} in this article</span>;
  }
  const { before, words, after } = row.line;
  return (
    <>
      <span className={css.before} dir="rtl">
        <bdi>{before}</bdi>
      </span>
      <mark className={css.words}>{words}</mark>
      <span className={css.after}>{after}</span>
      <span className="sr-only">, in {row.article.title || 'an untitled article'}</span>
    </>
  );
}
