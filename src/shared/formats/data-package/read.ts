import type { DatasetTable } from '../../model/dataset.ts';
import { KINDS } from '../../model/kind.ts';
import { ROLES } from '../../model/role.ts';
import { type Book, EMPTY_RECORDS, makeBook } from '../book.ts';
import { FormatError, type ReadResult, type ReadUnit, type SourceFiles } from '../format.ts';
import { lossCounter } from '../losses.ts';
import { TABLES } from '../tables.ts';
import { articleRows } from '../tables/articles.ts';
import { claimCodeRow } from '../tables/claim-codes.ts';
import { claimRow } from '../tables/claims.ts';
import { linkRow } from '../tables/links.ts';
import { linksByClaim } from '../tables/shape.ts';
import { spanRow } from '../tables/spans.ts';
import { columnsOf } from './layout.ts';
import { readBook } from './read-book.ts';
import { CHANGED_HINT, checkHashes, findPackage } from './read-descriptor.ts';
import {
  type Draft,
  type DraftAnnotation,
  readArticle,
  readClaim,
  readClaimCode,
  readLink,
  readSpan,
} from './read-rows.ts';
import { type ColumnCheck, checkRow, columnCheck, type TableRow, tableRows } from './read-table.ts';

/**
 * A data package that Parley wrote, of any layout → its units.
 * @param acceptChanged whether files may differ from the hashes that the package has of them; their rows are checked all the same.
 */
export function readPackage(files: SourceFiles, acceptChanged: boolean): ReadResult {
  const found = findPackage(files);
  const { layout, choice, tables } = found;
  const losses = lossCounter();
  const isFirst = layout === 1;

  const pathOf = (table: DatasetTable): string => tables.get(table)?.path ?? table;
  const rowsWith = (table: DatasetTable, book: Book): Iterable<TableRow> =>
    tableRows(files, pathOf(table), columnsOf(layout, table, book), choice, losses);
  const checkOf = (table: DatasetTable, book: Book): ColumnCheck =>
    columnCheck(TABLES[table].columns(book), columnsOf(layout, table, book));

  const empty = makeBook(EMPTY_RECORDS, []);
  const { book, records } = isFirst
    ? { book: empty, records: EMPTY_RECORDS }
    : readBook(
        (table) => rowsWith(table, empty),
        checkOf,
        (message) => new FormatError(`${pathOf('codes')} and ${pathOf('entities')}: ${message}`, CHANGED_HINT),
      );
  const coded = isFirst ? null : book;
  const rows = (table: DatasetTable): Iterable<TableRow> => rowsWith(table, book);
  const check = Object.fromEntries([...tables.keys()].map((table) => [table, checkOf(table, book)])) as Record<
    DatasetTable,
    ColumnCheck
  >;

  const drafts = new Map<string, Draft>();
  for (const row of rows('articles')) {
    const draft = readArticle(row);
    if (drafts.has(draft.article.id)) throw row.wrong(`there is another article “${draft.article.id}”.`);
    drafts.set(draft.article.id, draft);
    for (const expected of articleRows(draft.bare)) checkRow(row, check.articles, expected);
  }

  const annotations = new Map<string, DraftAnnotation>();
  for (const row of rows('spans')) {
    const [draft, annotation] = readSpan(row, drafts, coded);
    if (annotations.has(annotation.id)) throw row.wrong(`there is another span “${annotation.id}”.`);
    annotations.set(annotation.id, annotation);
    draft.annotations.push(annotation);
    checkRow(row, check.spans, spanRow(draft.bare, annotation, book));
  }

  const draftOf = (annotation: DraftAnnotation): Draft => drafts.get(annotation.articleId) as Draft;
  if (coded) {
    const given = [...rows('claim_codes')].map((row) => ({ row, ...readClaimCode(row, annotations, book) }));
    for (const { row, claim, codeId } of given.toSorted((a, b) => a.position - b.position)) {
      if (claim.codes.includes(codeId)) throw row.wrong('the claim has the same code twice.');
      claim.codes = [...claim.codes, codeId];
    }
    for (const { row, claim, codeId } of given) {
      const expected = claimCodeRow(draftOf(claim).unlinked, claim, claim.codes.indexOf(codeId), book);
      checkRow(row, check.claim_codes, expected);
    }
  }

  const links = new Set<string>();
  const filled = new Set<string>();
  for (const row of rows('links')) {
    const link = readLink(row, annotations, coded);
    const same = `${link.claimId} ${link.role} ${link.targetId}`;
    if (filled.has(same)) throw row.wrong('the same role is filled with the same twice.');
    if (links.has(link.id) || link.id === '') throw row.wrong('its link_id is empty or another row’s.');
    links.add(link.id);
    filled.add(same);
    const draft = drafts.get(link.articleId) as Draft;
    draft.links.push(link);
    checkRow(row, check.links, linkRow(draft.unlinked, link, book));
  }

  const claims = new Set<string>();
  for (const row of rows('claims')) {
    const claim = readClaim(row, drafts, annotations, coded);
    if (claims.has(claim.id)) throw row.wrong(`there is another row of the claim “${claim.id}”.`);
    claims.add(claim.id);
    checkRow(row, check.claims, claimRow(draftOf(claim), claim, book));
  }
  const missing = [...annotations.values()].find(({ id, kind }) => kind === 'claim' && !claims.has(id));
  if (missing) {
    throw new FormatError(`${pathOf('claims')} has no row of the claim “${missing.id}” in spans.csv.`, CHANGED_HINT);
  }

  if (!acceptChanged) checkHashes(files, found);
  const units = [...drafts.values()].map(unitOf);
  return { ...summary(annotations, drafts), units, book: records, losses: losses.list() };
}

function unitOf({ article, text, annotations, links }: Draft): ReadUnit {
  const { id: articleId, title, outlet, date, author, url, language, fileName, status, addedAt } = article;
  return {
    article: { id: articleId, title, outlet, date, author, url, language, fileName, status, addedAt, text },
    annotations: annotations.map(({ id, coderId, articleId: _article, ...rest }) => ({
      ...rest,
      key: id,
      coder: coderId,
    })),
    links: [...linksByClaim(links).values()].flat().map(({ id, claimId, role, targetIs, targetId }) => ({
      id,
      claim: claimId,
      role,
      target: targetId,
      ...(targetIs === 'entity' && { targetIs }),
    })),
  };
}

function summary(annotations: ReadonlyMap<string, DraftAnnotation>, drafts: ReadonlyMap<string, Draft>) {
  const kinds = KINDS.map((kind) => ({
    name: kind,
    count: [...annotations.values()].filter((annotation) => annotation.kind === kind).length,
    kind,
  }));
  const links = [...drafts.values()].flatMap((draft) => draft.links);
  const roles = ROLES.map((role) => ({ name: role, count: links.filter((link) => link.role === role).length, role }));
  return { types: kinds.filter(({ count }) => count > 0), roles: roles.filter(({ count }) => count > 0) };
}
