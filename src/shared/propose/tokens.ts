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

// “officers’ union”: the apostrophe belongs to the word.
const PIECE = /[\p{L}\p{N}\p{M}]+(?:[-'’‐‑.&][\p{L}\p{N}\p{M}]+)*(?:(?<=[sxz])['’](?=\s))?|[^\s\p{L}\p{N}\p{M}]/gu;

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
      lower: isWord ? words.toLowerCase().replace(/’/g, "'").replace(/'s?$/, '') : words,
    });
  }
}

/** A word that begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token?.type === 'word' && /^\p{Lu}/u.test(token.text);
}

/** A word with `’s` behind it. */
export function isPossessive(token: Token): boolean {
  return token.type === 'word' && /['’]s?$/u.test(token.text);
}

/** The last sign inside a quotation's marks. */
export function lastInside(token: Token): string {
  return /(\S)\s*[\p{Pf}\p{Pi}"'“”„‟’‘«»‹›」』〞〟]*$/u.exec(token.text.slice(1))?.[1] ?? '';
}

/** How many words a quotation holds. */
export function wordsInside(token: Token): number {
  return token.text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}
