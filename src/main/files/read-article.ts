import type { Article, ArticleFields } from '../../shared/model/article.ts';
import { guessFields } from '../../shared/model/guess/guess.ts';
import { countWords } from '../../shared/text/words.ts';
import { textHash } from '../db/texts.ts';
import { decodeText } from './decode.ts';

/** A file read as an article, not yet kept. */
export interface ReadArticle {
  readonly fileName: string;
  readonly text: string;
  readonly textHash: string;
  /** How the bytes were read: `UTF-8`, `windows-1252` … */
  readonly encoding: string;
  readonly words: number;
  /** What the file itself shows; the language only where it is stated. */
  readonly fields: ArticleFields;
}

/**
 * A file's bytes as an article.
 * @param fileName without folders.
 * Errors: `file-empty`, `file-binary`, `file-unreadable`, each naming the file.
 */
export function readArticleFile(fileName: string, bytes: Uint8Array): ReadArticle {
  const { text, encoding } = decodeText(bytes, fileName);
  return {
    fileName,
    text,
    textHash: textHash(text),
    encoding,
    words: countWords(text),
    fields: guessFields(text, fileName),
  };
}

/** The record under which a read article is kept. @param given its id, and when it was added: ISO 8601, UTC. */
export function articleOf(
  read: ReadArticle,
  fields: ArticleFields,
  given: { readonly id: string; readonly addedAt: string },
): Article {
  return {
    id: given.id,
    textHash: read.textHash,
    title: fields.title,
    outlet: fields.outlet,
    date: fields.date,
    author: fields.author,
    url: fields.url,
    language: fields.language,
    status: 'new',
    fileName: read.fileName,
    length: read.text.length,
    words: read.words,
    addedAt: given.addedAt,
  };
}
