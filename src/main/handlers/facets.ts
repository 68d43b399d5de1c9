import type { Input } from '../../shared/api/contract.ts';
import type { Facet, Facets } from '../../shared/api/methods/search.ts';
import { codeTree } from '../../shared/codebook/tree.ts';
import { ARTICLE_STATUSES } from '../../shared/model/article.ts';
import { NO_FILTER } from '../../shared/model/filter.ts';
import { KINDS } from '../../shared/model/kind.ts';
import { type ArticleSums, articleSums } from '../db/article-sums.ts';
import { articleTable } from '../db/articles.ts';
import { articleUses } from '../db/article-uses.ts';
import { coderTable } from '../db/coders.ts';
import { codeTable } from '../db/codes.ts';
import { facetTable } from '../db/facets.ts';
import type { Context } from './context.ts';

/** What can be filtered by, with how many articles or annotations each alone would leave. */
export async function facets(
  context: Context,
  { of = 'articles', words = '' }: Input<'search.facets'>,
): Promise<Facets> {
  const { db } = context.session.need();
  const [sums, uses] = await Promise.all([
    articleSums(db).upToDate(),
    of === 'articles' ? articleUses(db).upToDate() : null,
  ]);
  const table = facetTable(db);
  const byStatus = articleTable(db).countByStatus({ query: '', filter: NO_FILTER });
  const tree = codeTree(codeTable(db).all());
  const { kinds, coders } = uses ? articlesWith(sums) : annotationsOf(sums);
  const codes = uses ? uses.byCode(tree) : new Map(table.codes().map(({ value, count }) => [value, count]));
  return {
    outlets: table.outlets(),
    years: table.years(),
    statuses: ARTICLE_STATUSES.map((value) => ({ value, label: value, count: byStatus[value] })),
    kinds: KINDS.map((value) => ({ value, label: value, count: kinds.get(value) ?? 0 })),
    coders: coderTable(db)
      .all()
      .map(({ id, name }) => ({ value: id, label: name, count: coders.get(id) ?? 0 })),
    codes: tree.ordered().map(({ id }): Facet => ({ value: id, label: tree.path(id), count: codes.get(id) ?? 0 })),
    entities: uses ? table.entitiesBy(uses.byEntity, words) : table.entities(words),
  };
}

interface Counts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly coders: ReadonlyMap<string, number>;
}

function annotationsOf(sums: ArticleSums): Counts {
  const kinds = new Map<string, number>();
  const coders = new Map<string, number>();
  for (const [coderId, kind, , count] of sums.totals) {
    add(kinds, kind, count);
    add(coders, coderId, count);
  }
  return { kinds, coders };
}

function articlesWith(sums: ArticleSums): Counts {
  const kinds = new Map<string, number>();
  const coders = new Map<string, number>();
  for (const [, { tallies }] of sums.each()) {
    for (const kind of new Set(tallies.map((tally) => tally[1]))) add(kinds, kind, 1);
    for (const coderId of new Set(tallies.map((tally) => tally[0]))) add(coders, coderId, 1);
  }
  return { kinds, coders };
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
