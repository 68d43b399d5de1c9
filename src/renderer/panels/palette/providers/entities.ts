import type { PaletteProvider } from '../provider.ts';

/** How many entities are shown at most. */
const MOST = 6;

/** Actors and venues of the authority list, by name or alias. */
export const entityProvider: PaletteProvider<'asks'> = {
  id: 'entities',
  heading: 'Entities',
  async find(typed, { context, client }) {
    const { project, entities } = context.store.getState();
    if (!project || entities.total === 0) return [];
    const query = typed.trim().slice(0, 200);
    const all = { kind: null, category: null, sort: 'name' } as const;
    const { rows } = await client.call('entities.list', { ...all, query, offset: 0, limit: MOST });
    return rows.map((entity) => ({
      id: `entity ${entity.id}`,
      title: entity.name,
      detail: [entity.category, entity.country].filter(Boolean).join(' · '),
      whyNot: null,
      run: ({ store }) => store.getState().goToEntity(entity.id),
    }));
  },
};
