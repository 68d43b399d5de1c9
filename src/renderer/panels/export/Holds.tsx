import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ExchangeReport } from '../../../shared/model/exchange.ts';
import { counted } from '../../../shared/text/counted.ts';
import { LossList } from '../parts/LossList.tsx';
import { someOf } from '../parts/words.ts';
import css from './export.module.css';

/** What an export holds and what it leaves behind, with counts. */
export function Holds({ report }: { readonly report: ExchangeReport }) {
  const { articles, annotations, links, coders, losses } = report;
  const by = coders.length > 0 ? `, coded by ${someOf(coders)}` : '';
  return (
    <div className={css.holds}>
      <p>
        <strong>
          {counted(articles, 'article')}, {counted(annotations, 'annotation')}, {counted(links, 'link')}
        </strong>
        {by}.
      </p>
      {annotations === 0 && <p className={css.quiet}>Nothing is coded yet: it will hold the articles alone.</p>}
      {losses.length === 0 ? (
        <p className={css.whole}>
          <CircleCheck size={18} aria-hidden />
          Nothing is left behind.
        </p>
      ) : (
        <>
          <p className={css.partial}>
            <TriangleAlert size={18} aria-hidden />
            This format can’t carry everything. Left behind:
          </p>
          <LossList losses={losses} label="Left behind" />
        </>
      )}
    </div>
  );
}
