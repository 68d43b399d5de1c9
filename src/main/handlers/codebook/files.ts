import { basename } from 'node:path';
import type { Input } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { CodebookReading } from '../../../shared/api/methods/codebook.ts';
import { csvLoses, writeCsv } from '../../../shared/codebook/files/csv-write.ts';
import { type ExampleInFile, writeJson } from '../../../shared/codebook/files/json.ts';
import { type BookPlan, planBook } from '../../../shared/codebook/files/plan.ts';
import { qdcLoses, writeQdc } from '../../../shared/codebook/files/qdc-write.ts';
import { readBook } from '../../../shared/codebook/files/read.ts';
import type { Loss } from '../../../shared/model/exchange.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { annotationTable } from '../../db/annotations.ts';
import { codedClaims } from '../../db/coded-claims.ts';
import { codeTable } from '../../db/codes.ts';
import { writeWhole } from '../../exchange/write-file.ts';
import { decodeText } from '../../files/decode.ts';
import { readBytes } from '../../files/read.ts';
import type { Context, HeldFile } from '../context.ts';
import { CodebookDesk, planned } from './desk.ts';

type FileMethod = 'codebook.inspect' | 'codebook.read' | 'codebook.write';

/** The codebook from files and into files. */
export const codebookFiles: Pick<Handlers<Context>, FileMethod> = {
  async 'codebook.inspect'(context, { file, both }) {
    context.session.need();
    const held = context.handles.resolve(file);
    const text = await textOf(held);
    const desk = new CodebookDesk(context);
    const { what, plan } = planRead(desk, held, text, both);
    return reading(desk, what, plan);
  },

  async 'codebook.read'(context, { file, both }) {
    context.session.need();
    const held = context.handles.resolve(file);
    const text = await textOf(held);
    const desk = new CodebookDesk(context);
    const { what, plan } = planRead(desk, held, text, both);
    const found = reading(desk, what, plan);
    return { ...found, applied: desk.commit(`read the codebook ${inQuotes(held.name)}`, plan) };
  },

  'codebook.write'(context, { file, format, replace }) {
    const desk = new CodebookDesk(context);
    const path = context.handles.path(file);
    const { text, losses } = written(desk, format, context.version);
    writeWhole(path, text, replace);
    const variables = format === 'json' ? desk.variables.length : 0;
    return { location: path, codes: desk.tree.size, variables, losses };
  },
};

function planRead(desk: CodebookDesk, { name }: HeldFile, text: string, both: 'keep' | 'take') {
  const annotations = annotationTable(desk.db);
  return named(name, () => {
    const book = readBook(text);
    const plan = planBook(desk.tree, desk.variables, book, {
      both,
      now: desk.now,
      newId: () => desk.newId(),
      isClaim: (id) => annotations.get(id)?.kind === 'claim',
    });
    return { what: book.what, plan };
  });
}

/** What a file's reader refuses is the file's fault, and names it. */
function named<T>(name: string, work: () => T): T {
  try {
    return planned(work, 'bad-format');
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code !== 'bad-format') throw error;
    throw new ParleyError('bad-format', `“${name}” can’t be read. ${error.message}`, error.hint, { cause: error });
  }
}

async function textOf(held: HeldFile): Promise<string> {
  const bytes = await readBytes(held);
  try {
    return decodeText(bytes, held.name).text;
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    if (error.code !== 'file-binary' && error.code !== 'file-empty') throw error;
    throw new ParleyError(
      'bad-format',
      error.code === 'file-empty'
        ? `“${held.name}” is empty: there are no codes in it.`
        : `“${held.name}” isn’t a codebook: it is no text.`,
      'Choose a codebook: a .qdc, .csv or .json file. Programs that write REFI-QDA export their codebook as .qdc.',
      { cause: error },
    );
  }
}

function reading(desk: CodebookDesk, what: string, plan: BookPlan): CodebookReading {
  const { added, differing, same, losses } = plan;
  return { what, added, differing, same, losses, effect: desk.effect(plan) };
}

function written(
  desk: CodebookDesk,
  format: Input<'codebook.write'>['format'],
  version: string,
): { readonly text: string; readonly losses: readonly Loss[] } {
  const { tree, variables, db } = desk;
  const ids = tree.ordered().flatMap((code) => code.examples);
  const claims = codedClaims(db);
  switch (format) {
    case 'qdc':
      return {
        text: planned(() => writeQdc(tree, version)),
        losses: qdcLoses(variables, countOf(claims.among(ids), ids)),
      };
    case 'csv':
      return {
        text: writeCsv(tree, codeTable(db).uses()),
        losses: csvLoses(variables, countOf(claims.among(ids), ids)),
      };
    case 'json': {
      const examples = new Map(
        claims
          .these([...new Set(ids)])
          .map((claim): [string, ExampleInFile] => [
            claim.annotationId,
            { annotation: claim.annotationId, words: claim.words, article: claim.article },
          ]),
      );
      return { text: writeJson(tree, variables, examples), losses: [] };
    }
  }
}

/** How many of the ids are among those that are there. */
function countOf(there: readonly string[], ids: readonly string[]): number {
  const known = new Set(there);
  return ids.filter((id) => known.has(id)).length;
}

/** The format that a file's name asks for; null for another ending. */
export function formatOf(path: string): Input<'codebook.write'>['format'] | null {
  const ending = /\.(qdc|csv|json)$/i.exec(basename(path))?.[1]?.toLowerCase();
  return (ending as Input<'codebook.write'>['format'] | undefined) ?? null;
}
