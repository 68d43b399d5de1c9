import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../../../shared/api/client.ts';
import type { DatasetRows } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { DatasetTable } from '../../../shared/model/dataset.ts';
import { PAGE_SIZE, PageCache, pagesOf } from './pages.ts';

export type Row = DatasetRows['rows'][number];

/** Pages kept while scrolling; the ones farthest behind are read again when needed. */
const KEPT = 12;

export interface Rows {
  /** Null before the first answer. */
  readonly columns: DatasetRows['columns'] | null;
  readonly total: number;
  readonly error: ErrorInfo | null;
  /** The row of that number, or undefined while it isn't read. */
  row(index: number): Row | undefined;
  /** Reads the rows `[from, to)` where they aren't there yet. */
  see(from: number, to: number): void;
}

interface Answer {
  readonly key: string;
  readonly columns: DatasetRows['columns'];
  readonly total: number;
  readonly cache: PageCache<Row>;
}

/**
 * The rows of one table of the dataset, page by page.
 * @param revision another value means that the project changed and everything is read again.
 */
export function useRows(client: Client, table: DatasetTable, revision: unknown): Rows {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<ErrorInfo | null>(null);
  const [, redraw] = useState(0);
  // Requests of an earlier table or revision must not land in a later one.
  const session = useRef<{ readonly asked: Set<number> }>({ asked: new Set() });
  const seen = useRef({ from: 0, to: 1 });
  const size = PAGE_SIZE[table];

  const read = useCallback(
    (page: number) => client.call('dataset.rows', { table, offset: page * size, limit: size }),
    [client, table, size],
  );

  useEffect(() => {
    const mine = { asked: new Set<number>() };
    session.current = mine;
    const first = Math.floor(seen.current.from / size);
    read(first).then(
      (found) => {
        if (session.current !== mine) return;
        const cache = new PageCache<Row>(size, KEPT);
        cache.put(first, found.rows);
        setAnswer({ key: table, columns: found.columns, total: found.total, cache });
        setError(null);
      },
      (thrown: unknown) => session.current === mine && setError(errorInfo(thrown)),
    );
    // oxlint-disable-next-line react/exhaustive-deps -- a revision is a reason to read again, not a value that is used
  }, [read, table, size, revision]);

  const current = answer?.key === table ? answer : null;
  const see = useCallback(
    (from: number, to: number) => {
      seen.current = { from, to };
      if (!current) return;
      const mine = session.current;
      for (const page of pagesOf(from, to - 1, current.total, size)) {
        if (current.cache.has(page)) current.cache.touch(page);
        else if (!mine.asked.has(page)) {
          mine.asked.add(page);
          read(page).then(
            (found) => {
              mine.asked.delete(page);
              if (session.current !== mine) return;
              current.cache.put(page, found.rows);
              redraw((count) => count + 1);
            },
            (thrown: unknown) => {
              mine.asked.delete(page);
              if (session.current === mine) setError(errorInfo(thrown));
            },
          );
        }
      }
    },
    [current, read, size],
  );

  return {
    columns: current?.columns ?? null,
    total: current?.total ?? 0,
    error,
    row: (index) => current?.cache.row(index),
    see,
  };
}
