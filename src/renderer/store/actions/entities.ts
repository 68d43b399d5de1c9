import type { Client } from '../../../shared/api/client.ts';
import { type EntitiesState, withNames } from '../entities.ts';
import { readFresh } from './fresh.ts';
import type { EntityActions, Get, SetState } from '../types.ts';

/** The authority list in the window. */
export function entityActions(client: Client, set: SetState, get: Get): EntityActions {
  let reads = 0;
  const wanted = new Set<string>();
  /** The question of which the answer is on its way: the last one that was asked. */
  let asking: { readonly annotationId: string; readonly revision: number; readonly answered: Promise<void> } | null =
    null;
  const put = (change: Partial<EntitiesState>) => set((state) => ({ entities: { ...state.entities, ...change } }));

  /** Puts what is proposed for a mention, unless that of another one, or of a later state, is what is asked for by now. */
  const propose = async (annotationId: string, revision: number): Promise<void> => {
    try {
      const proposal = await client.call('entities.propose', { annotationId });
      const isLast = asking?.annotationId === annotationId && asking.revision === revision;
      if (isLast && get().entities.revision === revision) put({ asked: { annotationId, revision, proposal } });
    } catch {
      // It went meanwhile, or isn't kept yet: there is nothing to offer for it, and nothing was lost.
    }
  };

  const entities: EntityActions = {
    showEntities: put,
    async readEntities() {
      const mine = ++reads;
      const found = await readFresh(get, async () =>
        mine === reads ? get().run('entities.names', { ids: null }) : null,
      );
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
      // What could not be read now is asked for again.
      for (const id of missing) wanted.delete(id);
      if (found) set((state) => ({ entities: withNames(state.entities, found.names) }));
      // What could not be read is asked for again when it is needed again.
      else for (const id of missing) wanted.delete(id);
    },
    async askEntity(annotationId) {
      const { asked, revision } = get().entities;
      if (asked?.annotationId === annotationId && asked.revision === revision) return;
      if (asking?.annotationId !== annotationId || asking.revision !== revision) {
        asking = { annotationId, revision, answered: propose(annotationId, revision) };
      }
      const mine = asking;
      await mine.answered;
      if (asking === mine) asking = null;
      // Whatever was changed meanwhile may change the answer: who still waits for it gets that of now.
      const isOld = get().entities.revision !== revision;
      if (isOld && (asking === null || asking.annotationId === annotationId)) await entities.askEntity(annotationId);
    },
    goToEntity(entityId) {
      get().goTo('entities');
      put({ view: { ...get().entities.view, tab: 'list', entityId } });
    },
  };
  return entities;
}
