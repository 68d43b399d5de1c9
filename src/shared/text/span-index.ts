import { compareSpans, type Span, spanEnd, spanStart } from './span.ts';

/** What an index holds: anything with an id and a span. */
export interface Spanned {
  readonly id: string;
  readonly fragments: Span;
}

/** Items a block: a range query skips a whole block that ends before the range begins. */
const BLOCK = 64;

/**
 * Spans by id and by place. An array in reading order, with the furthest end of each block of 64: adding and removing
 * cost a shift of the array, a range query one look a block and one an item found. However long the spans are: a long
 * one slows down its own block alone.
 */
export class SpanIndex<T extends Spanned> {
  readonly #byId = new Map<string, T>();
  #order: T[] = [];
  /** The furthest end in each block; right for the blocks before `#settled`. */
  readonly #ends: number[] = [];
  #settled = 0;

  constructor(items: Iterable<T> = []) {
    for (const item of items) this.#byId.set(item.id, item);
    this.#order = [...this.#byId.values()].sort(compareItems);
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  /** All items in reading order: by start, the longer first, then by id. */
  all(): readonly T[] {
    return this.#order;
  }

  /** Adds an item; one with the same id is replaced. */
  add(item: T): void {
    this.remove(item.id);
    this.#byId.set(item.id, item);
    const at = this.#place(item);
    this.#order = this.#order.toSpliced(at, 0, item);
    this.#unsettle(at);
  }

  /** Removes an item; false when there was none of that id. */
  remove(id: string): boolean {
    const item = this.#byId.get(id);
    if (!item) return false;
    this.#byId.delete(id);
    const at = this.#place(item);
    this.#order = this.#order.toSpliced(at, 1);
    this.#unsettle(at);
    return true;
  }

  /** Those whose hull, from first start to last end with the gaps, shares a unit with `[from, to)`, in reading order. */
  inRange(from: number, to: number): T[] {
    const out: T[] = [];
    const until = this.#firstFrom(to);
    this.#settle(Math.ceil(until / BLOCK));
    for (let block = 0; block * BLOCK < until; block++) {
      if ((this.#ends[block] ?? 0) <= from) continue;
      const last = Math.min(until, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < last; i++) {
        const item = this.#order[i] as T;
        if (spanEnd(item.fragments) > from) out.push(item);
      }
    }
    return out;
  }

  /**
   * The next in reading order that passes `filter`: behind the item of that id, or beginning at or behind an offset.
   * Undefined at the end, or for an unknown id.
   */
  next(from: string | number, filter?: (item: T) => boolean): T | undefined {
    const at = this.#index(from);
    if (at < 0) return undefined;
    for (let i = typeof from === 'string' ? at + 1 : at; i < this.#order.length; i++) {
      const item = this.#order[i] as T;
      if (!filter || filter(item)) return item;
    }
    return undefined;
  }

  /** The same, backwards: before the item of that id, or beginning before an offset. */
  previous(from: string | number, filter?: (item: T) => boolean): T | undefined {
    for (let i = this.#index(from) - 1; i >= 0; i--) {
      const item = this.#order[i] as T;
      if (!filter || filter(item)) return item;
    }
    return undefined;
  }

  #index(from: string | number): number {
    if (typeof from === 'number') return this.#firstFrom(from);
    const item = this.#byId.get(from);
    return item ? this.#place(item) : -1;
  }

  /** Where an item stands or would stand. */
  #place(item: T): number {
    return lowest(this.#order.length, (i) => compareItems(this.#order[i] as T, item) >= 0);
  }

  /** The first item that begins at or behind an offset. */
  #firstFrom(offset: number): number {
    return lowest(this.#order.length, (i) => spanStart((this.#order[i] as T).fragments) >= offset);
  }

  #unsettle(at: number): void {
    this.#settled = Math.min(this.#settled, Math.floor(at / BLOCK));
  }

  /** Makes the ends of the first `blocks` blocks right: those behind them aren't looked at now. */
  #settle(blocks: number): void {
    for (let block = this.#settled; block < blocks; block++) {
      let end = 0;
      const last = Math.min(this.#order.length, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < last; i++) end = Math.max(end, spanEnd((this.#order[i] as T).fragments));
      this.#ends[block] = end;
    }
    this.#settled = Math.max(this.#settled, blocks);
  }
}

function compareItems(a: Spanned, b: Spanned): number {
  return compareSpans(a.fragments, b.fragments) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The lowest number in `[0, length)` for which `test` holds, when it holds for all above; else `length`. */
function lowest(length: number, test: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
