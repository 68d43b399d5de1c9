import type { QueueName } from '../../shared/model/queue.ts';
import { layerSums } from './layer-sums.ts';
import { perDatabase } from './prepared.ts';

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

export interface QueueTable {
  count(queue: TableQueue, coderId: string): number;
  page(queue: TableQueue, coderId: string, offset: number, limit: number): QueueRow[];
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

const UNLINKED = "x.coder_id = @coderId AND x.kind <> 'claim' AND x.entity_id IS NULL";

/** What is to be done next. */
export const queueTable = perDatabase((db): QueueTable => {
  const linked = db
    .prepare(
      'SELECT count(*) FROM annotation INDEXED BY annotation_of_entity WHERE entity_id IS NOT NULL AND coder_id = ?',
    )
    .pluck();
  const unlinked = db.prepare(`SELECT ${ARTICLE}, x.id AS annotationId, x.quote
    FROM article a INDEXED BY article_in_export_order CROSS JOIN annotation x INDEXED BY annotation_in_reading_order
      ON x.article_id = a.id
    WHERE ${UNLINKED} ORDER BY ${ORDER}, x.start, x."end" DESC, x.pieces, x.id LIMIT @limit OFFSET @offset`);
  const items = db.prepare(`SELECT ${ARTICLE}, x.id AS annotationId, x.quote FROM json_each(?) j
    JOIN annotation x ON x.id = j.value JOIN article a ON a.id = x.article_id ORDER BY j.key`);

  return {
    count(queue, coderId) {
      if (queue === 'unlinked') {
        let mentions = 0;
        for (const [, whose, kind, count] of layerSums(db).all())
          if (whose === coderId && kind !== 'claim') mentions += count;
        // A claim is never linked to an entity: two counts by index instead of a look at every row.
        return mentions - (linked.get(coderId) as number);
      }
      const sql = `SELECT count(*) FROM article a WHERE ${ARTICLES[queue]}`;
      return db.prepare(sql).pluck().get({ coderId }) as number;
    },
    page(queue, coderId, offset, limit) {
      const values = { coderId, offset, limit };
      if (queue === 'unlinked') return unlinked.all(values) as QueueRow[];
      const sql = `SELECT ${ARTICLE}, NULL AS annotationId, NULL AS quote FROM article a WHERE ${ARTICLES[queue]}
        ORDER BY ${ORDER} LIMIT @limit OFFSET @offset`;
      return db.prepare(sql).all(values) as QueueRow[];
    },
    items: (ids) => items.all(JSON.stringify(ids)) as QueueRow[],
  };
});
