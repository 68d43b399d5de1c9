import { ParleyError } from '../../../shared/api/errors.ts';
import type { ListPreview } from '../../../shared/api/methods/entities.ts';
import type { EntityLine, EntityLines } from '../../../shared/formats/entity-list.ts';
import type { Entity, EntityKind } from '../../../shared/model/entity.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { oneLine } from '../../../shared/text/shorten.ts';
import { entityTable } from '../../db/entities.ts';
import type { Context } from '../context.ts';
import { type Database, isWithin } from './common.ts';
import { cleanAliases, refuseFields } from './fields.ts';
import { differences, sumsOf } from './list-differences.ts';

export type ListPlan = Omit<ListPreview, 'fileName'>;

type Remark = ListPlan['problems'][number];

/** A row with the entity that it is of. */
interface Placed {
  readonly row: EntityLine;
  readonly kind: EntityKind;
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * What the rows of a list would add and change. A row is of the entity of its kind that has its name, or else of the only one
 * that has it as an alias; where the row names no kind, of an actor or else of a venue. What a row doesn't say stays.
 */
export function planList(context: Context, db: Database, { lines, problems: unread }: EntityLines): ListPlan {
  const problems: Remark[] = unread.map((problem) => ({ ...problem, isTaken: false }));
  const fresh = new Map<string, Entity>();
  const changed = new Map<string, { before: Entity; after: Entity }>();
  const touched = new Set<string>();
  const now = context.now();
  const rows: Placed[] = [];
  for (const row of lines) {
    const before = known(db, row.kind, row.name);
    const kind = before?.kind ?? row.kind ?? 'actor';
    const id = fresh.get(nameKey(kind, row.name))?.id ?? before?.id ?? context.newId();
    if (touched.has(id)) {
      problems.push({ line: row.line, message: `${inQuotes(row.name)} stands in the file twice.`, isTaken: false });
      continue;
    }
    const base = before ?? blank(row, kind, id, now);
    const entity: Entity = {
      ...base,
      category: row.category ?? base.category,
      aliases: cleanAliases(base.name, [...base.aliases, row.name, ...row.aliases]),
      country: row.country || base.country,
      party: row.party || base.party,
      note: row.note || base.note,
    };
    try {
      refuseFields(entity);
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      problems.push({ line: row.line, message: error.message, isTaken: false });
      continue;
    }
    touched.add(id);
    if (before) changed.set(id, { before, after: entity });
    else fresh.set(nameKey(kind, row.name), entity);
    rows.push({ row, kind, id, isNew: !before });
  }
  linkParents(db, rows, fresh, changed, problems);
  const byId = new Map([...fresh.values()].map((entity) => [entity.id, entity.name]));
  const nameOf = (id: string): string => byId.get(id) ?? entityTable(db).get(id)?.name ?? '';
  const really = [...changed.values()]
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .map(({ before, after }) => ({
      before,
      after: { ...after, updatedAt: now },
      what: differences(before, after, nameOf),
    }));
  return {
    added: [...fresh.values()],
    changed: really,
    sums: sumsOf(really),
    unchanged: changed.size - really.length,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

function nameKey(kind: EntityKind, name: string): string {
  return `${kind} ${foldWords(name)}`;
}

function known(db: Database, kind: EntityKind | null, name: string): Entity | null {
  const key = foldWords(name);
  const found = (kind === null ? (['actor', 'venue'] as const) : [kind]).flatMap((one) =>
    entityTable(db).named(one, key),
  );
  return found.find((one) => foldWords(one.name) === key) ?? (found.length === 1 ? (found[0] ?? null) : null);
}

function blank({ category, name }: EntityLine, kind: EntityKind, id: string, now: string): Entity {
  return {
    id,
    kind,
    category: category ?? (kind === 'actor' ? 'other' : 'place'),
    name: oneLine(name),
    aliases: [],
    country: '',
    party: '',
    parentId: null,
    note: '',
    createdAt: now,
    updatedAt: now,
  };
}

/** Parents by name, of this file or of the list. One that isn't known, or would close a circle, is named and left out. */
function linkParents(
  db: Database,
  rows: readonly Placed[],
  fresh: Map<string, Entity>,
  changed: Map<string, { before: Entity; after: Entity }>,
  problems: Remark[],
): void {
  const planned = new Map<string, Entity>([
    ...[...fresh.values()].map((entity) => [entity.id, entity] as const),
    ...[...changed].map(([id, { after }]) => [id, after] as const),
  ]);
  const get = (id: string) => planned.get(id) ?? entityTable(db).get(id);
  for (const { row, kind, id, isNew } of rows) {
    if (row.parent === '') continue;
    const parent = fresh.get(nameKey(kind, row.parent)) ?? known(db, kind, row.parent);
    if (!parent) {
      problems.push({
        line: row.line,
        message: `Its parent ${inQuotes(row.parent)} isn’t known; taken without it.`,
        isTaken: true,
      });
      continue;
    }
    if (isWithin(parent.id, new Set([id]), get)) {
      problems.push({
        line: row.line,
        message: `It would be part of itself through ${inQuotes(row.parent)}; taken without it.`,
        isTaken: true,
      });
      continue;
    }
    const entity = planned.get(id);
    if (!entity) continue;
    const next = { ...entity, parentId: parent.id };
    planned.set(id, next);
    if (isNew) fresh.set(nameKey(kind, row.name), next);
    else changed.set(id, { before: changed.get(id)?.before ?? entity, after: next });
  }
}
