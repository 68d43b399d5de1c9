/** Rows of a long table, read page by page as they come into sight. */

/** Rows a page. */
export const PAGE = 200;

/** The pages, by number from 0, that hold the rows `first` to `last` (inclusive) of `total`. */
export function pagesOf(first: number, last: number, total: number): readonly number[] {
  if (total <= 0 || last < first) return [];
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.min(last, total - 1) / PAGE);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** Pages that were read, the least recently wanted forgotten first. */
export class PageCache<Row> {
  readonly #most: number;
  readonly #pages = new Map<number, readonly Row[]>();

  /** @param most how many pages are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  has(page: number): boolean {
    return this.#pages.has(page);
  }

  put(page: number, rows: readonly Row[]): void {
    this.#pages.delete(page);
    this.#pages.set(page, rows);
    while (this.#pages.size > this.#most) {
      const oldest = this.#pages.keys().next();
      if (oldest.done) return;
      this.#pages.delete(oldest.value);
    }
  }

  /** Marks a page as wanted now. */
  touch(page: number): void {
    const rows = this.#pages.get(page);
    if (rows) this.put(page, rows);
  }

  /** The row of that number in the whole table, or undefined while it isn't read. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }
}
