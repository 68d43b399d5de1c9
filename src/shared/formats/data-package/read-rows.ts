import { type Annotation, type Coding, REPORTINGS, type Reporting, UNCODED } from '../../model/annotation.ts';
import type { Article } from '../../model/article.ts';
import { isKind, type Kind } from '../../model/kind.ts';
import type { Link } from '../../model/link.ts';
import { isRole, mayFill, ROLE_KINDS } from '../../model/role.ts';
import { isDay } from '../../text/day.ts';
import type { Span } from '../../text/span.ts';
import type { Book } from '../book.ts';
import { ArticleInFile, firstIssue, parseAttributes, parseFragments, Time } from '../checks.ts';
import type { ArticleUnit } from '../format.ts';
import { parseValue } from '../values.ts';
import type { TableRow } from './read-table.ts';

/*
 * Rows → records under the ids that the package gives them. Everything in a row that follows from the texts and the other
 * tables is made again and compared (read.ts), so that a row which was edited by half is found.
 */

/** An annotation while its package is read: what it is coded with stands in later tables than its words. */
export type DraftAnnotation = Omit<Annotation, keyof Coding> & { -readonly [K in keyof Coding]: Coding[K] };

/** An article of a package with what has been read of it so far. Coders stand under their names. */
export interface Draft {
  readonly article: Article;
  readonly text: string;
  readonly annotations: DraftAnnotation[];
  readonly links: Link[];
  /** The same with no annotations, and with no links: what rows are made of before the later tables are read. */
  readonly bare: ArticleUnit;
  readonly unlinked: ArticleUnit;
}

export type Drafts = ReadonlyMap<string, Draft>;
export type Annotations = ReadonlyMap<string, DraftAnnotation>;

/** A row of `articles`, with nothing coded in it yet. */
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
  const annotations: DraftAnnotation[] = [];
  return {
    article,
    text,
    annotations,
    links: [],
    bare: { article, text, annotations: [], links: [] },
    unlinked: { article, text, annotations, links: [] },
  };
}

/** @param book null for a package of the first layout, whose spans are coded with nothing. */
export function readSpan(row: TableRow, drafts: Drafts, book: Book | null): readonly [Draft, DraftAnnotation] {
  const draft = drafts.get(row.cell('article_id'));
  if (!draft) throw row.wrong(`articles.csv has no article “${row.cell('article_id')}”.`);
  const kind = row.cell('kind');
  if (!isKind(kind)) throw row.wrong(`“${kind}” is no kind of span.`);
  const fragments = parseFragments(row.cell('fragments_utf16'), draft.text);
  if (typeof fragments === 'string') throw row.wrong(`“fragments_utf16”: ${fragments}.`);
  const attributes = parseAttributes(row.cell('attributes'));
  if (!attributes) throw row.wrong('“attributes” isn’t a JSON object of texts.');
  const annotation: DraftAnnotation = {
    id: row.cell('span_id'),
    articleId: draft.article.id,
    kind,
    coderId: row.cell('coder'),
    fragments,
    memo: row.cell('memo'),
    attributes,
    ...UNCODED,
    ...(book && kind !== 'claim' && { entityId: readEntityId(row, kind, book), values: readValues(row, kind, book) }),
    createdAt: timeOf(row, 'created_at'),
    updatedAt: timeOf(row, 'updated_at'),
  };
  if (annotation.id === '') throw row.wrong('it has no span_id.');
  if (annotation.coderId === '') throw row.wrong('it has no coder.');
  return [draft, annotation];
}

function readEntityId(row: TableRow, kind: Kind, book: Book): string | null {
  const id = row.cell('entity_id');
  if (id === '') return null;
  if (book.entities.get(id)?.kind !== kind) throw row.wrong(`entities.csv has no ${kind} “${id}”.`);
  return id;
}

function readValues(row: TableRow, kind: Kind, book: Book): Annotation['values'] {
  const values: Record<string, Annotation['values'][string]> = {};
  for (const { id, type, name } of book.variablesOf(kind)) {
    const column = book.columns.get(id) ?? '';
    const cell = row.cell(column);
    if (cell === '') continue;
    const value = parseValue(type, cell);
    if (value === null) throw row.wrong(`“${column}” is “${cell}”, which “${name}” (${type}) can’t be.`);
    values[id] = value;
  }
  return values;
}

