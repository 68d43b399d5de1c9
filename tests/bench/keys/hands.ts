import type { Page } from '@playwright/test';
import { readHabits } from '../../../src/shared/text/names.ts';
import { nudge } from '../../../src/shared/text/nudge.ts';
import { paragraphs } from '../../../src/shared/text/paragraphs.ts';
import type { Fragment } from '../../../src/shared/text/span.ts';
import { partEdge, type Unit, unitFrom, UNITS, type UnitText } from '../../../src/shared/text/units.ts';
import { readArticle, selectedRange } from '../../e2e/support/caret.ts';
import type { GoldArticle } from '../proposals/gold.ts';

/*
 * What a coder does in the text by keyboard. They know the sheet of keys and take the short way: go to the sentence, quotation,
 * name or part of a sentence that lies nearest, then move its ends by part, word or sign to where the words begin and end.
 */

/** Waits until all is on the disk: not a key. */
export async function kept(page: Page): Promise<void> {
  await page.locator('[data-saved="yes"]').waitFor();
}

export async function key(page: Page, combination: string): Promise<void> {
  await page.keyboard.press(combination);
  await kept(page);
}

/** Selects a range of the article's text, from wherever the caret is. Throws when it comes out otherwise than planned. */
export async function select(page: Page, { text }: GoldArticle, range: Fragment): Promise<void> {
  await readArticle(page);
  const here = await selectedRange(page, text);
  for (const combination of keysTo(text, here, range)) await page.keyboard.press(combination);
  const { start, end } = await selectedRange(page, text);
  if (start !== range.start || end !== range.end) {
    throw new Error(`“${text.slice(start, end)}” was selected for “${text.slice(range.start, range.end)}”`);
  }
}

const REACH: Readonly<Record<Unit, string>> = { name: '4', quotation: '5', sentence: '6', part: '7' };

/** Steps that nobody would go on with. */
const FAR = { units: 40, moves: 16 };

/** The fewest keys from a selection to another one, by one kind of unit and then its ends. */
export function keysTo(text: string, from: Fragment, to: Fragment): readonly string[] {
  const habits = readHabits(text, 'en');
  const source: UnitText = { text, paragraphs: paragraphs(text), locale: 'en', habits: () => habits };
  let best: readonly string[] | null = null;
  for (const unit of UNITS) {
    for (const way of [1, -1] as const) {
      const reached: string[] = [];
      let at: Fragment | null = from;
      while (at && reached.length < FAR.units) {
        const moves = at.start < at.end && at.start < to.end && to.start < at.end ? movesTo(source, at, to) : null;
        if (moves && (!best || reached.length + moves.length < best.length)) best = [...reached, ...moves];
        at = unitFrom(source, unit, at, way);
        reached.push(way > 0 ? REACH[unit] : `Shift+${REACH[unit]}`);
      }
    }
  }
  if (!best) throw new Error(`no way to “${text.slice(to.start, to.end)}”`);
  return best;
}

/** The keys that move both ends of a range that shares words with another to its ends; null when that takes too many. */
function movesTo(source: UnitText, from: Fragment, to: Fragment): readonly string[] | null {
  const start = movesOf(source, from, to, 'start');
  const end = movesOf(source, from, to, 'end');
  return start && end ? [...start, ...end] : null;
}

const MOVES = {
  start: {
    part: 'Alt+Shift+.',
    partBack: 'Alt+Shift+,',
    word: 'Alt+Shift+ArrowRight',
    wordBack: 'Alt+Shift+ArrowLeft',
  },
  end: { part: 'Alt+.', partBack: 'Alt+,', word: 'Alt+ArrowRight', wordBack: 'Alt+ArrowLeft' },
} as const;

/** The fewest keys that bring one end to its place: step by step outwards from where it is. */
function movesOf(source: UnitText, from: Fragment, to: Fragment, edge: 'start' | 'end'): readonly string[] | null {
  const { text } = source;
  const target = to[edge];
  // The other end never stands in the way: both ranges share words.
  const range = (at: number): Fragment =>
    edge === 'start' ? { start: at, end: Math.max(from.end, to.start + 1) } : { start: from.start, end: at };
  const names = MOVES[edge];
  const by = (unit: 'word' | 'character', step: 1 | -1) => (at: number) =>
    nudge(text, [range(at)], edge, unit, step, 'en')[0]?.[edge] ?? null;
  const steps: readonly (readonly [string, (at: number) => number | null])[] = [
    [names.part, (at) => partEdge(source, range(at), edge, 1)],
    [names.partBack, (at) => partEdge(source, range(at), edge, -1)],
    [names.word, by('word', 1)],
    [names.wordBack, by('word', -1)],
    [edge === 'start' ? 'Shift+.' : '.', by('character', 1)],
    [edge === 'start' ? 'Shift+,' : ',', by('character', -1)],
  ];
  const ways = new Map<number, readonly string[]>([[from[edge], []]]);
  for (const [at, way] of ways) {
    if (at === target) return way;
    if (way.length === FAR.moves) return null;
    for (const [name, step] of steps) {
      const next = step(at);
      if (next !== null && !ways.has(next)) ways.set(next, [...way, name]);
    }
  }
  return null;
}
