import { memo } from 'react';
import type { ArticleRow, ArticleSort } from '../../../shared/api/contract.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { classes } from '../../ui/classes.ts';
import tone from '../parts/kind.module.css';
import css from './CorpusRow.module.css';
import { longDate } from '../parts/words.ts';
import { StatusMark } from './StatusMark.tsx';

export interface CorpusRowProps {
  readonly row: ArticleRow;
  readonly sort: ArticleSort;
  /** Open in the centre. */
  readonly open: boolean;
}

const LETTER = { actor: 'A', claim: 'C', venue: 'V' } as const;

/** One article in the list: how far it is, where and when it appeared, its title, how much is coded in it. */
export const CorpusRow = memo(function CorpusRow({ row, sort, open }: CorpusRowProps) {
  const where = sort === 'outlet' ? longDate(row.date) || 'No date' : row.outlet || 'No outlet';
  return (
    <div className={classes(css.row, open && css.open)}>
      <div className={css.top}>
        <StatusMark status={row.status} />
        <span className={css.where}>{where}</span>
        <span className={css.counts} title={KINDS.map((kind) => `${row.counts[kind]} ${kind}s`).join(', ')}>
          {KINDS.map((kind) => (
            <span key={kind} className={row.counts[kind] > 0 ? tone[kind] : css.none}>
              <span className="sr-only">{kind}s: </span>
              <span aria-hidden className={css.letter}>
                {LETTER[kind]}
              </span>
              {row.counts[kind]}
            </span>
          ))}
        </span>
      </div>
      <div className={css.title} dir="auto">
        {row.title || row.fileName || 'Untitled'}
      </div>
    </div>
  );
});
