import { join } from 'node:path';
import type { ListPreview } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Change } from '../../../shared/change/change.ts';
import { CsvError } from '../../../shared/formats/csv.ts';
import { type EntityLines, readEntityList, writeEntityList } from '../../../shared/formats/entity-list.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { entityTable } from '../../db/entities.ts';
import { writeWhole } from '../../exchange/write-file.ts';
import { decodeText } from '../../files/decode.ts';
import { checkName } from '../../files/folder.ts';
import { readBytes } from '../../files/read.ts';
import type { Context } from '../context.ts';
import { creation, edit } from '../layer.ts';
import { planList } from './list-plan.ts';

/** The authority list as a CSV file, out and in. */
export const entityFiles: Pick<Handlers<Context>, 'entities.writeCsv' | 'entities.readCsv' | 'entities.importCsv'> = {
  'entities.writeCsv'(context, { folder, name }) {
    const { db } = context.session.need();
    const fileName = /\.csv$/iu.test(name) ? name : `${name}.csv`;
    checkName(fileName);
    const path = join(context.handles.path(folder), fileName);
    const entities = entityTable(db).all();
    const text = writeEntityList(entities);
    writeWhole(path, text, false);
    return { location: path, rows: entities.length, bytes: Buffer.byteLength(text) };
  },

  async 'entities.readCsv'(context, { file }): Promise<ListPreview> {
    context.session.need();
    const held = context.handles.resolve(file);
    const lines = await readLines(context, file);
    return { fileName: held.name, ...planList(context, context.session.need().db, lines) };
  },

  async 'entities.importCsv'(context, { file }) {
    context.session.need();
    const lines = await readLines(context, file);
    // Another project may have been opened meanwhile.
    const project = context.session.need();
    const { added, changed, problems } = planList(context, project.db, lines);
    const leftOut = problems.filter(({ isTaken }) => !isTaken).length;
    const changes: Change[] = [
      ...added.map((entity) => creation('entity', entity)),
      ...changed.map(({ before, after }) => edit('entity', before, after)),
    ];
    const { name } = context.handles.resolve(file);
    const notice = [
      `${counted(added.length, 'name')} added, ${changed.length.toLocaleString('en')} changed.`,
      leftOut === 0 ? '' : `${counted(leftOut, 'row')} left out.`,
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
