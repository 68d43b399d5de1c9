import { type Paragraph, paragraphs } from '../text/paragraphs.ts';
import type { Fragment } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import { isCapital, lastInside, type Token, tokens } from './tokens.ts';

/** A sentence as the rules read it: a quotation is one token, so one that holds three sentences cuts nothing. */
export interface Sentence extends Fragment {
  readonly tokens: readonly Token[];
  /** The words in lower case, null for what is none: what phrases are looked for in. */
  readonly lowers: readonly (string | null)[];
  /** Which paragraph of the article, from 0; a headline is one of its own. */
  readonly paragraph: number;
  /** Whether it is the headline. */
  readonly headline: boolean;
}

/** Text that never stops is read in pieces of so many words and marks. */
const LONGEST = 200;

const ENDS = /^[.!?…。！？]$/u;

/**
 * The sentences of an article, in order.
 * @param title the article's; where it stands in the text it is a paragraph of its own.
 */
export function readSentences(text: string, title: string, lexicon: Lexicon | null): Sentence[] {
  const found: Sentence[] = [];
  const headline = headlineIn(text, title);
  let index = 0;
  for (const paragraph of paragraphs(text)) {
    const cuts = headline && headline.start < paragraph.end && headline.end > paragraph.start;
    const parts: Fragment[] = cuts
      ? [
          { start: paragraph.start, end: Math.max(paragraph.start, headline.start) },
          headline,
          { start: Math.min(paragraph.end, headline.end), end: paragraph.end },
        ]
      : [paragraph as Paragraph];
    for (const part of parts) {
      if (part.end <= part.start) continue;
      found.push(...sentencesOf(tokens(text, part), index, part === headline, lexicon));
      index++;
    }
  }
  return found;
}

/** Where the title stands near the top of the text as a line of its own, or a long one at a line's end; or null. */
function headlineIn(text: string, title: string): Fragment | null {
  const wanted = title.trim();
  if (wanted.length < 4) return null;
  const isLong = wanted.split(/\s+/u).length > 3;
  const top = text.slice(0, TOP);
  for (let at = top.indexOf(wanted); at >= 0; at = top.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const before = top.slice(0, at).split(LINE_END).at(-1) ?? '';
    const behind = text.slice(end, end + TOP).split(LINE_END)[0] ?? '';
    if ((isLong || LABEL.test(before)) && !/[\p{L}\p{N}]/u.test(behind)) return { start: at, end };
  }
  return null;
}

const LINE_END = /[\n\r\u2028\u2029]/;
/** `Title: `, or the signs of a heading: before a short title, whose words may end a line by chance. */
const LABEL = /^[^\p{L}\p{N}]*(?:\p{L}{2,20} ?:)?[^\p{L}\p{N}]*$/u;

/** So far down, in UTF-16 units, a title is looked for. */
const TOP = 2000;

function sentencesOf(all: readonly Token[], paragraph: number, headline: boolean, lexicon: Lexicon | null): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (let i = 0; i < all.length; i++) {
    if (i + 1 < all.length && i - from < LONGEST && !endsAt(all, i, lexicon)) continue;
    const own = all.slice(from, i + 1);
    from = i + 1;
    found.push({
      start: own[0]?.start ?? 0,
      end: own.at(-1)?.end ?? 0,
      tokens: own,
      lowers: own.map((token) => (token.type === 'word' ? token.lower : null)),
      paragraph,
      headline,
    });
  }
  return found;
}

/** Whether a sentence ends with a token; the next one is there. */
function endsAt(all: readonly Token[], at: number, lexicon: Lexicon | null): boolean {
  const token = all[at] as Token;
  const next = all[at + 1] as Token;
  if (token.type === 'mark' && ENDS.test(token.text)) {
    const before = all[at - 1];
    if (before?.type === 'word' && token.text === '.' && before.end === token.start) {
      if (lexicon?.abbreviations.has(before.lower) && next.type === 'word') return false;
      // The initial of a name.
      if (/^\p{Lu}$/u.test(before.text) && isCapital(next)) return false;
    }
    return next.type === 'quotation' || isCapital(next) || next.type === 'mark' || /^\p{N}/u.test(next.text);
  }
  if (token.type !== 'quotation') return false;
  const last = lastInside(token);
  if (!ENDS.test(last)) return false;
  if (next.type === 'quotation') return true;
  if (!isCapital(next)) return false;
  // “Stop!” Hale said. The attribution goes on in the same sentence.
  return !attributionFollows(all, at + 1, last === '.', lexicon);
}

/**
 * Whether no more than a name and a verb of saying follow up to the next stop.
 * @param stopped a stop closes the quotation where a comma is usual: what goes on with a clause is a sentence of its own
 */
function attributionFollows(all: readonly Token[], from: number, stopped: boolean, lexicon: Lexicon | null): boolean {
  if (!lexicon) return false;
  const lowers = all.slice(from, from + 9).map((token) => (token.type === 'word' ? token.lower : null));
  for (let i = 1; i < lowers.length; i++) {
    if (lowers[i] === null) return false;
    const verb = Math.max(lexicon.verbs.say.at(lowers, i), lexicon.verbs.tell.at(lowers, i));
    if (verb === 0) continue;
    const behind = all[from + i + verb];
    if (stopped) return behind?.type === 'mark' || lexicon.times.at(lowers, i + verb) > 0;
    // “Enough.” Hale said that …: a sentence of its own.
    return behind?.type !== 'word' || !lexicon.that.has(behind.lower);
  }
  return false;
}
