import type { ArticleTable } from '../../shared/formats/tables/shape.ts';
import type { ArticleSum, ArticleSums, RowPlace } from './article-sums.ts';

/** The tables whose rows are made of one article after the other. */
type Placed = ArticleTable['name'];

/** How many rows of each of these tables an article gives. */
const ROWS_OF_ARTICLE: Readonly<Record<Placed, (sum: ArticleSum) => number>> = {
  articles: () => 1,
  spans: ({ tallies }) => tallies.reduce((sum, [, , , count]) => sum + count, 0),
  claims: ({ tallies }) => tallies.reduce((sum, [, kind, , count]) => (kind === 'claim' ? sum + count : sum), 0),
  claim_codes: ({ tallies }) => tallies.reduce((sum, [, , , , codes]) => sum + codes, 0),
  links: ({ links }) => links,
};

/** All rows of one of the dataset's tables, without making them. */
export function countRows(table: Placed, sums: ArticleSums): number {
  let total = 0;
  for (const [, sum] of sums.each()) total += ROWS_OF_ARTICLE[table](sum);
  return total;
}

/** The articles whose rows make the page `[offset, offset + limit)` of one of these tables, in the order of an export. */
export function findRows(table: Placed, sums: ArticleSums, offset: number, limit: number): RowPlace[] {
  return sums.find(ROWS_OF_ARTICLE[table], offset, limit);
}
