import { sentences } from '../../text/sentences.ts';
import { oneLine, shorten } from '../../text/shorten.ts';
import type { ArticleFields } from '../article.ts';
import { dateline } from './credits.ts';
import { outletInFileName, readFileName } from './file-name.ts';
import { webAddress } from './labels.ts';
import { lastLines, linesFrom } from './lines.ts';
import { readTop } from './top.ts';

/** How much of a text names and places are looked up in, in UTF-16 units. */
const HEAD = 20_000;
/** The longest title made from a sentence, in UTF-16 units. */
const SENTENCE = 100;
/** The longest value of a field, in UTF-16 units (`ArticleFields` allows 1,000). */
const FIELD = 500;
/** How many lines at the end may hold the web address. */
const TAIL_LINES = 5;

/**
 * What an article's own text and file name show of its fields; '' where they don't show it. Nothing is made up, and the text
 * stays as it is. Stronger first: front matter and header lines, headline and credits, dateline, file name. A title is
 * always there: without a headline it is the first sentence, shortened with `…`.
 * @param fileName without folders; '' for none.
 */
export function guessFields(text: string, fileName: string): ArticleFields {
  const begin = Math.max(0, text.search(/\S/));
  const head = text.slice(begin, begin + HEAD);
  const { clues, body } = readTop(head);
  const opening = dateline(paragraphAt(head, body));
  return {
    title: field(clues.title) || firstSentence(head, body, opening?.length ?? 0),
    outlet: field(clues.outlet) || field(opening?.agency) || field(outletInFileName(fileName, head)),
    date: clues.date ?? (opening?.date || readFileName(fileName).date),
    author: field(clues.author),
    url: clues.url ?? lastAddress(text),
    language: clues.language ?? '',
  };
}

function field(value: string | undefined): string {
  return shorten(value ?? '', FIELD);
}

/** The line at an offset: news text has a paragraph a line. */
function paragraphAt(text: string, at: number): string {
  return linesFrom(text, at, 1)[0]?.text ?? '';
}

function firstSentence(text: string, body: number, skip: number): string {
  const from = body < text.length ? body + skip : 0;
  const blank = /(?:\r\n|[\n\r\u2028\u2029])\s*(?:\r\n|[\n\r\u2028\u2029])/g;
  blank.lastIndex = from;
  const paragraph = { start: from, end: blank.exec(text)?.index ?? text.length };
  const first = sentences(text, paragraph, { start: from, end: from })[0] ?? paragraph;
  const sentence = text.slice(first.start, first.end);
  // Where each paragraph is a line, a sentence without a stop ends with its line.
  const line = sentence.split(/\r\n|[\n\r\u2028\u2029]/)[0] ?? '';
  return shorten(/[.!?。！？]["'”’»)\]]*$/u.test(line.trim()) ? line : oneLine(sentence), SENTENCE);
}

/** The one web address that stands alone on a line near the end, or ''. */
function lastAddress(text: string): string {
  const found = new Set(
    lastLines(text, TAIL_LINES)
      .map((line) => webAddress(line.replace(/^(?:url|link|source|web)\s*:\s*/i, '')))
      .filter((url) => url !== ''),
  );
  return found.size === 1 ? ([...found][0] ?? '') : '';
}
