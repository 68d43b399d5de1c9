import { findDate } from '../../text/dates.ts';
import { takeCredits, withoutEmphasis } from './credits.ts';
import { isHeadline } from './headline.ts';
import { type Clues, takeFrontMatter, takeHeader, webAddress } from './labels.ts';
import { type Line, linesFrom } from './lines.ts';
import { hasOutletWord, isName, isPlaceIn } from './names.ts';

/** How many lines are looked at before the text is taken to have begun. */
const MOST_LINES = 60;
/** Headline, subheading, outlet: a text has no more loose lines before it begins. */
const MOST_LOOSE = 3;

/** Longer lines are text proper, in UTF-16 units. */
const MOST_UNITS = 1000;

/** A short line that is neither a header nor credits: a headline, a subheading or the outlet's name. */
interface Loose {
  readonly text: string;
  /** Whether a date, a byline or the like stands right before or behind it. */
  nearCredits: boolean;
}

/** What stands before the text proper. */
export interface Top {
  readonly clues: Clues;
  /** UTF-16 offset of the first line of the text proper; the text's length when nothing is left. */
  readonly body: number;
}

/** Reads headers, headline and credits from the top of a text. */
export function readTop(text: string): Top {
  const clues: Clues = {};
  const from = takeFrontMatter(text, clues);
  const lines = leadingDate(linesFrom(text, from, MOST_LINES), clues);
  const loose: Loose[] = [];
  let afterCredits = false;
  let body = text.length;

  for (const [i, line] of lines.entries()) {
    if (line.text === '') continue;
    if (takeLine(line.text, text, clues)) {
      afterCredits = true;
      const before = loose.at(-1);
      if (before) before.nearCredits = true;
      continue;
    }
    const words = withoutEmphasis(line.text);
    const next = lines[i + 1]?.text ?? null;
    const nextIsCredits = isCredits(next, text) || isOutletAbove(next, lines[i + 2]?.text ?? null, text);
    if (loose.length === MOST_LOOSE || !(isHeadline(words, next, nextIsCredits) || isOutletLine(words, next))) {
      body = line.start;
      break;
    }
    loose.push({ text: words, nearCredits: afterCredits });
    afterCredits = false;
  }
  sortLoose(loose, text, clues);
  return { clues, body };
}

/** ` date 2031-03-14 Ministers meet …`: takes the date off the first line that isn't blank. */
function leadingDate(lines: readonly Line[], clues: Clues): readonly Line[] {
  const first = lines.findIndex((line) => line.text !== '');
  const line = lines[first];
  const mark = line && /^date[:\s]\s*(\d{4}-\d{2}-\d{2})(?!\d)[ \t]*/i.exec(line.text);
  const found = mark && findDate(mark[1] ?? '');
  if (!line || !mark || !found) return lines;
  clues.date ??= found.date;
  return lines.with(first, { start: line.start + mark[0].length, text: line.text.slice(mark[0].length) });
}

function takeLine(line: string, text: string, clues: Clues): boolean {
  const heading = line.length > MOST_UNITS ? undefined : /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
  if (heading !== undefined) {
    if (clues.title !== undefined || heading === '') return false;
    clues.title = withoutEmphasis(heading);
    return true;
  }
  const url = webAddress(line);
  if (url !== '') {
    clues.url ??= url;
    return true;
  }
  return takeHeader(withoutEmphasis(line), clues) || takeCredits(line, text, clues);
}

/** Whether a line at the top of a text only tells of it (`Date: …`, a byline, a date, an address). */
export function tellsOfText(line: string, text: string): boolean {
  return isCredits(line.trim(), text);
}

function isCredits(line: string | null, text: string): boolean {
  return line !== null && line !== '' && takeLine(line, text, {});
}

/** A name with credits under it, or one that only outlets have. */
function isOutletAbove(line: string | null, next: string | null, text: string): boolean {
  return line !== null && isName(line) && (hasOutletWord(line) || isCredits(next, text));
}

/** An outlet's name on a line of its own, with more lines behind it. */
function isOutletLine(line: string, next: string | null): boolean {
  return next !== null && isName(line) && hasOutletWord(line);
}

/** Which of the loose lines is the headline, and which the outlet. */
function sortLoose(loose: readonly Loose[], text: string, clues: Clues): void {
  const names = loose.filter((line) => isName(line.text) && !isPlaceIn(text, line.text));
  const clear = names.filter(
    ({ text: name, nearCredits }) =>
      hasOutletWord(name) ||
      (nearCredits && (clues.author !== undefined || name.startsWith('The ') || !name.includes(' '))),
  );
  const outlet = clear.find((line) => hasOutletWord(line.text)) ?? clear.at(-1);
  const hasOtherTitle = clues.title !== undefined || loose.length > 1;
  if (outlet && hasOtherTitle) clues.outlet ??= outlet.text;
  const title = loose.find((line) => line !== outlet || !hasOtherTitle);
  if (title) clues.title ??= title.text;
}
