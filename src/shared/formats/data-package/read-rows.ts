import { type Annotation, UNCODED } from '../../model/annotation.ts';
import type { Article } from '../../model/article.ts';
import { isKind } from '../../model/kind.ts';
import type { Link } from '../../model/link.ts';
import { isRole, mayFill, ROLE_KINDS } from '../../model/role.ts';
import { ArticleInFile, firstIssue, parseAttributes, parseFragments, Time } from '../checks.ts';
import type { ArticleUnit } from '../format.ts';
import { articleRows } from '../tables/articles.ts';
import { claimRow } from '../tables/claims.ts';
import { linkRow } from '../tables/links.ts';
import type { CoderNames } from '../tables/shape.ts';
import { spanRow } from '../tables/spans.ts';
import { checkRow, type TableRow } from './read-table.ts';

/*
 * Rows → records under the ids that the package gives them. Everything in a row that follows from the texts and the other
 * tables is made again and compared, so that a row which was edited by half is found.
 */

/** An article of a package with what has been read of it so far. Coders stand under their names. */
export interface Draft {
  readonly article: Article;
  readonly text: string;
  readonly annotations: Annotation[];
  readonly links: Link[];
  /** The same with no annotations, and with no links: what rows are made of before the later tables are read. */
  readonly bare: ArticleUnit;
  readonly unlinked: ArticleUnit;
}

export type Drafts = ReadonlyMap<string, Draft>;

/** In a package coders are known by name alone, so a name is its own id. */
const NAMES: CoderNames = new Map();

export function readArticle(row: TableRow): Draft {
  const fields = ArticleInFile.safeParse({
    title: row.cell('title'),
    outlet: row.cell('outlet'),
    date: row.cell('date'),
    author: row.cell('author'),
    url: row.cell('url'),
    language: row.cell('language'),
    status: row.cell('status'),
    fileName: row.cell('file_name'),
    addedAt: row.cell('added_at'),
  });
  if (!fields.success) throw row.wrong(`${firstIssue(fields.error)}.`);
  const text = row.cell('text');
  const article: Article = {
    ...fields.data,
    id: row.cell('article_id'),
    textHash: row.cell('text_sha256'),
    length: text.length,
    words: Number(row.cell('words')),
  };
  if (article.id === '') throw row.wrong('it has no article_id.');
  const bare: ArticleUnit = { article, text, annotations: [], links: [] };
  for (const expected of articleRows(bare)) checkRow(row, 'articles', expected);
  const annotations: Annotation[] = [];
  return { article, text, annotations, links: [], bare, unlinked: { article, text, annotations, links: [] } };
}

export function readSpan(row: TableRow, drafts: Drafts): { readonly draft: Draft; readonly annotation: Annotation } {
  const draft = drafts.get(row.cell('article_id'));
  if (!draft) throw row.wrong(`articles.csv has no article “${row.cell('article_id')}”.`);
  const kind = row.cell('kind');
  if (!isKind(kind)) throw row.wrong(`“${kind}” is no kind of span.`);
  const fragments = parseFragments(row.cell('fragments_utf16'), draft.text);
  if (typeof fragments === 'string') throw row.wrong(`“fragments_utf16”: ${fragments}.`);
  const attributes = parseAttributes(row.cell('attributes'));
  if (!attributes) throw row.wrong('“attributes” isn’t a JSON object of texts.');
  const annotation: Annotation = {
    id: row.cell('span_id'),
    articleId: draft.article.id,
    kind,
    coderId: row.cell('coder'),
    fragments,
    memo: row.cell('memo'),
    attributes,
    ...UNCODED,
    createdAt: timeOf(row, 'created_at'),
    updatedAt: timeOf(row, 'updated_at'),
  };
  if (annotation.id === '') throw row.wrong('it has no span_id.');
  if (annotation.coderId === '') throw row.wrong('it has no coder.');
  checkRow(row, 'spans', spanRow(draft.bare, annotation, NAMES));
  return { draft, annotation };
}

/** @param annotationsOf annotations of all articles by id. */
export function readLink(row: TableRow, annotationsOf: ReadonlyMap<string, Annotation>): Link {
  const role = row.cell('role');
  if (!isRole(role)) throw row.wrong(`“${role}” is no role of a claim.`);
  const claim = annotationsOf.get(row.cell('claim_id'));
  if (claim?.kind !== 'claim') throw row.wrong(`spans.csv has no claim “${row.cell('claim_id')}”.`);
  const target = annotationsOf.get(row.cell('target_id'));
  if (!target || !mayFill(role, target.kind) || target.articleId !== claim.articleId) {
    throw row.wrong(
      `spans.csv has no ${ROLE_KINDS[role].join(' or ')} “${row.cell('target_id')}” in the claim’s article.`,
    );
  }
  const position = row.cell('position');
  if (!/^\d{1,9}$/.test(position)) throw row.wrong('“position” isn’t a whole number.');
  return {
    id: `${claim.id} ${role} ${target.id}`,
    articleId: claim.articleId,
    claimId: claim.id,
    role,
    targetIs: 'annotation',
    targetId: target.id,
    position: Number(position),
  };
}

/** Checks a link's row against its article, whose annotations are all read by now. */
export function checkLink(row: TableRow, draft: Draft, link: Link): void {
  checkRow(row, 'links', linkRow(draft.unlinked, link, NAMES));
}

/** Checks a claim's row, which holds nothing of its own. Gives back its id. */
export function checkClaim(row: TableRow, drafts: Drafts, annotationsOf: ReadonlyMap<string, Annotation>): string {
  const claim = annotationsOf.get(row.cell('claim_id'));
  const draft = claim && drafts.get(claim.articleId);
  if (!draft || claim.kind !== 'claim') throw row.wrong(`spans.csv has no claim “${row.cell('claim_id')}”.`);
  checkRow(row, 'claims', claimRow(draft, claim, NAMES));
  return claim.id;
}

function timeOf(row: TableRow, column: string): string {
  const time = Time.safeParse(row.cell(column));
  if (!time.success) throw row.wrong(`“${column}” isn’t a time like 2031-03-14T09:30:00Z.`);
  return time.data;
}
