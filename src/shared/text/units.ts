import { namesIn, type WordHabits } from './names.ts';
import { type Paragraph, paragraphAt } from './paragraphs.ts';
import { partsOf } from './parts.ts';
import { outermostQuotations } from './quotations.ts';
import { sentences } from './sentences.ts';
import type { Fragment } from './span.ts';

/*
 * Going through a text unit by unit: from sentence to sentence, from quotation to quotation. Each step looks at the
 * paragraphs that it needs, never at all of the text.
 */

/** What is gone through: whole sentences, what lies between their commas, quotations with their marks, name-like runs. */
export const UNITS = ['name', 'quotation', 'sentence', 'part'] as const;
export type Unit = (typeof UNITS)[number];

/** A text with what its units are found by. */
export interface UnitText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** BCP 47 or ''. */
  readonly locale: string;
  /** How the text writes its words; asked for when names are. */
  readonly habits: () => WordHabits;
}

/**
 * The next (1) or previous (-1) unit as seen from a selection; null when there is none.
 *
 * Next is the first that begins behind the selection's start, or at a bare caret, or lies within the selection from its
 * start on: so units of one kind can be gone through inside of one of another. Previous is the last that begins before the
 * selection's start: from within a sentence its own beginning first.
 */
export function unitFrom(source: UnitText, unit: Unit, from: Fragment, way: 1 | -1): Fragment | null {
  for (const one of unitsFrom(source, unit, from.start, way)) {
    if (way < 0 && one.start < from.start) return one;
    if (way < 0) continue;
    const within = one.start === from.start && (from.start === from.end || one.end < from.end);
    if (one.start > from.start || within) return one;
  }
  return null;
}

/**
 * Where an end of a range comes to lie when it moves to the next (1) or previous (-1) part of a sentence: starts go to where a
 * part begins, ends to where one ends. Null when nothing would be left, or there is none.
 */
export function partEdge(source: UnitText, range: Fragment, edge: 'start' | 'end', way: 1 | -1): number | null {
  const from = range[edge];
  for (const part of unitsFrom(source, 'part', from, way)) {
    const at = part[edge];
    if (way > 0 ? at <= from : at >= from) continue;
    return edge === 'start' ? (at < range.end ? at : null) : at > range.start ? at : null;
  }
  return null;
}

/**
 * The units around an offset and on from there, in the way that is gone: the first may lie before it (or behind it, going
 * back). Lazy: a paragraph is looked at when it is reached.
 */
export function* unitsFrom(source: UnitText, unit: Unit, offset: number, way: 1 | -1): Generator<Fragment> {
  const { text, paragraphs, locale, habits } = source;
  const first = Math.max(0, paragraphAt(paragraphs, offset));
  for (let at = first; at >= 0 && at < paragraphs.length; at += way) {
    const paragraph = paragraphs[at] as Paragraph;
    if (unit === 'quotation') {
      const found = outermostQuotations(text, paragraph);
      yield* way > 0 ? found : found.reverse();
      continue;
    }
    for (const sentence of sentencesFrom(text, paragraph, at === first ? offset : null, way, locale)) {
      const found =
        unit === 'sentence'
          ? // What has no word in it is an emoji or a mark behind a stop.
            [sentence].filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
          : unit === 'part'
            ? partsOf(text, sentence, locale)
            : namesIn(text, sentence, habits(), locale);
      yield* way > 0 ? found : found.reverse();
    }
  }
}

/**
 * A paragraph's sentences in the way that is gone. Of a very long paragraph `sentences` looks at a window alone: the last
 * one in it may be cut, and comes whole with the next window.
 * @param offset where to begin; null: at the end of the paragraph that is come to first.
 */
function* sentencesFrom(
  text: string,
  paragraph: Fragment,
  offset: number | null,
  way: 1 | -1,
  locale: string,
): Generator<Fragment> {
  const ink = trimmed(text, paragraph);
  const isBehind = (a: number, b: number) => (way > 0 ? a > b : a < b);
  let near = Math.max(ink.start, Math.min(ink.end, offset ?? (way > 0 ? ink.start : ink.end)));
  /** How far sentences have been given. */
  let done = way > 0 ? ink.start : ink.end;
  for (;;) {
    const found = sentences(text, paragraph, { start: near, end: near }, locale);
    const ordered = way > 0 ? found : found.reverse();
    const last = ordered.at(-1);
    if (!last) return;
    const isWhole = way > 0 ? last.end >= ink.end : last.start <= ink.start;
    let moved = false;
    for (const sentence of ordered) {
      const [begins, ends] = way > 0 ? [sentence.start, sentence.end] : [sentence.end, sentence.start];
      if (isBehind(done, begins) || (sentence === last && !isWhole && moved)) continue;
      done = ends;
      moved = true;
      yield sentence;
    }
    if (isWhole) return;
    const [begins, ends] = way > 0 ? [last.start, last.end] : [last.end, last.start];
    const next = moved && isBehind(begins, near) ? begins : ends;
    if (!isBehind(next, near)) return;
    near = next;
  }
}

function trimmed(text: string, { start, end }: Fragment): Fragment {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
