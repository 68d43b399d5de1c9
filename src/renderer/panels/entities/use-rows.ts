import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntityPage, EntityRow } from '../../../shared/api/methods/entities.ts';
import type { EntitiesView } from '../../store/entities.ts';
import { useStore } from '../../store/store.ts';

const PAGE = 100;

export interface EntityRows {
  /** -1 before the first answer. */
  readonly total: number;
  readonly byKind: EntityPage['byKind'];
  /** Whether they are the list as it is now; else another answer is on its way. */
  readonly isNow: boolean;
  row(index: number): EntityRow | undefined;
  /** Rows `[from, to)` came into sight. */
  see(from: number, to: number): void;
}

/** The list as it is asked for, in pages that are read when they come into sight, and again after a change. */
export function useEntityRows({ kind, query, sort }: Pick<EntitiesView, 'kind' | 'query' | 'sort'>): EntityRows {
  const run = useStore((store) => store.run);
  const revision = useStore((store) => store.entities.revision);
  const [state, setState] = useState<{
    round: number;
    total: number;
    byKind: EntityPage['byKind'];
    pages: ReadonlyMap<number, readonly EntityRow[]>;
  }>({ round: 0, total: -1, byKind: { actor: 0, venue: 0 }, pages: new Map() });
  const [wanted, setWanted] = useState(0);
  const asked = useRef(new Set<number>());
  const round = useRef(0);
  const seen = useRef({ from: 0, to: 1 });

  const read = useCallback(
    async (page: number, fresh: boolean) => {
      const mine = round.current;
      asked.current.add(page);
      const input = { offset: page * PAGE, limit: PAGE, sort, kind, category: null, query };
      const answer = await run('entities.list', input);
      if (mine !== round.current) return;
      asked.current.delete(page);
      if (!answer) return;
      setState((now) => ({
        round: mine,
        total: answer.total,
        byKind: answer.byKind,
        pages: new Map(fresh ? [] : now.pages).set(page, answer.rows),
      }));
    },
    [run, kind, query, sort],
  );
  useEffect(() => {
    setWanted(++round.current);
    asked.current.clear();
    void read(Math.floor(seen.current.from / PAGE), true);
    // oxlint-disable-next-line react/exhaustive-deps -- a revision is a reason to read again, not a value that is used
  }, [read, revision]);

  const see = useCallback(
    (from: number, to: number) => {
      seen.current = { from, to };
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
        if (!state.pages.has(page) && !asked.current.has(page) && page * PAGE < state.total) void read(page, false);
      }
    },
    [state, read],
  );
  return {
    total: state.total,
    byKind: state.byKind,
    isNow: state.total >= 0 && state.round === wanted,
    row: (index) => state.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    see,
  };
}
