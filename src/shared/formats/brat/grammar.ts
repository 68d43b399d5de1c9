import { FormatError } from '../format.ts';

/*
 * The lines of an .ann file, after brat's documentation of its standoff format (brat.nlplab.org/standoff.html). Only the
 * shape is read here; what it means is found in read.ts and resolve.ts.
 */

/** `T1⇥Type 0 5;9 12⇥words`. Offsets as the file counts them. */
export interface Textbound {
  readonly id: string;
  readonly type: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly quote: string;
  readonly line: number;
}

/** What fills a role of a relation or event. */
export interface Argument {
  readonly role: string;
  /** Id of a text-bound annotation or an event. */
  readonly ref: string;
}

/** `R1⇥Type Arg1:T1 Arg2:T2` and `E1⇥Type:T1 Role:T2 …`; an event's trigger is kept apart. */
export interface Relation {
  readonly type: string;
  readonly args: readonly Argument[];
  readonly line: number;
}

/** An event: a relation around a trigger, which others can refer to. */
export interface Event extends Relation {
  readonly id: string;
  readonly trigger: string;
}

/** `A1⇥Name T1 [value]`, `N1⇥Reference T1 Db:Id⇥name` and `#1⇥AnnotatorNotes T1⇥text`: something said of `ref`. */
export interface Remark {
  readonly name: string;
  readonly ref: string;
  /** '' when there is none. */
  readonly value: string;
  /** The name of what a reference leads to; '' for the others. */
  readonly gloss: string;
  readonly line: number;
}

/** The lines of one `.ann` file. */
export interface AnnFile {
  readonly path: string;
  readonly textbounds: ReadonlyMap<string, Textbound>;
  readonly events: ReadonlyMap<string, Event>;
  readonly relations: readonly Relation[];
  readonly attributes: readonly Remark[];
  readonly references: readonly Remark[];
  readonly notes: readonly Remark[];
  /** The names of groups (`*⇥Equiv T1 T2`). */
  readonly groups: readonly string[];
}

type Mutable = {
  textbounds: Map<string, Textbound>;
  events: Map<string, Event>;
  relations: Relation[];
  attributes: Remark[];
  references: Remark[];
  notes: Remark[];
  groups: string[];
};

const HINT = 'Nothing was read. Correct that line, or take it out.';

/** Reads an .ann file's lines. Throws `FormatError` naming file and line for one that isn't brat standoff. */
export function parseAnn(path: string, text: string): AnnFile {
  const file: Mutable = {
    textbounds: new Map(),
    events: new Map(),
    relations: [],
    attributes: [],
    references: [],
    notes: [],
    groups: [],
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.trim() === '') continue;
    const problem = readLine(line, index + 1, file);
    if (problem !== null) throw new FormatError(`${path}, line ${index + 1}: ${problem}.`, HINT);
  }
  return { path, ...file };
}

/** Puts a line where it belongs. Gives back what is wrong with it, or null. */
function readLine(text: string, line: number, file: Mutable): string | null {
  switch (text[0]) {
    case 'T':
      return readTextbound(text, line, file);
    case 'E':
      return readEvent(text, line, file);
    case 'R':
      return readRelation(text, line, file);
    case 'A':
    case 'M':
      return readRemark(/^[AM]\S*\t(\S+)\s+(\S+)(?:[ \t](.*))?$/s, text, line, file.attributes);
    case 'N':
      return readRemark(/^N\S*\t(\S+)\s+(\S+)[ \t]+([^\t]+)(?:\t(.*))?$/s, text, line, file.references);
    case '#':
      return readRemark(/^#\S*\t(\S+)\s+(\S+)(?:[ \t](.*))?$/s, text, line, file.notes);
    case '*': {
      const name = /^\*\t(\S+)/.exec(text)?.[1];
      if (name === undefined) return 'a group has no name';
      file.groups.push(name);
      return null;
    }
    default:
      return 'it isn’t a line of brat standoff';
  }
}

function readTextbound(text: string, line: number, file: Mutable): string | null {
  const match = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$/s.exec(text);
  if (!match) return 'it isn’t “T1⇥Type start end⇥words”';
  const [, id = '', type = '', offsets = '', quote = ''] = match;
  if (file.textbounds.has(id)) return `there is another ${id}`;
  const ranges = offsets.split(';').map((range) => {
    const [start, end] = range.split(' ').map(Number);
    return { start: start as number, end: end as number };
  });
  if (ranges.some(({ start, end }) => end < start)) return `${id} ends before it begins`;
  file.textbounds.set(id, { id, type, ranges, quote, line });
  return null;
}

function readEvent(text: string, line: number, file: Mutable): string | null {
  const [id = '', body = ''] = text.split('\t');
  const [first, ...args] = body.trim().split(/\s+/).map(readArgument);
  if (!first || args.includes(null)) return 'it isn’t “E1⇥Type:T1 Role:T2 …”';
  if (file.events.has(id)) return `there is another ${id}`;
  const event = { id, type: first.role, trigger: first.ref, args: args.filter((arg) => arg !== null), line };
  file.events.set(id, event);
  return null;
}

function readRelation(text: string, line: number, file: Mutable): string | null {
  const [, body = ''] = text.split('\t');
  const [type, ...rest] = body.trim().split(/\s+/);
  const args = rest.map(readArgument).filter((arg) => arg !== null);
  if (!type || args.length !== 2 || rest.length !== 2) return 'it isn’t “R1⇥Type Arg1:T1 Arg2:T2”';
  file.relations.push({ type, args, line });
  return null;
}

function readArgument(token: string): Argument | null {
  const at = token.lastIndexOf(':');
  return at > 0 && at < token.length - 1 ? { role: token.slice(0, at), ref: token.slice(at + 1) } : null;
}

function readRemark(shape: RegExp, text: string, line: number, into: Remark[]): string | null {
  const match = shape.exec(text);
  if (!match) return 'its fields aren’t those that brat writes';
  const [, name = '', ref = '', value = '', gloss = ''] = match;
  into.push({ name, ref, value, gloss, line });
  return null;
}
