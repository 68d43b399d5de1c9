import type { Client } from '../../../shared/api/client.ts';
import { type EntitiesState, withNames } from '../entities.ts';
import type { EntityActions, Get, SetState } from '../types.ts';

/** The authority list in the window. */
export function entityActions(client: Client, set: SetState, get: Get): EntityActions {
  let reads = 0;
  const wanted = new Set<string>();
  const put = (change: Partial<EntitiesState>) => set((state) => ({ entities: { ...state.entities, ...change } }));

  return {
    showEntities: put,
    async readEntities() {
      const mine = ++reads;
      const found = await get().run('entities.names', { ids: null });
      if (!found || mine !== reads) return;
      wanted.clear();
      const names = new Map(found.names.map((name) => [name.id, name]));
      put({ names, total: found.total, revision: get().entities.revision + 1 });
    },
    async nameEntities(ids) {
      const { names, total } = get().entities;
      const missing = ids.filter((id) => !names.has(id) && !wanted.has(id));
      if (missing.length === 0 || names.size >= total) return;
      for (const id of missing) wanted.add(id);
      const found = await get().run('entities.names', { ids: missing });
      if (found) set((state) => ({ entities: withNames(state.entities, found.names) }));
      // What could not be read is asked for again when it is needed again.
      else for (const id of missing) wanted.delete(id);
    },
    async askEntity(annotationId) {
      const { asked, revision } = get().entities;
      if (asked?.annotationId === annotationId && asked.revision === revision) return;
      try {
        const proposal = await client.call('entities.propose', { annotationId });
        if (get().entities.revision === revision) put({ asked: { annotationId, revision, proposal } });
      } catch {
        // It went meanwhile, or isn't kept yet: there is nothing to offer for it, and nothing was lost.
      }
    },
    goToEntity(entityId) {
      get().goTo('entities');
      put({ view: { ...get().entities.view, tab: 'list', entityId } });
    },
  };
}
