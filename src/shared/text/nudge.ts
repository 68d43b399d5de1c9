import { characterAfter, characterBefore } from './characters.ts';
import type { Span } from './span.ts';
import { wordEndingAfter, wordEndingBefore, wordStartingAfter, wordStartingBefore } from './word-bounds.ts';

/**
 * Moves one end of a span by a word or a character.
 * @param edge the start of its first fragment or the end of its last one
 * @param step 1 towards the text's end, -1 towards its start
 * @returns the new span; the same one when the end can't move: at the text's edge, or when nothing would be left of the
 *   fragment. Never splits a character and never touches another fragment.
 */
export function nudge(
  text: string,
  span: Span,
  edge: 'start' | 'end',
  by: 'word' | 'character',
  step: 1 | -1,
  locale = '',
): Span {
  const index = edge === 'start' ? 0 : span.length - 1;
  const fragment = span[index];
  if (!fragment) return span;
  const at = target(text, fragment[edge], edge, by, step, locale);
  if (at === null || at === fragment[edge]) return span;
  const moved = { ...fragment, [edge]: at };
  return moved.start < moved.end ? span.with(index, moved) : span;
}

function target(
  text: string,
  at: number,
  edge: 'start' | 'end',
  by: 'word' | 'character',
  step: 1 | -1,
  locale: string,
): number | null {
  if (by === 'character') {
    if (step === 1) return at >= text.length ? null : characterAfter(text, at);
    return at <= 0 ? null : characterBefore(text, at);
  }
  if (edge === 'end')
    return (step === 1 ? wordEndingAfter(text, at, locale) : wordEndingBefore(text, at, locale))?.end ?? null;
  return (step === 1 ? wordStartingAfter(text, at, locale) : wordStartingBefore(text, at, locale))?.start ?? null;
}
