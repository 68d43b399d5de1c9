import { useEffect, useState } from 'react';
import type { EntityRow } from '../../../shared/api/methods/entities.ts';
import type { EntityKind } from '../../../shared/model/entity.ts';
import { useClient } from '../../store/context.tsx';

const MOST = 30;
/** Milliseconds of rest after the last letter before the list is asked. */
const REST = 80;

/** Entities of a kind that have what was typed in a name, the best first; none while nothing is typed. */
export function useFoundEntities(kind: EntityKind, typed: string): readonly EntityRow[] {
  const client = useClient();
  const [found, setFound] = useState<{ readonly typed: string; readonly rows: readonly EntityRow[] }>({
    typed: '',
    rows: [],
  });
  const query = typed.trim();
  useEffect(() => {
    if (query === '') return;
    let over = false;
    const timer = setTimeout(() => {
      client.call('entities.list', { offset: 0, limit: MOST, sort: 'name', kind, category: null, query }).then(
        ({ rows }) => !over && setFound({ typed: query, rows }),
        () => undefined,
      );
    }, REST);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [client, kind, query]);
  // Until the next answer the last one stays: a list that comes and goes with each letter can't be read.
  return query === '' ? [] : found.rows;
}
