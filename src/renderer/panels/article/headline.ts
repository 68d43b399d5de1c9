import type { Article } from '../../../shared/model/article.ts';
import { tellsOfText } from '../../../shared/model/guess/top.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';

/** A head has no more paragraphs than these. */
const MOST_HEAD = 8;

/** How much of a text a head is told by, in UTF-16 units. */
const HEAD = 20_000;

/**
 * How many paragraphs a text begins with that say only what stands above it: title, outlet, date, author. They are drawn quieter. A
 * subheading is none of them: it may hold a claim.
 */
export function headParagraphs({ title, outlet }: Pick<Article, 'title' | 'outlet'>, text: string): number {
  const known = new Set([title, outlet].map(squeezed).filter((words) => words !== ''));
  const head = text.slice(0, HEAD);
  const all = paragraphs(text).slice(0, MOST_HEAD);
  const end = all.findIndex(({ start, end: to }) => {
    const lines = text.slice(start, to).split(/\r\n|[\n\r\u2028\u2029]/u);
    return !lines.every((line) => known.has(squeezed(line)) || tellsOfText(line, head));
  });
  return Math.max(0, end);
}

/**
 * Whether a text shows its title by itself: one of its first three lines with words is the title, whatever its white space.
 * The title is then not drawn once more above it. `first`: it is the very first line, which is drawn as the headline.
 */
export function titleInText(title: string, text: string): 'first' | 'later' | null {
  const wanted = squeezed(title);
  if (wanted === '') return null;
  const lines = text
    .slice(0, 4000)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(squeezed)
    .filter((line) => line !== '');
  const at = lines.slice(0, 3).indexOf(wanted);
  return at < 0 ? null : at === 0 ? 'first' : 'later';
}

function squeezed(line: string): string {
  return line.replace(/[\s\uFEFF]+/gu, ' ').trim();
}
