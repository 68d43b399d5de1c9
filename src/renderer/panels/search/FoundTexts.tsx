import { useMemo } from 'react';
import { KINDS } from '../../../shared/model/kind.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useCommands } from '../../commands/context.tsx';
import { textRows, type TextRow } from '../../store/search.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { isRightToLeft } from '../parts/direction.ts';
import { Keyword } from '../parts/Keyword.tsx';
import { longDate } from '../parts/words.ts';
import { StatusMark } from '../corpus/StatusMark.tsx';
import { FoundList } from './FoundList.tsx';
import css from './search.module.css';
import { tagFound } from './tag-found.ts';

const NONE: readonly never[] = [];

/** Places in texts, grouped by article, with what was looked for in one column. */
export function FoundTexts() {
  const articles = useStore((store) => store.search.texts?.articles ?? NONE);
  const present = useStore((store) => store.search.at.texts);
  const context = useCommands();
  const { choices, headings } = useMemo(() => grouped(textRows(articles)), [articles]);
  return (
    <FoundList
      label="Places in the texts"
      count={choices.length}
      present={present}
      height={(at) =>
        (headings.has(at) || choices[at]?.is === 'article' ? HEADING : 0) + (choices[at]?.is === 'article' ? 0 : LINE)
      }
      onLetter={(key) => {
        const row = choices[present];
        const kind = KINDS[Number(key) - 1] ?? null;
        if (!row || (kind === null && key !== 'g')) return false;
        void context.turn(() => tagFound(context, row, kind));
        return true;
      }}
      renderHeading={(at) => {
        const heading = headings.get(at);
        // Each place says itself in which article it stands.
        return (
          heading && (
            <div role="presentation" aria-hidden className={css.heading}>
              <ArticleWords row={heading} />
            </div>
          )
        );
      }}
      renderRow={(at) => {
        const row = choices[at];
        if (!row) return null;
        return row.is === 'article' ? (
          <div className={css.heading}>
            <ArticleWords row={row} />
          </div>
        ) : (
          <Line row={row} />
        );
      }}
    />
  );
}

/** Pixels of an article's line and of a place. */
const HEADING = 42;
const LINE = 30;

/** The rows that can be chosen, and the articles that head the first row of each. */
function grouped(rows: readonly TextRow[]) {
  const choices: TextRow[] = [];
  const headings = new Map<number, ArticleRow>();
  for (const row of rows) {
    if (row.is === 'article' && row.choice < 0) headings.set(choices.length, row);
    else choices.push(row);
  }
  return { choices, headings };
}

type ArticleRow = TextRow & { readonly is: 'article' };

function ArticleWords({ row }: { readonly row: ArticleRow }) {
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
    return (
      <span className={css.line}>
        <span className={css.more}>{counted(row.left, 'more place', 'more places')} in this article</span>
      </span>
    );
  }
  return (
    <div className={classes(css.line, isRightToLeft(row.line.words) && css.turned)}>
      <Keyword line={row.line} css={css} />
      <span className="sr-only">, in {row.article.title || 'an untitled article'}</span>
    </div>
  );
}
