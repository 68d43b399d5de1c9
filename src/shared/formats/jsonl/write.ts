import type { Annotation } from '../../model/annotation.ts';
import { ROLES } from '../../model/role.ts';
import type { OffsetIndex } from '../../text/offsets.ts';
import type { Span } from '../../text/span.ts';
import { type Book, bookOf } from '../book.ts';
import { CODEBOOK, codebookText } from '../codebook.ts';
import type { ArticleUnit, Corpus, Piece } from '../format.ts';
import { coderName, entityName, ROLE_PLACE, viewOf } from '../tables/shape.ts';
import { ROLE_FIELD } from './line.ts';

/** The file with the articles. The codebook lies beside it. */
export const FILE = 'articles.jsonl';

/** One line an article, and the codebook with what all of them share. */
export function* writeLines(corpus: Corpus): Iterable<Piece> {
  const book = bookOf(corpus);
  let empty = true;
  for (const unit of corpus.units()) {
    yield { path: FILE, text: `${JSON.stringify(lineOf(unit, book))}\n` };
    empty = false;
  }
  if (empty) yield { path: FILE, text: '' };
  yield { path: CODEBOOK, text: codebookText(book) };
}

function lineOf(unit: ArticleUnit, book: Book): object {
  const { article, text, annotations } = unit;
  const { offsets } = viewOf(unit);
  return {
    id: article.id,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    author: article.author,
    url: article.url,
    language: article.language,
    status: article.status,
    file_name: article.fileName,
    added_at: article.addedAt,
    words: article.words,
    length_utf16: text.length,
    length_codepoint: offsets.codePointLength,
    text_sha256: article.textHash,
    text,
    spans: annotations.map((annotation) => spanOf(text, annotation, offsets, book)),
    claims: annotations.filter(({ kind }) => kind === 'claim').map((claim) => claimOf(unit, claim, offsets, book)),
  };
}

function spanOf(text: string, annotation: Annotation, offsets: OffsetIndex, book: Book): object {
  const { id, kind, coderId, fragments, memo, attributes, entityId, values, createdAt, updatedAt } = annotation;
  return {
    id,
    kind,
    coder: coderName(book, coderId),
    fragments: fragmentsOf(text, fragments, offsets),
    memo,
    attributes,
    // A claim's values stand with the rest of its coding.
    ...(kind !== 'claim' && {
      entity: entityId === null ? null : { id: entityId, name: entityName(book, entityId) },
      values: valuesOf(values, book),
    }),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

function fragmentsOf(text: string, span: Span, { toCodePoint }: OffsetIndex): readonly object[] {
  return span.map(({ start, end }) => ({
    start_utf16: start,
    end_utf16: end,
    start_codepoint: toCodePoint(start),
    end_codepoint: toCodePoint(end),
    text: text.slice(start, end),
  }));
}

function valuesOf(values: Annotation['values'], book: Book): readonly object[] {
  return Object.entries(values).map(([id, value]) => ({ id, name: book.variables.get(id)?.name ?? id, value }));
}

function claimOf(unit: ArticleUnit, claim: Annotation, offsets: OffsetIndex, book: Book): object {
  const spans: string[][] = ROLES.map(() => []);
  const places = ROLES.map(() => 0);
  const entities: object[] = [];
  const links: object[] = [];
  for (const { id, role, targetIs, targetId } of viewOf(unit).linksOf.get(claim.id) ?? []) {
    const at = ROLE_PLACE[role];
    const position = places[at] ?? 0;
    places[at] = position + 1;
    links.push({ id, role, [targetIs === 'annotation' ? 'span' : 'entity']: targetId });
    if (targetIs === 'annotation') spans[at]?.push(targetId);
    else entities.push({ role, position, id: targetId, name: entityName(book, targetId) });
  }
  return {
    id: claim.id,
    span: claim.id,
    ...Object.fromEntries(ROLES.map((role, at) => [ROLE_FIELD[role], spans[at]])),
    role_entities: entities,
    links,
    codes: claim.codes.map((id) => ({ id, path: book.paths.get(id) ?? id })),
    reporting: claim.reporting,
    cue: fragmentsOf(unit.text, claim.cue, offsets),
    uttered_on: claim.utteredOn,
    values: valuesOf(claim.values, book),
  };
}
