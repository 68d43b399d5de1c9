import type { Annotation } from '../../model/annotation.ts';
import { ROLES } from '../../model/role.ts';
import type { ArticleUnit, Corpus, Piece } from '../format.ts';
import { coderName, type CoderNames, viewOf } from '../tables/shape.ts';
import { ROLE_FIELD } from './line.ts';

/** The one file that is written. */
export const FILE = 'articles.jsonl';

/** One line an article. */
export function* writeLines(corpus: Corpus): Iterable<Piece> {
  const coderNames: CoderNames = new Map(corpus.coders.map((coder) => [coder.id, coder.name]));
  let empty = true;
  for (const unit of corpus.units()) {
    yield { path: FILE, text: `${JSON.stringify(lineOf(unit, coderNames))}\n` };
    empty = false;
  }
  if (empty) yield { path: FILE, text: '' };
}

function lineOf(unit: ArticleUnit, coderNames: CoderNames): object {
  const { article, text, annotations } = unit;
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
    length_codepoint: viewOf(unit).offsets.codePointLength,
    text_sha256: article.textHash,
    text,
    spans: annotations.map((annotation) => spanOf(unit, annotation, coderNames)),
    claims: annotations.filter(({ kind }) => kind === 'claim').map((claim) => claimOf(unit, claim)),
  };
}

function spanOf(unit: ArticleUnit, annotation: Annotation, coderNames: CoderNames): object {
  const { toCodePoint } = viewOf(unit).offsets;
  return {
    id: annotation.id,
    kind: annotation.kind,
    coder: coderName(coderNames, annotation.coderId),
    fragments: annotation.fragments.map(({ start, end }) => ({
      start_utf16: start,
      end_utf16: end,
      start_codepoint: toCodePoint(start),
      end_codepoint: toCodePoint(end),
      text: unit.text.slice(start, end),
    })),
    memo: annotation.memo,
    attributes: annotation.attributes,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
  };
}

function claimOf(unit: ArticleUnit, claim: Annotation): object {
  const links = viewOf(unit).linksOf.get(claim.id) ?? [];
  const fillers = ROLES.map((role) => [
    ROLE_FIELD[role],
    links.filter((link) => link.role === role).map((link) => link.targetId),
  ]);
  return { id: claim.id, span: claim.id, ...Object.fromEntries(fillers) };
}
