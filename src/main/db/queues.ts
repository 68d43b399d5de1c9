import type { QueueName } from '../../shared/model/queue.ts';
import { type ArticleSums, type Tally, UNLINKED } from './article-sums.ts';
import { perDatabase } from './prepared.ts';

/** An article or an annotation that waits for somebody. */
export interface QueueRow {
  readonly articleId: string;
  readonly annotationId: string | null;
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  /** The words of each fragment, as JSON; null for an article. */
  readonly quote: string | null;
}

/** Queues that are a question to the tables; what a claim lacks is asked elsewhere. */
export type TableQueue = Exclude<QueueName, 'incomplete'>;

/** What waits for a coder. */
export interface QueueTable {
  count(queue: TableQueue, coderId: string, sums: ArticleSums): number;
  page(queue: TableQueue, coderId: string, sums: ArticleSums, offset: number, limit: number): QueueRow[];
  /** Annotations as items of a queue, in the order of the ids. */
  items(ids: readonly string[]): QueueRow[];
}

const ARTICLE = 'a.id AS articleId, a.title, a.outlet, a.date';
const ORDER = 'a.date, a.outlet, a.title, a.id';

/** What an article has to be. The last is told by an index of its layers. */
const ARTICLES: Readonly<Record<Exclude<TableQueue, 'unlinked'>, string>> = {
  new: "a.status = 'new'",
  'in-progress': "a.status = 'in-progress'",
  'without-claim': `a.status <> 'new' AND NOT EXISTS (
    SELECT 1 FROM annotation x WHERE x.article_id = a.id AND x.coder_id = @coderId AND x.kind = 'claim')`,
};

/** What is to be done next. */
export const queueTable = perDatabase((db): QueueTable => {
  const unlinked = db.prepare(`SELECT ${ARTICLE}, x.id AS annotationId, x.quote FROM json_each(@articles) j
    CROSS JOIN article a ON a.id = j.value CROSS JOIN annotation x ON x.article_id = a.id
    WHERE x.coder_id = @coderId AND x.kind <> 'claim' AND x.entity_id IS NULL
    ORDER BY j.key, x.start, x."end" DESC, x.pieces, x.id LIMIT @limit OFFSET @skip`);
  const items = db.prepare(`SELECT ${ARTICLE}, x.id AS annotationId, x.quote FROM json_each(?) j
    JOIN annotation x ON x.id = j.value JOIN article a ON a.id = x.article_id ORDER BY j.key`);

  return {
    count(queue, coderId, sums) {
      if (queue === 'unlinked') return unlinkedIn(sums.totals, coderId);
      const sql = `SELECT count(*) FROM article a WHERE ${ARTICLES[queue]}`;
      return db.prepare(sql).pluck().get({ coderId }) as number;
    },
    page(queue, coderId, sums, offset, limit) {
      if (queue === 'unlinked') {
        const places = sums.find(({ tallies }) => unlinkedIn(tallies, coderId), offset, limit);
        const articles = JSON.stringify(places.map(({ articleId }) => articleId));
        return unlinked.all({ articles, coderId, limit, skip: places[0]?.skip ?? 0 }) as QueueRow[];
      }
      const sql = `SELECT ${ARTICLE}, NULL AS annotationId, NULL AS quote FROM article a WHERE ${ARTICLES[queue]}
        ORDER BY ${ORDER} LIMIT @limit OFFSET @offset`;
      return db.prepare(sql).all({ coderId, offset, limit }) as QueueRow[];
    },
    items: (ids) => items.all(JSON.stringify(ids)) as QueueRow[],
  };
});

/** One coder's actors and venues that nobody has said of who they are. */
function unlinkedIn(tallies: Iterable<Tally>, coderId: string): number {
  let count = 0;
  for (const [whose, kind, state, all] of tallies) {
    if (whose === coderId && kind !== 'claim' && state === UNLINKED) count += all;
  }
  return count;
}
