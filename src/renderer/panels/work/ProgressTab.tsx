import type { OutletProgress } from '../../../shared/api/methods/work.ts';
import { ARTICLE_STATUSES, type ArticleStatus } from '../../../shared/model/article.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { STATUS_WORD } from '../corpus/status-words.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { count } from '../parts/words.ts';
import { NO_FILTER } from '../../../shared/model/filter.ts';
import { useAnswer } from '../parts/use-answer.ts';
import css from './work.module.css';

/** How far the project is: in all, by coder, by outlet. */
export function ProgressTab() {
  const { answer, error } = useAnswer('work.progress', {});
  const filterCorpus = useStore((store) => store.filterCorpus);
  const goTo = useStore((store) => store.goTo);
  if (!answer) return error ? <ErrorNote error={error} /> : <p className={css.waiting}>Counting…</p>;
  const showOutlet = async (outlet: string) => {
    await filterCorpus({ query: '', status: null, filter: { ...NO_FILTER, outlets: [outlet] } });
    goTo('code');
  };
  return (
    <ScrollRegion label="Progress">
      <div className={css.progress}>
        <section aria-labelledby="all-progress">
          <h2 id="all-progress" className={css.heading}>
            All articles
          </h2>
          <Bar articles={answer.articles} tall />
          <ul className={css.legend}>
            {ARTICLE_STATUSES.map((status) => (
              <li key={status}>
                <span className={css[status]} aria-hidden /> {STATUS_WORD[status]}{' '}
                <strong>{count(answer.articles[status])}</strong>
              </li>
            ))}
            <li className={css.sums}>
              {KINDS.map((kind) => `${count(answer.annotations[kind])} ${kind}s`).join(' · ')}
            </li>
          </ul>
        </section>
        <section aria-labelledby="coder-progress">
          <h2 id="coder-progress" className={css.heading}>
            By coder
          </h2>
          {answer.coders.length === 0 ? (
            <p className="soft">Nobody has coded anything yet.</p>
          ) : (
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">Coder</th>
                  <th scope="col">Articles coded</th>
                  <th scope="col">Of them done</th>
                  {KINDS.map((kind) => (
                    <th key={kind} scope="col">{`${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {answer.coders.map((coder) => (
                  <tr key={coder.coderId}>
                    <th scope="row">
                      <bdi>{coder.name}</bdi>
                    </th>
                    <td>{count(coder.articles)}</td>
                    <td>{count(coder.done)}</td>
                    {KINDS.map((kind) => (
                      <td key={kind}>{count(coder.annotations[kind])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section aria-labelledby="outlet-progress">
          <h2 id="outlet-progress" className={css.heading}>
            By outlet
          </h2>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Outlet</th>
                <th scope="col" className={css.barHead}>
                  New, in progress, done
                </th>
                {ARTICLE_STATUSES.map((status) => (
                  <th key={status} scope="col">
                    {STATUS_WORD[status]}
                  </th>
                ))}
                <th scope="col">Annotations</th>
                <th scope="col">Claims</th>
              </tr>
            </thead>
            <tbody>
              {answer.outlets.map((outlet) => (
                <OutletRow key={outlet.outlet} row={outlet} onShow={() => void showOutlet(outlet.outlet)} />
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </ScrollRegion>
  );
}

function OutletRow({ row, onShow }: { readonly row: OutletProgress; onShow(): void }) {
  const annotations = KINDS.reduce((sum, kind) => sum + row.annotations[kind], 0);
  return (
    <tr>
      <th scope="row">
        <Button look="link" onClick={onShow} aria-label={`${row.outlet || 'No outlet'}: show its articles`}>
          <bdi>{row.outlet || 'No outlet'}</bdi>
        </Button>
      </th>
      <td aria-hidden>
        <Bar articles={row.articles} />
      </td>
      {ARTICLE_STATUSES.map((status) => (
        <td key={status}>{count(row.articles[status])}</td>
      ))}
      <td>{count(annotations)}</td>
      <td>{count(row.annotations.claim)}</td>
    </tr>
  );
}

/** Done, in progress and new as parts of one bar; the numbers stand beside it. */
function Bar({
  articles,
  tall = false,
}: {
  readonly articles: Readonly<Record<ArticleStatus, number>>;
  readonly tall?: boolean;
}) {
  const all = Math.max(1, articles.new + articles['in-progress'] + articles.done);
  let from = 0;
  return (
    <svg className={tall ? css.tallBar : css.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      {(['done', 'in-progress', 'new'] as const).map((status) => {
        const width = (articles[status] / all) * 100;
        const x = from;
        from += width;
        return width > 0 && <rect key={status} className={css[status]} x={x} y="0" width={width} height="10" />;
      })}
    </svg>
  );
}
