import type { Article, ArticleFields } from '../../shared/model/article.ts';
import { guessFields } from '../../shared/model/guess/guess.ts';
import { countWords } from '../../shared/text/words.ts';
import { textHash } from '../db/texts.ts';
import { decodeText } from './decode.ts';
import { languageDetector } from './language.ts';

/** A file read as text, not yet kept. */
export interface ReadText {
  readonly fileName: string;
  readonly text: string;
  readonly textHash: string;
  /** How the bytes were read: `UTF-8`, `windows-1252` … */
  readonly encoding: string;
  readonly words: number;
}

/** A text file with the fields that it shows. */
export interface ReadArticle extends ReadText {
  /** What the file itself shows; the language only where it is stated. */
  readonly fields: ArticleFields;
}

/**
 * A file's bytes as the text of an article.
 * @param fileName without folders.
 * Errors: `file-empty`, `file-binary`, `file-unreadable`, each naming the file.
 */
export function readText(fileName: string, bytes: Uint8Array): ReadText {
  const { text, encoding } = decodeText(bytes, fileName);
  return { fileName, text, textHash: textHash(text), encoding, words: countWords(text) };
}

/** A file's bytes as an article, with the fields that it shows. Errors as at `readText`. */
export function readArticleFile(fileName: string, bytes: Uint8Array): ReadArticle {
  const read = readText(fileName, bytes);
  return { ...read, fields: guessFields(read.text, fileName) };
}

/** What the file shows of an article's fields, its language detected where it isn't stated. */
export async function fieldsOf(read: ReadText): Promise<ArticleFields> {
  const fields = guessFields(read.text, read.fileName);
  return fields.language === '' ? { ...fields, language: (await languageDetector())(read.text) } : fields;
}

/** The record under which a read article is kept. @param given its id, and when it was added: ISO 8601, UTC. */
export function articleOf(
  read: ReadText,
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
