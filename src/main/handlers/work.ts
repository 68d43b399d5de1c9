import type { QueueItem } from '../../shared/api/methods/work.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { type Kind, KINDS } from '../../shared/model/kind.ts';
import { NO_FILTER } from '../../shared/model/filter.ts';
import { shorten } from '../../shared/text/shorten.ts';
import { missingBy, missingWords } from '../../shared/model/completeness.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { coderTable } from '../db/coders.ts';
import { articleSums } from '../db/article-sums.ts';
import { countIncomplete, incompleteTable } from '../db/incomplete.ts';
import { linkTable } from '../db/links.ts';
import { progressTable } from '../db/progress.ts';
import { type QueueRow, queueTable } from '../db/queues.ts';
import type { Context } from './context.ts';
import { readRequirements } from './incomplete.ts';

/** The longest piece of an annotation's words that a queue shows. */
const WORDS = 140;

/** How far the work is, and what is next. */
export const workHandlers: Pick<Handlers<Context>, 'work.progress' | 'work.queues' | 'work.queue'> = {
  async 'work.progress'(context) {
    const { db } = context.session.need();
    const { coders: byCoder, outlets } = progressTable(db).read(await articleSums(db).upToDate());
    const coders = coderTable(db)
      .all()
      .map(({ id, name }) => {
        const own = byCoder.get(id) ?? { articles: 0, done: 0, annotations: { actor: 0, claim: 0, venue: 0 } };
        return { coderId: id, name, ...own };
      });
    const sum = (kind: Kind): number => coders.reduce((all, { annotations }) => all + annotations[kind], 0);
    return {
      articles: articleTable(db).countByStatus({ query: '', filter: NO_FILTER }),
      annotations: Object.fromEntries(KINDS.map((kind) => [kind, sum(kind)])) as Record<Kind, number>,
      coders,
      outlets,
    };
  },

  async 'work.queues'(context) {
    const { db } = context.session.need();
    const sums = await articleSums(db).upToDate();
    const coderId = context.user.coder().id;
    const table = queueTable(db);
    return {
      new: table.count('new', coderId, sums),
      'in-progress': table.count('in-progress', coderId, sums),
      incomplete: countIncomplete(incompleteOf(context), sums),
      unlinked: table.count('unlinked', coderId, sums),
      'without-claim': table.count('without-claim', coderId, sums),
    };
  },

  async 'work.queue'(context, { queue, offset, limit }) {
    const { db } = context.session.need();
    const sums = await articleSums(db).upToDate();
    const coderId = context.user.coder().id;
    const table = queueTable(db);
    if (queue === 'incomplete') {
      const query = incompleteOf(context);
      const ids = incompleteTable(db).page(query, sums, offset, limit);
      const missing = missingBy(query.requirements);
      const items = table.items(ids).map((row): QueueItem => {
        const claim = row.annotationId === null ? null : annotationTable(db).get(row.annotationId);
        const lacks = claim ? missingWords(missing(claim, linkTable(db).ofClaim(claim.id))) : '';
        return { ...toItem(row), lacks };
      });
      return { total: countIncomplete(query, sums), items };
    }
    const items = table.page(queue, coderId, sums, offset, limit).map(toItem);
    return { total: table.count(queue, coderId, sums), items };
  },
};

function incompleteOf(context: Context) {
  return { coderId: context.user.coder().id, missing: null, requirements: readRequirements(context.session.need().db) };
}

function toItem({ quote, ...row }: QueueRow): QueueItem {
  const words = quote === null ? '' : shorten((JSON.parse(quote) as string[]).join(' … '), WORDS);
  return { ...row, words, lacks: '' };
}
