import { useEffect, useState } from 'react';
import type { EntityRow } from '../../../shared/api/methods/entities.ts';
import type { EntityKind } from '../../../shared/model/entity.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { useClient } from '../../store/context.tsx';

export interface EntitiesAsked {
  /** Null for both. */
  readonly kind: EntityKind | null;
  /** Nothing is asked while it is blank. */
  readonly typed: string;
  readonly sort?: 'name' | 'mentions';
  readonly limit?: number;
}

export interface FoundEntities {
  readonly rows: readonly EntityRow[];
  /** Whether they are the answer to just what is typed: else more may come, and before them. */
  readonly isNow: boolean;
}

/** Entities that have what was typed in a name, the best first. */
export function useFoundEntities({ kind, typed, sort = 'name', limit = 30 }: EntitiesAsked): FoundEntities {
  const client = useClient();
  const query = typed.trim();
  const asked = `${kind} ${sort} ${limit} ${query}`;
  const [found, setFound] = useState<{ readonly asked: string; readonly rows: readonly EntityRow[] }>({
    asked: '',
    rows: [],
  });
  useEffect(() => {
    if (query === '') return;
    let over = false;
    client.call('entities.list', { offset: 0, limit, sort, kind, category: null, query }).then(
      ({ rows }) => !over && setFound({ asked, rows }),
      // Without the list there is still what is known without it.
      () => !over && setFound({ asked, rows: [] }),
    );
    return () => {
      over = true;
    };
  }, [client, asked, kind, query, sort, limit]);
  if (query === '') return { rows: [], isNow: true };
  if (found.asked === asked) return { rows: found.rows, isNow: true };
  // What was found for fewer letters stays in sight until the next answer, so that the list doesn't jump: what fits still.
  return { rows: found.rows.filter((row) => fits(row, kind, query)), isNow: false };
}

function fits({ kind, name, aliases }: EntityRow, wanted: EntityKind | null, query: string): boolean {
  const key = foldWords(query);
  return (wanted === null || kind === wanted) && [name, ...aliases].some((one) => foldWords(one).includes(key));
}
