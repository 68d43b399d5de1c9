import type { FormatOptions } from '../../../shared/formats/format.ts';
import type { ExportResult } from '../../../shared/api/contract.ts';
import { exportAside } from '../../exchange/tasks.ts';
import { completeOptions, writableFormat } from '../../exchange/options.ts';
import { type Call, type Command, UsageError } from '../command.ts';
import { table } from '../help.ts';
import { JOB } from '../job.ts';
import { pairs } from '../pairs.ts';
import { counted } from '../../../shared/text/counted.ts';
import { lossLines, size } from '../words.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a project’s coded dataset into a folder.',
  details: [
    'The folder has to be new, empty, or an unchanged earlier export of the project in the same format, which is then replaced.',
    'Codes, variables and entities go along, with their definitions. What the format can’t carry is counted and named.',
    '“parley formats” lists formats and options.',
  ],
  examples: [
    'parley export talks.parley --format data-package --out dataset',
    'parley export talks.parley --format data-package --out dataset --option flavour=spreadsheet',
  ],
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'format', value: 'ID', required: true, help: 'The format’s name, as “parley formats” shows it.' },
    { name: 'out', value: 'FOLDER', required: true, help: 'The folder to be written.' },
    { name: 'option', value: 'NAME=VALUE', many: true, help: 'An option of the format.' },
  ],
  async run(call) {
    const [file = ''] = call.positionals;
    const format = writableFormat(call.one('format') ?? '');
    const options: FormatOptions = completeOptions(format.info, pairs(call, 'option'), 'write');
    const folder = folderOf(call.one('out') ?? '', call.path);
    const { context } = call.core();
    const project = context.session.open(call.path(file));
    const order = { projectPath: project.path, format: format.info.id, folder, options, exportedAt: context.now() };
    const result = await context.jobs.run(JOB, (report) => exportAside(order, report));
    return { json: result, lines: describe(result, format.info.name) };
  },
};

/** Endings of files that formats write into the folder. */
const FILE_ENDING = /\.(csv|json|jsonl|ann)[/\\]?$/i;

/** A name such as `claims.jsonl` would become a folder of that name: hardly what was meant. */
function folderOf(out: string, path: Call['path']): string {
  if (!FILE_ENDING.test(out)) return path(out);
  throw new UsageError(
    `--out is the name of a folder, whatever the format: “${out}” looks like a file’s.`,
    `Try --out ${out.replace(FILE_ENDING, '')}; the files are written into it.`,
  );
}

function describe(result: ExportResult, name: string): string[] {
  const { articles, annotations, links } = result;
  const held = [counted(articles, 'article'), counted(annotations, 'annotation'), counted(links, 'link')].join(', ');
  const shown = result.files.slice(0, MOST_FILES);
  const more = result.files.length - shown.length;
  return [
    `Exported ${held} as ${name} to ${result.location}.`,
    ...(result.replaced === null ? [] : [`It replaced the export of ${moment(result.replaced)}.`]),
    ...table(shown.map(({ name, rows, bytes }) => [name, rows === null ? '' : counted(rows, 'row'), size(bytes)])),
    ...(more > 0 ? [`  and ${counted(more, 'file')} more`] : []),
    ...lossLines('Not carried by this format:', result.losses),
  ];
}

/** `2031-03-14 09:30 UTC`. */
function moment(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** More file names than this say nothing more. */
const MOST_FILES = 12;
