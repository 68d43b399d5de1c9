import type { Change } from '../../change/change.ts';
import type { Code } from '../../model/code.ts';
import type { Loss } from '../../model/exchange.ts';
import type { Variable } from '../../model/variable.ts';
import { foldWords } from '../../text/fold.ts';
import { inQuotes } from '../../text/quote.ts';
import { suggestColour } from '../colours.ts';
import { convertValue } from '../convert.ts';
import { typeWords } from '../describe.ts';
import { PATH_MARK, type CodeTree } from '../tree.ts';
import { checked } from '../variable-plans.ts';
import { type BookCode, type BookFile, type BookVariable, LossCounter } from './book.ts';

/** What reading a file brings, worked out. */
export interface BookPlan {
  readonly changes: readonly Change[];
  readonly added: readonly string[];
  /** What is there already and differs, with what the file has. */
  readonly differing: readonly { readonly name: string; readonly what: string }[];
  /** How many are there already, the same. */
  readonly same: number;
  readonly losses: readonly Loss[];
}

/** How a file is laid over the codebook. */
export interface BookPlanOptions {
  /** What becomes of what is there and differs: it stays as it is, or the file's is taken over. */
  readonly both: 'keep' | 'take';
  readonly now: string;
  newId(): string;
  /** Whether an annotation of this id is a claim of the project: it can be an example. */
  isClaim(id: string): boolean;
}

/** A file into the codebook: the same path is the same code, the same kind and name the same variable. */
export function planBook(
  tree: CodeTree,
  variables: readonly Variable[],
  file: BookFile,
  options: BookPlanOptions,
): BookPlan {
  const changes: Change[] = [];
  const added: string[] = [];
  const differing: { name: string; what: string }[] = [];
  const losses = new LossCounter();
  for (const loss of file.losses) losses.add(loss.what, loss.detail, loss.count);
  const codes = [...tree.ordered()];
  let same = 0;

  const examplesOf = ({ examples }: BookCode): string[] => {
    const known = examples.filter((id) => options.isClaim(id));
    if (known.length < examples.length) {
      losses.add(
        'Examples',
        'They are claims of another project, so they can’t be shown here.',
        examples.length - known.length,
      );
    }
    return known;
  };

  const walk = (level: readonly BookCode[], parent: Code | null, path: readonly string[]): void => {
    const there = new Map(
      (parent && !tree.get(parent.id) ? [] : tree.children(parent?.id ?? null)).map((code) => [
        foldWords(code.name),
        code,
      ]),
    );
    let next = Math.max(-1, ...[...there.values()].map((code) => code.position)) + 1;
    for (const book of level) {
      const name = [...path, book.name];
      const words = name.join(` ${PATH_MARK} `);
      const own = there.get(foldWords(book.name));
      const examples = examplesOf(book);
      if (!own) {
        const code: Code = {
          id: options.newId(),
          parentId: parent?.id ?? null,
          name: book.name,
          definition: book.definition,
          colour: book.colour ?? suggestColour(codes, parent),
          position: next++,
          retired: book.retired ?? false,
          examples,
          createdAt: options.now,
          updatedAt: options.now,
        };
        codes.push(code);
        changes.push({ record: 'code', id: code.id, before: null, after: code });
        added.push(words);
        walk(book.under, code, name);
        continue;
      }
      const wanted = { ...own, ...taken(own, book, examples) };
      const what = differences(own, wanted);
      if (what === '') same++;
      else {
        differing.push({ name: words, what });
        if (options.both === 'take') {
          changes.push({ record: 'code', id: own.id, before: own, after: { ...wanted, updatedAt: options.now } });
        }
      }
      walk(book.under, own, name);
    }
  };
  walk(file.codes, null, []);

  let known = variables;
  for (const book of file.variables) {
    const own = known.find((one) => one.kind === book.kind && foldWords(one.name) === foldWords(book.name));
    const name = `${book.name}, of ${book.kind}s`;
    if (!own) {
      const variable = checked(known, {
        ...book,
        id: options.newId(),
        position: Math.max(-1, ...known.filter((one) => one.kind === book.kind).map((one) => one.position)) + 1,
        createdAt: options.now,
        updatedAt: options.now,
      });
      known = [...known, variable];
      changes.push({ record: 'variable', id: variable.id, before: null, after: variable });
      added.push(name);
      continue;
    }
    const met = metVariable(own, book);
    if (met.what === '') same++;
    else {
      differing.push({ name, what: met.what });
      if (options.both === 'take' && met.after) {
        const after = { ...checked(known, met.after), updatedAt: options.now };
        changes.push({ record: 'variable', id: own.id, before: own, after });
      }
    }
  }
  return { changes, added, differing, same, losses: losses.all() };
}

/** What the file says of a code; where it says nothing, what there is stays. */
function taken(own: Code, book: BookCode, examples: readonly string[]): Partial<Code> {
  const all = [...new Set([...own.examples, ...examples])];
  return {
    definition: book.definition.trim() === '' ? own.definition : book.definition,
    colour: book.colour ?? own.colour,
    retired: book.retired ?? own.retired,
    examples: all.length === own.examples.length ? own.examples : all,
  };
}

function differences(own: Code, wanted: Code): string {
  const found: string[] = [];
  if (wanted.definition !== own.definition) found.push(own.definition === '' ? 'a definition' : 'another definition');
  if (wanted.colour !== own.colour) found.push(`colour ${wanted.colour}`);
  if (wanted.retired !== own.retired) found.push(wanted.retired ? 'retired' : 'in use');
  if (wanted.examples !== own.examples) found.push('more examples');
  return found.join(', ');
}

/** What the file says of a variable that is there. Its type stays: that would change what is coded. */
function metVariable(own: Variable, book: BookVariable): { readonly what: string; readonly after: Variable | null } {
  if (own.type !== book.type) {
    return { what: `a ${typeWords(book.type)}; here it is a ${typeWords(own.type)} and stays one`, after: null };
  }
  const keys = new Set(own.options.map(foldWords));
  const more = book.options.filter((option) => !keys.has(foldWords(option)));
  const options = more.length === 0 ? own.options : [...own.options, ...more];
  const after: Variable = {
    ...own,
    definition: book.definition.trim() === '' ? own.definition : book.definition,
    options,
    initial:
      book.initial === null ? own.initial : (convertValue(book.initial, { type: own.type, options }) ?? own.initial),
    required: book.required,
    retired: book.retired,
  };
  const found: string[] = [];
  if (after.definition !== own.definition) found.push(own.definition === '' ? 'a definition' : 'another definition');
  if (more.length > 0) found.push(`more choices: ${more.map(inQuotes).join(', ')}`);
  if (after.initial !== own.initial) found.push(`begins with ${inQuotes(String(after.initial))}`);
  if (after.required !== own.required) found.push(after.required ? 'required' : 'not required');
  if (after.retired !== own.retired) found.push(after.retired ? 'retired' : 'in use');
  return { what: found.join(', '), after };
}
