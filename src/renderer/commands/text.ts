import type { Annotation } from '../../shared/model/annotation.ts';
import { type Paragraph, paragraphAt, paragraphs } from '../../shared/text/paragraphs.ts';
import { readHabits, type WordHabits } from '../../shared/text/names.ts';
import { growth } from '../../shared/text/segments.ts';
import { inQuotes, withoutOuterQuotes } from '../../shared/text/quote.ts';
import { type Fragment, type Span, spanText } from '../../shared/text/span.ts';
import type { UnitText } from '../../shared/text/units.ts';
import type { CommandContext } from './command.ts';

/** The open article's text with what commands need to know of it. */
export interface OpenText {
  readonly text: string;
  readonly locale: string;
}

let known: { readonly text: string; readonly list: readonly Paragraph[] } | null = null;
let habits: { readonly text: string; readonly locale: string; readonly read: WordHabits } | null = null;

/** Its paragraphs: found once a text. */
function paragraphsOf(text: string): readonly Paragraph[] {
  if (known?.text !== text) known = { text, list: paragraphs(text) };
  return known.list;
}

/** The paragraph that holds an offset, or the last one before it; the whole text when it has none. */
export function paragraphHolding(text: string, offset: number): Fragment {
  const list = paragraphsOf(text);
  return list[paragraphAt(list, offset)] ?? { start: 0, end: text.length };
}

/** The text as it is gone through unit by unit. How it writes its words is read once, when names are first asked for. */
export function unitText({ text, locale }: OpenText): UnitText {
  return {
    text,
    locale,
    paragraphs: paragraphsOf(text),
    habits: () => {
      if (habits?.text !== text || habits.locale !== locale) habits = { text, locale, read: readHabits(text, locale) };
      return habits.read;
    },
  };
}

/** The steps by which a selection grows (word, quotation, sentence, paragraph), each strictly larger than `from`. */
export function steps({ text, locale }: OpenText, from: Fragment): readonly Fragment[] {
  return growth(text, paragraphHolding(text, from.start), from, locale);
}

/** The smallest step that is strictly larger than `current`, or null. */
export function grown(open: OpenText, current: Fragment): Fragment | null {
  return steps(open, current).find((step) => covers(step, current)) ?? null;
}

/** The largest step that lies strictly inside `current` and grew from `origin`; `origin` itself at last; null when there is none. */
export function shrunk(open: OpenText, current: Fragment, origin: Fragment): Fragment | null {
  const inside = steps(open, origin).filter((step) => covers(current, step));
  return inside.at(-1) ?? (covers(current, origin) ? origin : null);
}

function covers(outer: Fragment, inner: Fragment): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
}

/** The open article's text, or null. */
export function openText(context: CommandContext): OpenText | null {
  const { open } = context.store.getState();
  return open && { text: open.text, locale: open.article.language };
}

/**
 * The words of a span in curly quotes, unless they bring their own, shortened to about 40 characters, for what is said and
 * shown.
 */
export function quoted(text: string, span: Span): string {
  const words = span.map(({ start, end }) => withoutOuterQuotes(text.slice(start, end))).join(' … ');
  const characters = [...words.replace(/\s+/gu, ' ').trim()];
  return inQuotes(characters.length > 42 ? `${characters.slice(0, 40).join('').trimEnd()}…` : characters.join(''));
}

/** The words of a span on one line, its fragments with “…” between them. */
export function lineOf(text: string, span: Span): string {
  return spanText(text, span, ' … ').replace(/\s+/gu, ' ');
}

/** A span as a call takes it. */
export function copied(span: Span): Fragment[] {
  return span.map(({ start, end }) => ({ start, end }));
}

/** `claim “A settlement is possible…”`. */
export function named(text: string, annotation: Annotation): string {
  return `${annotation.kind} ${quoted(text, annotation.fragments)}`;
}

/** Selects words of the open article and says which. */
export function selectRange(context: CommandContext, range: Fragment): void {
  const { open, say } = context.store.getState();
  if (!open) return;
  context.editor?.select(range);
  say(`Selected ${quoted(open.text, [range])}`);
}
