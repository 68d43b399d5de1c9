import { z } from 'zod';
import { KindSchema } from '../../model/schemas.ts';
import { CODE_MAX } from '../../model/code.ts';
import { fitsVariable, VARIABLE_MAX, VARIABLE_TYPES, type Variable } from '../../model/variable.ts';
import { foldWords } from '../../text/fold.ts';
import { inQuotes } from '../../text/quote.ts';
import { cleanColour } from '../colours.ts';
import { CodebookProblem } from '../problem.ts';
import type { CodeTree } from '../tree.ts';
import { type BookCode, type BookFile, LossCounter, nameInFile, refuseTwins } from './book.ts';

const FORMAT = 'parley-codebook';
const VERSION = 1;

/** An example as the file shows it to people: the id is what counts. */
export interface ExampleInFile {
  readonly annotation: string;
  readonly words: string;
  readonly article: string;
}

interface CodeInFile {
  readonly name: string;
  readonly definition?: string | undefined;
  readonly colour?: string | null | undefined;
  readonly retired?: boolean | undefined;
  readonly examples?: readonly { readonly annotation: string }[] | undefined;
  readonly codes?: readonly CodeInFile[] | undefined;
}

const Code: z.ZodType<CodeInFile> = z.lazy(() =>
  z.object({
    name: z.string(),
    definition: z.string().max(CODE_MAX.definition).optional(),
    colour: z.string().nullable().optional(),
    retired: z.boolean().optional(),
    examples: z.array(z.object({ annotation: z.string() })).optional(),
    codes: z.array(Code).optional(),
  }),
);

const VariableInFile = z.object({
  kind: KindSchema,
  name: z.string().min(1).max(VARIABLE_MAX.name),
  definition: z.string().max(VARIABLE_MAX.definition).default(''),
  type: z.enum(VARIABLE_TYPES),
  options: z.array(z.string().min(1).max(VARIABLE_MAX.option)).max(VARIABLE_MAX.options).default([]),
  initial: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
  required: z.boolean().default(false),
  retired: z.boolean().default(false),
});

const File = z.object({
  codes: z.array(Code).default([]),
  variables: z.array(VariableInFile).default([]),
});

/** The whole codebook as JSON: codes in their hierarchy, variables, examples with their words. */
export function writeJson(
  tree: CodeTree,
  variables: readonly Variable[],
  examples: ReadonlyMap<string, ExampleInFile>,
): string {
  const codes = (parentId: string | null): object[] =>
    tree.children(parentId).map((code) => ({
      name: code.name,
      definition: code.definition,
      colour: code.colour,
      retired: code.retired,
      examples: code.examples.flatMap((id) => examples.get(id) ?? []),
      codes: codes(code.id),
    }));
  const book = {
    format: FORMAT,
    version: VERSION,
    codes: codes(null),
    variables: variables.map(({ kind, name, definition, type, options, initial, required, retired }) => ({
      kind,
      name,
      definition,
      type,
      options,
      initial,
      required,
      retired,
    })),
  };
  return `${JSON.stringify(book, null, 2)}\n`;
}

/** Reads what `writeJson` wrote. */
export function readJson(text: string): BookFile {
  const value = parsed(text);
  const head = z.object({ format: z.literal(FORMAT), version: z.number().int().min(1) }).safeParse(value);
  if (!head.success) {
    throw new CodebookProblem(
      'The file is JSON, but not a codebook of Parley’s.',
      'Choose a codebook that was exported from Parley, a .qdc or a .csv file.',
    );
  }
  if (head.data.version > VERSION) {
    throw new CodebookProblem('The codebook was written by a newer Parley.', 'Update Parley to read it.');
  }
  const book = checked(value);
  const losses = new LossCounter();
  const codes = book.codes.map((code) => toCode(code, losses));
  refuseTwins(codes);
  const names = new Set<string>();
  for (const variable of book.variables) {
    const key = `${variable.kind} ${foldWords(variable.name)}`;
    if (names.has(key)) {
      throw new CodebookProblem(
        `The variable ${inQuotes(variable.name)} of ${variable.kind}s is there twice.`,
        'Take one of them out of the file.',
      );
    }
    names.add(key);
    if (variable.initial !== null && !fitsVariable(variable, variable.initial)) {
      throw new CodebookProblem(
        `${inQuotes(String(variable.initial))} can’t be what the variable ${inQuotes(variable.name)} begins with.`,
        'Correct it in the file.',
      );
    }
  }
  return { what: 'Codebook of Parley', codes, variables: book.variables, losses: losses.all() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CodebookProblem(
      `The file is broken: ${error instanceof Error ? error.message : String(error)}.`,
      'Export it again, and choose that file.',
    );
  }
}

function checked(value: unknown): z.infer<typeof File> {
  let reason = 'its codes stand too deep';
  try {
    const book = File.safeParse(value);
    if (book.success) return book.data;
    const issue = book.error.issues[0];
    reason = `${issue?.path.join('.')}: ${issue?.message}`;
  } catch (error) {
    // Codes within codes without end.
    if (!(error instanceof RangeError)) throw error;
  }
  throw new CodebookProblem(
    `The codebook in the file can’t be read: ${reason}.`,
    'Export it again, and choose that file.',
  );
}

function toCode(code: CodeInFile, losses: LossCounter): BookCode {
  const name = nameInFile(code.name, losses, `The code ${inQuotes(code.name)}`);
  const colour = code.colour ? cleanColour(code.colour) : null;
  if (code.colour && colour === null) {
    losses.add('Colours that can’t be read', 'They aren’t written as #rrggbb: the codes get others.');
  }
  return {
    name,
    definition: code.definition ?? '',
    colour,
    retired: code.retired ?? null,
    examples: (code.examples ?? []).map((example) => example.annotation),
    under: (code.codes ?? []).map((each) => toCode(each, losses)),
  };
}
