import type { BookFile } from './book.ts';
import { readCsv } from './csv-read.ts';
import { readJson } from './json.ts';
import { readQdc } from './qdc-read.ts';

/** Reads a codebook's text by what it is: XML, JSON, or else a table. Throws `CodebookProblem` for what can't be read. */
export function readBook(text: string): BookFile {
  const begin = text.replace(/^\ufeff/, '').trimStart();
  if (begin.startsWith('<')) return readQdc(begin);
  if (begin.startsWith('{') || begin.startsWith('[')) return readJson(begin);
  return readCsv(text);
}
