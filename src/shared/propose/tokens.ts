import { outermostQuotations } from '../text/quotations.ts';
import type { Fragment } from '../text/span.ts';

/** A word, a punctuation mark, or a whole quotation with its marks. UTF-16 offsets of the article's text. */
export interface Token extends Fragment {
  readonly type: 'word' | 'mark' | 'quotation';
  /** The words as they stand in the article. */
  readonly text: string;
  /** A word in lower case with straight apostrophes and no possessive `'s`; a mark itself; '' for a quotation. */
  readonly lower: string;
}

/*
 * “officers’ union”: the apostrophe belongs to the word. So do soft hyphens and joiners inside of one; marks of direction and blanks
 * without width are nothing.
 */
const PIECE =
  /[\p{L}\p{N}\p{M}]+(?:(?:[-'’‐‑.&\u00AD\u200C]|\u200D|\u2060|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}\p{M}]+)*(?:(?<=[sxz])['’](?=\s))?|[^\s\p{L}\p{N}\p{M}\u00AD\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069]/gu;

/** Words, marks and outermost quotations of a range of the text, in order. */
export function tokens(text: string, range: Fragment): Token[] {
  const found: Token[] = [];
  let from = range.start;
  for (const quotation of outermostQuotations(text, range)) {
    pieces(text, { start: from, end: quotation.start }, found);
    found.push({ ...quotation, type: 'quotation', text: text.slice(quotation.start, quotation.end), lower: '' });
    from = quotation.end;
  }
  pieces(text, { start: from, end: range.end }, found);
  return found;
}

function pieces(text: string, { start, end }: Fragment, into: Token[]): void {
  for (const match of text.slice(start, end).matchAll(PIECE)) {
    const words = match[0];
    const at = start + match.index;
    const isWord = /^[\p{L}\p{N}\p{M}]/u.test(words);
    into.push({
      start: at,
      end: at + words.length,
      type: isWord ? 'word' : 'mark',
      text: words,
      lower: isWord ? lowered(words) : words,
    });
  }
}

function lowered(words: string): string {
  return words
    .toLowerCase()
    .replace(/\u00AD|\u200C|\u200D|\u2060/g, '')
    .replace(/’/g, "'")
    .replace(/'s?$/, '');
}

/** A word that begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token?.type === 'word' && /^\p{Lu}/u.test(token.text);
}

/** A word with `’s` behind it. */
export function isPossessive(token: Token): boolean {
  return token.type === 'word' && /['’]s?$/u.test(token.text);
}

const MARK = /[\p{Pf}\p{Pi}"'„‟」』〞〟]/u;

/** The last sign inside a quotation's marks. */
export function lastInside({ text }: Token): string {
  let at = text.length - 1;
  while (at > 0 && (MARK.test(text.charAt(at)) || /\s/u.test(text.charAt(at)))) at--;
  return at > 0 ? text.charAt(at) : '';
}

/** Whether a quotation has its closing mark: one that goes on in the next paragraph hasn't. */
export function isClosed({ text }: Token): boolean {
  return text.length > 1 && MARK.test(text.charAt(text.length - 1));
}

/** How many words a quotation holds; of a script that sets no blanks two signs count as one. */
export function wordsInside({ text }: Token): number {
  return Math.ceil((text.match(UNSPACED)?.length ?? 0) / 2 + (text.replace(UNSPACED, ' ').match(SPACED)?.length ?? 0));
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/gu;
const SPACED = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
