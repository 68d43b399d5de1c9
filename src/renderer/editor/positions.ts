import type { Fragment } from '../../shared/text/span.ts';
import { type Paragraph, paragraphAt } from '../../shared/text/paragraphs.ts';
import { type Section, sectionsOf } from './sections.ts';

/**
 * Text offsets ⇄ ProseMirror positions. A paragraph's content begins one position behind its opening token, and the next
 * one's two behind its end, or four where a section ends, while in the text a line end of any length lies between. Both ways by
 * binary search.
 */
export class Positions {
  /** Never empty: an article without words has one empty paragraph. */
  readonly paragraphs: readonly Paragraph[];
  /** How the paragraphs are grouped. */
  readonly sections: readonly Section[];
  /** The position at which each paragraph's content begins. */
  readonly #begins: readonly { readonly start: number }[];

  constructor(paragraphs: readonly Paragraph[]) {
    this.paragraphs = paragraphs.length > 0 ? paragraphs : [{ start: 0, end: 0 }];
    this.sections = sectionsOf(this.paragraphs);
    const begins: { readonly start: number }[] = [];
    let next = 0;
    for (const { first, end } of this.sections) {
      next++;
      for (let index = first; index < end; index++) {
        begins.push({ start: next + 1 });
        const { start, end: stop } = this.paragraph(index);
        next += stop - start + 2;
      }
      next++;
    }
    this.#begins = begins;
  }

  /**
   * The position of an offset. One that lies between two paragraphs goes to the start of the next one, or, with `side` -1,
   * to the end of the one before; so a span's start and end stay with its words.
   */
  toPosition(offset: number, side: 1 | -1 = 1): number {
    const index = paragraphAt(this.paragraphs, offset);
    const { start, end } = this.paragraph(index);
    if (offset > end && side === 1 && index + 1 < this.paragraphs.length) return this.begin(index + 1);
    return this.begin(index) + Math.max(0, Math.min(offset, end) - start);
  }

  /** The offset of a position. One that lies between two paragraphs goes to the end of the one before. */
  toOffset(position: number): number {
    const index = paragraphAt(this.#begins, position);
    const { start, end } = this.paragraph(index);
    return Math.max(start, Math.min(end, start + position - this.begin(index)));
  }

  /** The paragraph of an offset (see `paragraphAt`), as an index. */
  indexAt(offset: number): number {
    return paragraphAt(this.paragraphs, offset);
  }

  paragraph(index: number): Paragraph {
    return this.paragraphs[index] as Paragraph;
  }

  /** The position at which a paragraph's content begins. */
  begin(index: number): number {
    return this.#begins[index]?.start ?? 1;
  }

  /** The positions before and behind a paragraph, tokens included. */
  around(index: number): { readonly from: number; readonly to: number } {
    const { start, end } = this.paragraph(index);
    const from = this.begin(index) - 1;
    return { from, to: from + end - start + 2 };
  }

  /**
   * The text between two positions in either order. A range that only touches the start of its last paragraph (as after a
   * triple click) or the end of its first one doesn't take in the line end there.
   */
  range(anchor: number, head: number): Fragment {
    let start = this.toOffset(Math.min(anchor, head));
    let end = this.toOffset(Math.max(anchor, head));
    if (start === end) return { start, end };
    const last = this.indexAt(end);
    if (last > 0 && end === this.paragraph(last).start) end = Math.max(start, this.paragraph(last - 1).end);
    const first = this.indexAt(start);
    if (first + 1 < this.paragraphs.length && start === this.paragraph(first).end && start < end) {
      start = Math.min(end, this.paragraph(first + 1).start);
    }
    return { start, end };
  }
}
