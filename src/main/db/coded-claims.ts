import type { Database } from 'better-sqlite3';
import type { CodedClaim } from '../../shared/api/methods/codebook.ts';
import { shorten } from '../../shared/text/shorten.ts';
import { perDatabase } from './prepared.ts';

/** Words shown of a claim, in UTF-16 units. */
const SHOWN = 240;

type Row = Omit<CodedClaim, 'words'> & { readonly quote: string };

interface CodedClaims {
  /** How many claims have one of these codes. */
  count(codeIds: readonly string[]): number;
  /** A page of them, the last coded first. */
  page(codeIds: readonly string[], offset: number, limit: number): CodedClaim[];
  /** How many of them each coder has, by coder id. */
  byCoder(codeIds: readonly string[]): ReadonlyMap<string, number>;
  /** The ids of those of these annotations that are claims of the project. */
  among(annotationIds: readonly string[]): string[];
  /** Those claims with their words, in the order of the ids. */
  these(annotationIds: readonly string[]): CodedClaim[];
}

/** Where codes are used: claims with their words, article and coder. */
export const codedClaims: (db: Database) => CodedClaims = perDatabase((db) => {
  const SELECT = `SELECT n.id AS annotationId, n.article_id AS articleId, n.quote, a.title AS article, a.outlet, a.date,
    coalesce(c.name, '') AS coder
    FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN coder c ON c.id = n.coder_id`;
  const CODES = 'code_id IN (SELECT value FROM json_each(@codes))';
  const count = db.prepare(`SELECT count(DISTINCT annotation_id) FROM annotation_code WHERE ${CODES}`).pluck();
  const byCoder = db
    .prepare(`SELECT coder_id, count(*) FROM annotation
      WHERE id IN (SELECT annotation_id FROM annotation_code WHERE ${CODES}) GROUP BY coder_id`)
    .raw();
  // Ids sort by the time of making: a page is found in the index alone.
  const page = db.prepare(`${SELECT} WHERE n.id IN (SELECT DISTINCT annotation_id FROM annotation_code WHERE ${CODES}
    ORDER BY annotation_id DESC LIMIT @limit OFFSET @offset) ORDER BY n.id DESC`);
  const these = db.prepare(`${SELECT} JOIN json_each(@ids) wanted ON wanted.value = n.id
    WHERE n.kind = 'claim' ORDER BY wanted.key`);
  const among = db
    .prepare(`SELECT id FROM annotation WHERE kind = 'claim' AND id IN (SELECT value FROM json_each(?))`)
    .pluck();
  return {
    count: (codeIds) => count.get({ codes: JSON.stringify(codeIds) }) as number,
    byCoder: (codeIds) => new Map(byCoder.all({ codes: JSON.stringify(codeIds) }) as [string, number][]),
    page: (codeIds, offset, limit) =>
      (page.all({ codes: JSON.stringify(codeIds), offset, limit }) as Row[]).map(toClaim),
    among: (annotationIds) => among.all(JSON.stringify(annotationIds)) as string[],
    these: (annotationIds) => (these.all({ ids: JSON.stringify(annotationIds) }) as Row[]).map(toClaim),
  };
});

function toClaim({ quote, ...row }: Row): CodedClaim {
  return { ...row, words: shorten((JSON.parse(quote) as string[]).join(' … '), SHOWN) };
}
