import { basename } from 'node:path';
import type { CodebookReading } from '../../../shared/api/methods/codebook.ts';
import { CodeTree } from '../../../shared/codebook/tree.ts';
import { typeWords } from '../../../shared/codebook/describe.ts';
import { counted } from '../../../shared/text/counted.ts';
import { formatOf } from '../../handlers/codebook/files.ts';
import { type Call, type Command, type Outcome, UsageError } from '../command.ts';
import { lossLines } from '../words.ts';

/** More names than these are counted. */
const MOST = 12;

export const codebookCommand: Command = {
  name: 'codebook',
  summary: 'Show a project’s codebook, write it into a file, or read one into it.',
  details: [
    'The file’s ending says what it is: .qdc (REFI-QDA), .csv or .json. JSON alone holds the variables too.',
    'A code that is there already, by its path, stays as it is; --take has the file’s definition and colour instead.',
    'With --dry-run a read says what it would bring, and changes nothing.',
  ],
  examples: [
    'parley codebook talks.parley',
    'parley codebook talks.parley --export codebook.qdc',
    'parley codebook talks.parley --import codebook.csv --dry-run',
  ],
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'export', value: 'FILE', help: 'The file to be written: .qdc, .csv or .json.' },
    { name: 'replace', value: null, help: 'Write over a file that is there.' },
    { name: 'import', value: 'FILE', help: 'The file to be read.' },
    { name: 'take', value: null, help: 'Where a code is there and differs, take over what the file says.' },
    { name: 'dry-run', value: null, help: 'Only say what a read would bring.' },
  ],
  run: (call) => {
    const [out, from] = [call.one('export'), call.one('import')];
    if (out !== null && from !== null) {
      throw new UsageError('--export and --import can’t be given together.', 'Give one of them.');
    }
    const lost = [...(out === null ? ['replace'] : []), ...(from === null ? ['take', 'dry-run'] : [])].find(
      (option) => call.one(option) !== null,
    );
    if (lost !== undefined) {
      throw new UsageError(
        `--${lost} says nothing here.`,
        `It goes with --${lost === 'replace' ? 'export' : 'import'} FILE.`,
      );
    }
    call.core().context.session.open(call.path(call.positionals[0] ?? ''));
    if (out !== null) return write(call, out);
    return from === null ? show(call) : read(call, from);
  },
};

async function write(call: Call, out: string): Promise<Outcome> {
  const format = formatOf(out);
  if (format === null) {
    throw new UsageError(`The ending of “${basename(out)}” says no format.`, 'Name it .qdc, .csv or .json.');
  }
  const { context, dispatch } = call.core();
  const file = context.handles.forPath(call.path(out));
  const input = { file, format, replace: call.one('replace') !== null };
  const result = (await dispatch('codebook.write', input)) as {
    location: string;
    codes: number;
    variables: number;
    losses: CodebookReading['losses'];
  };
  const held = [
    counted(result.codes, 'code'),
    ...(result.variables > 0 ? [counted(result.variables, 'variable')] : []),
  ];
  return {
    json: result,
    lines: [
      `Wrote ${held.join(' and ')} to ${result.location}.`,
      ...lossLines('Not carried by this format:', result.losses),
    ],
  };
}

async function read(call: Call, from: string): Promise<Outcome> {
  const { context, dispatch } = call.core();
  const isDry = call.one('dry-run') !== null;
  const input = {
    file: context.handles.forPath(call.path(from)),
    both: call.one('take') === null ? 'keep' : 'take',
  };
  const found = (await dispatch(isDry ? 'codebook.inspect' : 'codebook.read', input)) as CodebookReading;
  const { what, added, differing, same, losses } = found;
  const verb = isDry ? 'Would add' : 'Added';
  return {
    json: found,
    lines: [
      `${what}: ${basename(from)}`,
      `${verb} ${added.length}${added.length > 0 ? `: ${some(added)}` : ''}.`,
      ...(differing.length > 0
        ? [
            `${differing.length} ${differing.length === 1 ? 'is' : 'are'} there and ${differing.length === 1 ? 'differs' : 'differ'}, ${input.both === 'take' ? 'taken over from the file' : 'left as they were'}:`,
            ...differing.slice(0, MOST).map((each) => `  ${each.name}: ${each.what}`),
            ...(differing.length > MOST ? [`  and ${differing.length - MOST} more`] : []),
          ]
        : []),
      ...(same > 0 ? [`${same} ${same === 1 ? 'is' : 'are'} there already, the same.`] : []),
      ...lossLines('Not kept:', losses),
    ],
  };
}

async function show(call: Call): Promise<Outcome> {
  const { dispatch } = call.core();
  const book = (await dispatch('codebook.get', {})) as {
    codes: ConstructorParameters<typeof CodeTree>[0] & unknown[];
    variables: { kind: string; name: string; type: Parameters<typeof typeWords>[0]; retired: boolean }[];
    uses: { codes: Record<string, number> };
  };
  const tree = new CodeTree(book.codes);
  const codes = tree.ordered().map((code) => {
    const used = book.uses.codes[code.id] ?? 0;
    const more = [...(used > 0 ? [counted(used, 'claim')] : []), ...(code.retired ? ['retired'] : [])];
    return `${'  '.repeat(tree.depth(code.id) + 1)}${code.name}${more.length > 0 ? `  (${more.join(', ')})` : ''}`;
  });
  const variables = book.variables.map(
    ({ kind, name, type, retired }) => `  ${name}: ${typeWords(type)}, of ${kind}s${retired ? ', retired' : ''}`,
  );
  return {
    json: book,
    lines: [
      codes.length > 0 ? `Codes (${codes.length}):` : 'No codes yet.',
      ...codes,
      ...(variables.length > 0 ? [`Variables (${variables.length}):`, ...variables] : ['No variables yet.']),
    ],
  };
}

function some(names: readonly string[]): string {
  const more = names.length - MOST;
  return [...names.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
