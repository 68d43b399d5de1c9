import { SaxesParser, type SaxesTagNS } from 'saxes';
import { CODE_MAX } from '../../model/code.ts';
import { inQuotes } from '../../text/quote.ts';
import { cleanColour } from '../colours.ts';
import { CodebookProblem } from '../problem.ts';
import { type BookCode, type BookFile, LossCounter, nameInFile, refuseTwins } from './book.ts';

interface OpenCode {
  readonly name: string;
  readonly colour: string | null;
  readonly isCodable: boolean;
  readonly under: BookCode[];
  definition: string;
}

/** Reads a REFI-QDA codebook, or the codebook inside a REFI-QDA project's XML. Throws `CodebookProblem` for a broken one. */
export function readQdc(xml: string): BookFile {
  const losses = new LossCounter();
  const top: BookCode[] = [];
  const open: OpenCode[] = [];
  const above: string[] = [];
  let origin = '';
  let found = false;
  let inCodebook = false;
  let description: string | null = null;

  const parser = new SaxesParser({ xmlns: true });
  const at = (): string => `Line ${parser.line}`;
  parser.on('error', (error) => {
    const reason = error.message.replace(/^(?:undefined:)?(\d+):(\d+): /, '');
    throw new CodebookProblem(
      `The file is broken: line ${parser.line}: ${reason.replace(/\.?$/, '.')}`,
      'Export it again, and choose that file.',
    );
  });
  parser.on('doctype', () => {
    throw new CodebookProblem(
      `The file is not read: line ${parser.line} brings a document type, which a codebook doesn’t need and can misuse.`,
      'Export it again from its program, and choose that file.',
    );
  });
  parser.on('opentag', (tag) => {
    const name = tag.local;
    above.push(name);
    const given = attributesOf(tag);
    if ((name === 'CodeBook' || name === 'Project') && origin === '') origin = given.get('origin') ?? '';
    if (name === 'CodeBook') {
      found = true;
      inCodebook = true;
      return;
    }
    if (!inCodebook) return;
    const parent = above.at(-2);
    if (name === 'Code' && (parent === 'Codes' || parent === 'Code')) {
      open.push(codeOf(given, losses, at()));
    } else if (name === 'Description' && parent === 'Code') description = '';
    else if (name === 'Set') {
      losses.add('Sets of codes', 'Parley has a hierarchy of codes and no sets: they are left out.');
    } else if (!['Codes', 'Sets', 'Description', 'MemberCode'].includes(name)) {
      losses.add(`Elements ${inQuotes(name)}`, 'The standard doesn’t have them in a codebook: they are left out.');
    }
  });
  const addText = (words: string): void => {
    if (description !== null) description += words;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const name = tag.local;
    above.pop();
    if (name === 'CodeBook') inCodebook = false;
    const code = open.at(-1);
    if (name === 'Description' && description !== null && code) {
      code.definition = kept(isOurs(origin) ? description : description.trim(), code.name);
      description = null;
    }
    if (name === 'Code' && inCodebook && code) {
      open.pop();
      (open.at(-1)?.under ?? top).push(closed(code, isOurs(origin), losses));
    }
  });
  parser.write(xml).close();

  if (!found) {
    throw new CodebookProblem(
      'The file is XML, but there is no codebook in it.',
      'Choose a .qdc file as REFI-QDA has it: most programs export one as “codebook”.',
    );
  }
  if (top.length === 0) throw new CodebookProblem('The codebook in the file is empty.', 'Choose another file.');
  refuseTwins(top);
  return {
    what: origin === '' ? 'REFI-QDA codebook' : `REFI-QDA codebook (${origin})`,
    codes: top,
    variables: [],
    losses: losses.all(),
  };
}

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  return new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
}

function codeOf(given: ReadonlyMap<string, string>, losses: LossCounter, place: string): OpenCode {
  const name = given.get('name');
  if (name === undefined) {
    throw new CodebookProblem(`${place}: a code has no name.`, 'Export the file again, and choose that file.');
  }
  const color = given.get('color');
  const colour = color === undefined ? null : cleanColour(color);
  if (color !== undefined && colour === null) {
    losses.add('Colours that can’t be read', 'They aren’t written as #rrggbb: the codes get others.');
  }
  const isCodable = !['false', '0'].includes((given.get('isCodable') ?? 'true').trim());
  return { name: nameInFile(name, losses, place), colour, isCodable, under: [], definition: '' };
}

/** Ours is retired when it can't be coded with. Elsewhere that makes a heading, which Parley doesn't tell from a code. */
function closed({ isCodable, ...code }: OpenCode, ours: boolean, losses: LossCounter): BookCode {
  const isHeading = !isCodable && !ours && code.under.length > 0;
  if (isHeading) {
    losses.add(
      'Headings that aren’t coded with',
      'In Parley they are codes like others. Retire those that mustn’t be used.',
    );
  }
  return { ...code, retired: !isCodable && !isHeading, examples: [] };
}

function isOurs(origin: string): boolean {
  return /^Parley\b/.test(origin);
}

function kept(definition: string, name: string): string {
  if (definition.length <= CODE_MAX.definition) return definition;
  throw new CodebookProblem(
    `The description of ${inQuotes(name)} has ${definition.length} characters; a definition may have ${CODE_MAX.definition}.`,
    'Shorten it in the program that wrote the file.',
  );
}
