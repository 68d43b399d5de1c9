import type { DatasetTable } from '../../../shared/model/dataset.ts';

/** Rows a page. Rows of articles carry whole texts, so fewer of them are read at once. */
export const PAGE_SIZE: Readonly<Record<DatasetTable, number>> = {
  claims: 200,
  claim_codes: 200,
  spans: 200,
  links: 200,
  entities: 200,
  codes: 200,
  variables: 200,
  articles: 40,
};

/** The pages, by number from 0, that hold the rows `first` to `last` (inclusive) of `total`. */
export function pagesOf(first: number, last: number, total: number, size: number): readonly number[] {
  if (total <= 0 || last < first) return [];
  const from = Math.floor(Math.max(0, first) / size);
  const to = Math.floor(Math.min(last, total - 1) / size);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** Pages that were read, the least recently wanted forgotten first. */
export class PageCache<Row> {
  readonly #size: number;
  readonly #most: number;
  readonly #pages = new Map<number, readonly Row[]>();

  /** @param size rows a page; @param most how many pages are kept. */
  constructor(size: number, most: number) {
    this.#size = size;
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
    return this.#pages.get(Math.floor(index / this.#size))?.[index % this.#size];
  }
}
