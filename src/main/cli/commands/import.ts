import type { ImportResult } from '../../../shared/api/contract.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { ROLES } from '../../../shared/model/role.ts';
import { defaultCoder, importAnnotated } from '../../exchange/import.ts';
import { readableFormat } from '../../exchange/options.ts';
import { importArticleFiles, type ImportedFiles } from '../../files/import-articles.ts';
import { type Call, type Command, type Outcome, UsageError } from '../command.ts';
import { JOB } from '../job.ts';
import { pairs, pairsOf } from '../pairs.ts';
import { counted } from '../../../shared/text/counted.ts';
import { lossLines } from '../words.ts';

/** Options that say how annotated files are to be understood: plain articles have no use for them. */
const NEEDS_FORMAT = ['map', 'role', 'coder-from', 'option'];

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring articles, or annotated files, into a project.',
  details: [
    'Without --format, every .txt and .md file (folders are searched through) becomes an article; a text that the project',
    'has already is left out, a file that can’t be read is named and the others are kept (exit code 1).',
    'With --format, the annotations come too: all of them or, after an error, nothing. The same text isn’t added twice:',
    'what was coded is added to the article that is there. What isn’t mapped is counted and named. Codes, variables and',
    'entities that the project has already are found by id or name and stay as they are; the others are added.',
  ],
  examples: [
    'parley import talks.parley articles/',
    'parley import talks.parley corpus/ --format brat --map Source=actor --map Content=claim --role Source=claimant',
    'parley import talks.parley corpus/ --format brat --coder-from suffix',
  ],
  arguments: [{ name: 'FILE' }, { name: 'PATH', many: true }],
  options: [
    { name: 'format', value: 'ID', help: 'The files’ format, as “parley formats” shows it.' },
    { name: 'coder', value: 'NAME', help: 'Who coded what names no coder: the current coder unless told.' },
    { name: 'map', value: 'TYPE=KIND', many: true, help: `A type of theirs and its kind: ${KINDS.join(', ')}.` },
    {
      name: 'role',
      value: 'ROLE=ROLE',
      many: true,
      help: `A role or type of theirs and its role: ${ROLES.join(', ')}.`,
    },
    { name: 'coder-from', value: 'WAY', help: '“suffix”: NAME_CODER.ann beside NAME.txt is CODER’s layer; or “none”.' },
    { name: 'option', value: 'NAME=VALUE', many: true, help: 'An option of the format.' },
  ],
  async run(call) {
    const format = call.one('format');
    return format === null ? importPlain(call) : importCoded(call, format);
  },
};

async function importPlain(call: Call): Promise<Outcome> {
  const unused = NEEDS_FORMAT.find((option) => call.one(option) !== null);
  if (unused) {
    throw new UsageError(`--${unused} is for annotated files.`, 'Add --format; “parley formats” lists the formats.');
  }
  const [file = '', ...paths] = call.positionals;
  const { context } = call.core();
  context.session.open(call.path(file));
  const handles = paths.map((path) => context.handles.forPath(call.path(path)));
  const result = await context.jobs.run(JOB, (report) => importArticleFiles(context, handles, report));
  const outcome = plainOutcome(result);
  if (call.one('coder') === null) return outcome;
  return {
    ...outcome,
    lines: [...outcome.lines, 'Nothing is coded in plain articles, so --coder had nothing to name.'],
  };
}

function plainOutcome({ added, duplicates, problems, annotated }: ImportedFiles): Outcome {
  const lines = [`Imported ${counted(added, 'article')}.`];
  if (duplicates.length > 0) {
    lines.push(`Left out, because the project has the same text already: ${duplicates.join(', ')}.`);
  }
  if (annotated > 0) {
    const have = annotated === 1 ? 'has' : 'have';
    lines.push(
      `${counted(annotated, 'text')} ${have} annotations beside ${annotated === 1 ? 'it' : 'them'} (.ann): to read these too, add --format brat.`,
    );
  }
  const outcome = { json: { added, duplicates, problems, annotated }, lines };
  const [first] = problems;
  if (!first) return outcome;
  const kept = added > 0 ? `${counted(added, 'article')} imported; ` : 'Nothing was imported: ';
  const failure =
    problems.length === 1
      ? first.error
      : {
          code: first.error.code,
          message: `${kept}${counted(problems.length, 'file')} can’t be: ${problems.map((one) => one.fileName).join(', ')}.`,
          hint: 'What is wrong with each is among the result’s problems.',
        };
  const failureLines = problems.map(({ error }) => `parley: ${error.message} ${error.hint}`);
  return { ...outcome, lines: added > 0 || duplicates.length > 0 || annotated > 0 ? lines : [], failure, failureLines };
}

async function importCoded(call: Call, id: string): Promise<Outcome> {
  const format = readableFormat(id);
  const coderFrom = call.one('coder-from') ?? 'none';
  if (coderFrom !== 'none' && coderFrom !== 'suffix') {
    throw new UsageError(`--coder-from ${coderFrom} can’t be understood.`, 'It can be suffix or none.');
  }
  const mapping = {
    kinds: pairsOf(call, 'map', KINDS),
    roles: pairsOf(call, 'role', ROLES),
    coder: call.one('coder') ?? '',
    coderFrom,
  } as const;
  const options = pairs(call, 'option');
  const [file = '', ...paths] = call.positionals;
  const { context } = call.core();
  context.session.open(call.path(file));
  const files = paths.map((path) => context.handles.resolve(context.handles.forPath(call.path(path))));
  const order = { format: format.info.id, files, mapping, options };
  // A data package names the coder of all that is in it.
  const isNamed = mapping.coder.trim() !== '' || format.info.id === 'data-package';
  const result = await context.jobs.run(JOB, (report) => importAnnotated(context, order, report));
  const { applied, ...counts } = result;
  return {
    json: { ...counts, notice: applied.notice },
    lines: describe(result, format.info.name, isNamed ? null : defaultCoder(context)),
  };
}

/** @param given to whom was given what names no coder, where nobody said so; null when somebody did. */
function describe(result: ImportResult, format: string, given: string | null): string[] {
  const { articles, annotations, links, coders, applied, losses } = result;
  const held = [counted(articles, 'article'), counted(annotations, 'annotation'), counted(links, 'link')].join(', ');
  const by = coders.length > 0 ? ` by ${coders.join(', ')}` : '';
  return [
    `Imported ${held}${by} from ${format}.`,
    ...(applied.notice === '' ? [] : [applied.notice]),
    ...(given !== null && coders.some((name) => name.toLowerCase() === given.toLowerCase()) ? [givenLine(given)] : []),
    ...lossLines('Not kept:', losses),
  ];
}

function givenLine(coder: string): string {
  return `What names no coder was given to “${coder}”: --coder NAME gives it to somebody else. To change it now, choose that coder in the window and correct the name.`;
}
