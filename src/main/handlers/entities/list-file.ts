import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListPreview } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Change } from '../../../shared/change/change.ts';
import { CsvError } from '../../../shared/formats/csv.ts';
import {
  type EntityLine,
  type EntityLines,
  readEntityList,
  writeEntityList,
} from '../../../shared/formats/entity-list.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { entityTable } from '../../db/entities.ts';
import { explain } from '../../db/failure.ts';
import { decodeText } from '../../files/decode.ts';
import { checkName } from '../../files/folder.ts';
import { readBytes } from '../../files/read.ts';
import type { Context } from '../context.ts';
import { creation, edit } from '../layer.ts';
import type { Database } from './common.ts';
import { cleanAliases, line as oneLine, refuseFields } from './fields.ts';

/** The authority list as a CSV file, out and in. */
export const entityFiles: Pick<Handlers<Context>, 'entities.writeCsv' | 'entities.readCsv' | 'entities.importCsv'> = {
  'entities.writeCsv'(context, { folder, name }) {
    const { db } = context.session.need();
    const fileName = /\.csv$/iu.test(name) ? name : `${name}.csv`;
    checkName(fileName);
    const path = join(context.handles.path(folder), fileName);
    const entities = entityTable(db).all();
    // With a BOM: spreadsheets take it for UTF-8 then.
    const bytes = Buffer.from(`\uFEFF${writeEntityList(entities)}`);
    try {
      writeFileSync(path, bytes, { flag: 'wx', flush: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        throw new ParleyError(
          'already-exists',
          `There is a file ${inQuotes(fileName)} already.`,
          'Give it another name.',
        );
      }
      throw explain(error, path);
    }
    return { location: path, rows: entities.length, bytes: bytes.length };
  },

  async 'entities.readCsv'(context, { file }): Promise<ListPreview> {
    const { db } = context.session.need();
    const held = context.handles.resolve(file);
    const { added, changed, unchanged, problems } = plan(context, db, await readLines(context, file));
    return { fileName: held.name, added, changed, unchanged, problems };
  },

  async 'entities.importCsv'(context, { file }) {
    const project = context.session.need();
    const { added, changed, problems } = plan(context, project.db, await readLines(context, file));
    const changes: Change[] = [
      ...added.map((entity) => creation('entity', entity)),
      ...changed.map(({ before, after }) => edit('entity', before, after)),
    ];
    const { name } = context.handles.resolve(file);
    const notice = [
      `${counted(added.length, 'name')} added, ${changed.length.toLocaleString('en')} changed.`,
      problems.length === 0 ? '' : `${counted(problems.length, 'row')} left out.`,
    ];
    return project.commit(`import entities from ${inQuotes(name)}`, changes, {
      notice: notice.filter((part) => part !== '').join(' '),
    });
  },
};

async function readLines(context: Context, file: string): Promise<EntityLines> {
  const held = context.handles.resolve(file);
  const { text } = decodeText(await readBytes(held), held.name);
  try {
    return readEntityList(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ParleyError(
      'bad-format',
      `${inQuotes(held.name)} isn’t a list of entities: in line ${error.line} ${error.message}.`,
      'Its first line names the columns: name, kind, category, aliases, country, party, parent, note.',
    );
  }
}

interface ListPlan extends Omit<ListPreview, 'fileName'> {}

/** What the rows would add and change. A row is of the entity of its kind that has its name, or else of the only one that has it as an alias. */
function plan(context: Context, db: Database, { lines, problems: unread }: EntityLines): ListPlan {
  const problems = [...unread];
  const fresh = new Map<string, Entity>();
  const changed = new Map<string, { before: Entity; after: Entity }>();
  const touched = new Set<string>();
  const now = context.now();
  const rows: { readonly row: EntityLine; readonly id: string; readonly isNew: boolean }[] = [];
  for (const row of lines) {
    const key = `${row.kind} ${foldWords(row.name)}`;
    const before = known(db, row);
    const id = fresh.get(key)?.id ?? before?.id ?? context.newId();
    if (touched.has(id)) {
      problems.push({ line: row.line, message: `${inQuotes(row.name)} stands in the file twice.` });
      continue;
    }
    const base = before ?? blank(row, id, now);
    const entity: Entity = {
      ...base,
      category: row.category,
      aliases: cleanAliases(base.name, [...base.aliases, row.name, ...row.aliases]),
      country: row.country || base.country,
      party: row.party || base.party,
      note: row.note || base.note,
    };
    try {
      refuseFields(entity);
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      problems.push({ line: row.line, message: error.message });
      continue;
    }
    touched.add(id);
    if (before) changed.set(id, { before, after: entity });
    else fresh.set(key, entity);
    rows.push({ row, id, isNew: !before });
  }
  linkParents(db, rows, fresh, changed, problems);
  const really = [...changed.values()]
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .map(({ before, after }) => ({ before, after: { ...after, updatedAt: now } }));
  return {
    added: [...fresh.values()],
    changed: really,
    unchanged: changed.size - really.length,
    problems: problems.sort((a, b) => a.line - b.line),
  };
}

function known(db: Database, { kind, name }: EntityLine): Entity | null {
  const key = foldWords(name);
  const found = entityTable(db).named(kind, key);
  return found.find((one) => foldWords(one.name) === key) ?? (found.length === 1 ? (found[0] ?? null) : null);
}

function blank({ kind, category, name }: EntityLine, id: string, now: string): Entity {
  return {
    id,
    kind,
    category,
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
  rows: readonly { readonly row: EntityLine; readonly id: string; readonly isNew: boolean }[],
  fresh: Map<string, Entity>,
  changed: Map<string, { before: Entity; after: Entity }>,
  problems: { line: number; message: string }[],
): void {
  const planned = new Map<string, Entity>([
    ...[...fresh.values()].map((entity) => [entity.id, entity] as const),
    ...[...changed].map(([id, { after }]) => [id, after] as const),
  ]);
  const get = (id: string) => planned.get(id) ?? entityTable(db).get(id);
  for (const { row, id, isNew } of rows) {
    if (row.parent === '') continue;
    const key = foldWords(row.parent);
    const parent = fresh.get(`${row.kind} ${key}`) ?? known(db, { ...row, name: row.parent });
    if (!parent) {
      problems.push({ line: row.line, message: `Its parent ${inQuotes(row.parent)} isn’t known; taken without it.` });
      continue;
    }
    if (leadsTo(parent.id, id, get)) {
      problems.push({
        line: row.line,
        message: `It would be part of itself through ${inQuotes(row.parent)}; taken without it.`,
      });
      continue;
    }
    const entity = planned.get(id);
    if (!entity) continue;
    const next = { ...entity, parentId: parent.id };
    planned.set(id, next);
    if (isNew) fresh.set(`${row.kind} ${foldWords(row.name)}`, next);
    else changed.set(id, { before: changed.get(id)?.before ?? entity, after: next });
  }
}

function leadsTo(from: string, to: string, get: (id: string) => Entity | null): boolean {
  const seen = new Set<string>();
  for (let at: string | null = from; at !== null && !seen.has(at); at = get(at)?.parentId ?? null) {
    if (at === to) return true;
    seen.add(at);
  }
  return false;
}
