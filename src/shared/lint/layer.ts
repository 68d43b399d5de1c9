import type { Annotation } from '../model/annotation.ts';
import type { Kind } from '../model/kind.ts';
import type { Link } from '../model/link.ts';
import { foldWords } from '../text/fold.ts';
import { type Paragraph, paragraphAt, paragraphs } from '../text/paragraphs.ts';
import { inQuotes, withoutOuterQuotes } from '../text/quote.ts';
import { outermostQuotations, quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import { shorten } from '../text/shorten.ts';
import { compareSpans, type Fragment, type Span, spanEnd, spanStart, spanText } from '../text/span.ts';

/** What is looked at. */
export interface LintSource {
  readonly text: string;
  /** BCP 47 or ''. */
  readonly locale: string;
  /** One coder's, of one article, in any order. */
  readonly annotations: readonly Annotation[];
  /** Of the article; those of other layers don't disturb. */
  readonly links: readonly Link[];
  /** Whether the project keeps entities: only then mentions are expected to have one. */
  readonly hasEntities: boolean;
}

/** One coder's coding of one article, with what several rules ask of it, each made once and only when asked. */
export class LintLayer {
  readonly text: string;
  readonly locale: string;
  readonly hasEntities: boolean;
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  readonly #links: readonly Link[];
  #paragraphs: readonly Paragraph[] | null = null;
  #quotations: readonly Fragment[] | null = null;
  #outer: readonly Fragment[] | null = null;
  #marks: ReadonlyMap<number, readonly Fragment[]> | null = null;
  #byId: ReadonlyMap<string, Annotation> | null = null;
  #ofClaim: ReadonlyMap<string, readonly Link[]> | null = null;
  readonly #words = new Map<string, string>();
  /** The sentences around each window of a paragraph, and those of a claim. */
  readonly #windows = new Map<string, readonly Fragment[]>();
  readonly #sentences = new Map<string, Fragment>();

  constructor(source: LintSource) {
    this.text = source.text;
    this.locale = source.locale;
    this.hasEntities = source.hasEntities;
    this.annotations = source.annotations.toSorted((a, b) => compareSpans(a.fragments, b.fragments));
    this.#links = source.links;
  }

  of(kind: Kind): readonly Annotation[] {
    return this.annotations.filter((annotation) => annotation.kind === kind);
  }

  byId(id: string): Annotation | undefined {
    this.#byId ??= new Map(this.annotations.map((annotation) => [annotation.id, annotation]));
    return this.#byId.get(id);
  }

  /** The annotations that begin in a range, in reading order. */
  beginningIn({ start, end }: Fragment): readonly Annotation[] {
    const from = firstFrom(this.annotations, start);
    const found: Annotation[] = [];
    for (let at = from; at < this.annotations.length; at++) {
      const annotation = this.annotations[at] as Annotation;
      if (spanStart(annotation.fragments) >= end) break;
      found.push(annotation);
    }
    return found;
  }

  linksOf(claim: Annotation): readonly Link[] {
    if (!this.#ofClaim) {
      const map = new Map<string, Link[]>();
      for (const link of this.#links) {
        const list = map.get(link.claimId);
        if (list) list.push(link);
        else map.set(link.claimId, [link]);
      }
      this.#ofClaim = map;
    }
    return this.#ofClaim.get(claim.id) ?? [];
  }

  /** The annotation's words as they are compared, without quotation marks around them. */
  folded(annotation: Annotation): string {
    let words = this.#words.get(annotation.id);
    if (words === undefined) {
      words = foldWords(withoutOuterQuotes(spanText(this.text, annotation.fragments)));
      this.#words.set(annotation.id, words);
    }
    return words;
  }

  /** Words as a sentence of Parley's quotes them. */
  quoted(span: Span): string {
    const words = span.map(({ start, end }) => withoutOuterQuotes(this.text.slice(start, end))).join(' … ');
    return inQuotes(shorten(words, 60));
  }

  /** The paragraph that holds an offset, or the last one before it. */
  paragraph(offset: number): Fragment {
    this.#paragraphs ??= paragraphs(this.text);
    return this.#paragraphs[paragraphAt(this.#paragraphs, offset)] ?? { start: 0, end: this.text.length };
  }

  /** All quotations, marks included, inner ones too, in order of their ends within each paragraph. */
  quotations(): readonly Fragment[] {
    this.#paragraphs ??= paragraphs(this.text);
    this.#quotations ??= this.#paragraphs.flatMap((paragraph) => quotations(this.text, paragraph));
    return this.#quotations;
  }

  /** The quotations that lie in no other one, in reading order. */
  outerQuotations(): readonly Fragment[] {
    this.#paragraphs ??= paragraphs(this.text);
    this.#outer ??= this.#paragraphs.flatMap((paragraph) => outermostQuotations(this.text, paragraph));
    return this.#outer;
  }

  /** The quotations that begin or end with the mark at an offset. */
  quotationsAt(mark: number): readonly Fragment[] {
    if (!this.#marks) {
      const marks = new Map<number, Fragment[]>();
      for (const quotation of this.quotations()) {
        for (const at of [quotation.start, quotation.end - 1]) {
          const own = marks.get(at);
          if (own) own.push(quotation);
          else marks.set(at, [quotation]);
        }
      }
      this.#marks = marks;
    }
    return this.#marks.get(mark) ?? [];
  }

  /** From the sentence that a span begins in to the one that it ends in. */
  sentenceOf(span: Span): Fragment {
    const from = spanStart(span);
    const to = spanEnd(span);
    const key = `${from} ${to}`;
    let found = this.#sentences.get(key);
    if (!found) {
      const first = this.#sentenceAt(from, from);
      const last = this.#sentenceAt(span.at(-1)?.start ?? from, to);
      found = { start: Math.min(from, first.start), end: Math.max(to, last.end) };
      this.#sentences.set(key, found);
    }
    return found;
  }

  #sentenceAt(start: number, end: number): Fragment {
    const paragraph = this.paragraph(start);
    const range = { start, end: Math.min(end, paragraph.end) };
    const all = this.#sentencesNear(paragraph, start);
    const first = all.findLast((sentence) => sentence.start <= range.start) ?? all[0];
    if (!first) return range;
    if (first.end >= range.end) return first;
    const last = this.#sentencesNear(paragraph, range.end).find((sentence) => sentence.end >= range.end);
    return { start: first.start, end: Math.max(first.end, last?.end ?? range.end) };
  }

  /** The sentences around an offset: a paragraph is read once in windows, however many spans lie in it. */
  #sentencesNear(paragraph: Fragment, offset: number): readonly Fragment[] {
    const start = Math.max(paragraph.start, offset - (offset % WINDOW));
    const key = `${paragraph.start} ${start}`;
    let all = this.#windows.get(key);
    if (!all) {
      const near = { start, end: Math.min(paragraph.end, start + WINDOW) };
      all = sentences(this.text, paragraph, near, this.locale);
      this.#windows.set(key, all);
    }
    return all;
  }
}

/** So many units of a paragraph are read for their sentences at a time. */
const WINDOW = 2000;

/** The index of the first annotation that begins at or behind an offset. */
function firstFrom(annotations: readonly Annotation[], offset: number): number {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spanStart((annotations[middle] as Annotation).fragments) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a key keeps of words: enough to know them by, and no half of a character. */
export function keyWords(words: string): string {
  return words.slice(0, 200).replace(/[\uD800-\uDBFF]$/, '');
}

/** Whether two ranges share any unit. */
export function overlaps(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Units that two spans share. */
export function sharedUnits(a: Span, b: Span): number {
  let shared = 0;
  for (const one of a) {
    for (const other of b) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  }
  return shared;
}
