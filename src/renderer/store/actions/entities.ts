import { emptyEntities, withNames } from '../entities.ts';
import type { EntityActions, Get, SetState } from '../types.ts';

/** The names of entities, as every panel needs them. */
export function entityActions(set: SetState, get: Get): EntityActions {
  let reads = 0;
  return {
    async readEntities() {
      const mine = ++reads;
      const found = await get().run('entities.names', { ids: null });
      if (found && mine === reads) set({ entities: withNames({ ...emptyEntities, total: found.total }, found.names) });
    },
    async nameEntities(ids) {
      const { entities } = get();
      // All are known unless the list is longer than what is read of it.
      if (entities.names.size >= entities.total) return;
      const unknown = [...new Set(ids)].filter((id) => !entities.names.has(id));
      if (unknown.length === 0) return;
      const found = await get().run('entities.names', { ids: unknown });
      if (found) set((state) => ({ entities: withNames(state.entities, found.names) }));
    },
  };
}
