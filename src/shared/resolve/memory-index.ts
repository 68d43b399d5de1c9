import type { EntityKind } from '../model/entity.ts';
import { foldWords } from '../text/fold.ts';
import { looseKeys } from './keys.ts';
import type { EntityIndex, NamedEntity } from './resolve.ts';

/** An authority list held in memory: for short lists, tests and measures. The project file answers from its own index. */
export function memoryIndex(entities: Iterable<NamedEntity>): EntityIndex {
  const byId = new Map<string, NamedEntity>();
  const byName = new Map<string, NamedEntity[]>();
  const byKey = new Map<string, NamedEntity[]>();
  for (const entity of entities) {
    byId.set(entity.id, entity);
    for (const name of [entity.name, ...entity.aliases]) put(byName, entity.kind, foldWords(name), entity);
    for (const key of looseKeys(entity)) put(byKey, entity.kind, key, entity);
  }
  return {
    get: (id) => byId.get(id) ?? null,
    named: (kind, key) => byName.get(`${kind} ${key}`) ?? [],
    loosely: (kind, key) => byKey.get(`${kind} ${key}`) ?? [],
  };
}

function put(map: Map<string, NamedEntity[]>, kind: EntityKind, key: string, entity: NamedEntity): void {
  const list = map.get(`${kind} ${key}`);
  if (!list) map.set(`${kind} ${key}`, [entity]);
  else if (!list.includes(entity)) list.push(entity);
}
