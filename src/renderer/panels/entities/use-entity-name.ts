import { useEffect } from 'react';
import type { EntityName } from '../../../shared/api/methods/entities.ts';
import { useStore } from '../../store/store.ts';

/** An entity's name; undefined while it isn't known. Of a long list it is asked for when it is needed. */
export function useEntityName(id: string | null): EntityName | undefined {
  const name = useStore((store) => (id === null ? undefined : store.entities.names.get(id)));
  const nameEntities = useStore((store) => store.nameEntities);
  useEffect(() => {
    if (id !== null && !name) void nameEntities([id]);
  }, [id, name, nameEntities]);
  return name;
}