/** The code that a row of claim_codes.csv gives to a claim, with its place. */
export function readClaimCode(
  row: TableRow,
  annotations: Annotations,
  book: Book,
): { readonly claim: DraftAnnotation; readonly codeId: string; readonly position: number } {
  const claim = claimOf(row, annotations);
  const codeId = row.cell('code_id');
  if (!book.codes.has(codeId)) throw row.wrong(`codes.csv has no code “${codeId}”.`);
  return { claim, codeId, position: positionOf(row) };
}

/** @param annotations annotations of all articles by id. @param book null for a package of the first layout. */
export function readLink(row: TableRow, annotations: Annotations, book: Book | null): Link {
  const role = row.cell('role');
  if (!isRole(role)) throw row.wrong(`“${role}” is no role of a claim.`);
  const claim = claimOf(row, annotations);
  const common = { articleId: claim.articleId, claimId: claim.id, role, position: positionOf(row) };
  if (book && row.cell('target_is') === 'entity') {
    const entity = book.entities.get(row.cell('entity_id'));
    if (!entity || !mayFill(role, entity.kind)) {
      throw row.wrong(`entities.csv has no ${ROLE_KINDS[role].join(' or ')} “${row.cell('entity_id')}”.`);
    }
    return { ...common, id: row.cell('link_id'), targetIs: 'entity', targetId: entity.id };
  }
  const target = annotations.get(row.cell('target_id'));
  if (!target || !mayFill(role, target.kind) || target.articleId !== claim.articleId) {
    throw row.wrong(
      `spans.csv has no ${ROLE_KINDS[role].join(' or ')} “${row.cell('target_id')}” in the claim’s article.`,
    );
  }
  const id = book ? row.cell('link_id') : `${claim.id} ${role} ${target.id}`;
  return { ...common, id, targetIs: 'annotation', targetId: target.id };
}

/** Reads what a claim's own row adds to its span: how it is told, its cue, its day and the values of variables. */
export function readClaim(row: TableRow, drafts: Drafts, annotations: Annotations, book: Book | null): DraftAnnotation {
  const claim = claimOf(row, annotations);
  if (!book) return claim;
  const text = drafts.get(claim.articleId)?.text ?? '';
  claim.reporting = readReporting(row);
  claim.cue = readCue(row, text);
  claim.utteredOn = row.cell('uttered_on');
  if (claim.utteredOn !== '' && !isDay(claim.utteredOn)) throw row.wrong('“uttered_on” isn’t a day like 2031-03-14.');
  claim.values = readValues(row, 'claim', book);
  return claim;
}

function readReporting(row: TableRow): Reporting | '' {
  const reporting = row.cell('reporting');
  const known = ['', ...REPORTINGS].find((one) => one === reporting);
  if (known === undefined) throw row.wrong(`“reporting” is “${reporting}”; it can be ${REPORTINGS.join(', ')}.`);
  return known as Reporting | '';
}

function readCue(row: TableRow, text: string): Span {
  const list = row.cell('cue_utf16');
  if (list === '') return [];
  const cue = parseFragments(list, text);
  if (typeof cue === 'string') throw row.wrong(`“cue_utf16”: ${cue}.`);
  return cue;
}

function claimOf(row: TableRow, annotations: Annotations): DraftAnnotation {
  const claim = annotations.get(row.cell('claim_id'));
  if (claim?.kind !== 'claim') throw row.wrong(`spans.csv has no claim “${row.cell('claim_id')}”.`);
  return claim;
}

function positionOf(row: TableRow): number {
  const position = row.cell('position');
  if (!/^\d{1,9}$/.test(position)) throw row.wrong('“position” isn’t a whole number.');
  return Number(position);
}

function timeOf(row: TableRow, column: string): string {
  const time = Time.safeParse(row.cell(column));
  if (!time.success) throw row.wrong(`“${column}” isn’t a time like 2031-03-14T09:30:00Z.`);
  return time.data;
}
