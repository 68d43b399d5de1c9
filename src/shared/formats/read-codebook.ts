import { z } from 'zod';
import { KINDS } from '../model/kind.ts';
import { type BookRecords, EMPTY_RECORDS } from './book.ts';
import { firstIssue } from './checks.ts';
import { CODEBOOK, CODEBOOK_LAYOUT } from './codebook.ts';
import { FormatError, type SourceFiles } from './format.ts';
import { bookProblem, CodeInFile, EntityInFile, VariableInFile } from './read-book.ts';

/** A codebook that lay beside the files. */
export interface ReadCodebook {
  readonly records: BookRecords;
  /** Column name → variable id. */
  readonly columns: ReadonlyMap<string, string>;
}

const Times = { created_at: z.string().default(''), updated_at: z.string().default('') };

const Codebook = z.object({
  codes: z.array(z.object({ parent: z.string().nullish(), ...Times }).loose()).default([]),
  variables: z.array(z.object({ column: z.string().default(''), kind: z.enum(KINDS), ...Times }).loose()).default([]),
  entities: z.array(z.object({ parent: z.string().nullish(), ...Times }).loose()).default([]),
});

const HINT = 'Nothing was read. Write the files again, or take the codebook away: names alone are read then.';

/**
 * The codebook beside the files, in their folder or one above it; an empty one where there is none or where it isn't
 * Parley's. Throws `FormatError` for one of Parley's that is broken.
 */
export function readCodebook(files: SourceFiles): ReadCodebook {
  for (const folder of foldersOf(files.list())) {
    const path = folder + CODEBOOK;
    const text = files.companion(path);
    const value = text === null ? null : ownCodebook(text, path);
    if (value !== null) return parseCodebook(value, path);
  }
  return { records: EMPTY_RECORDS, columns: new Map() };
}

/** Every folder in which the files are, and those above: `a/b/`, `a/`, ''. The deepest first. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at + 1));
  }
  return [...folders].sort((a, b) => b.length - a.length);
}

/** The file's value where it says that it is Parley's, else null: others have codebooks too. */
function ownCodebook(text: string, path: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const layout = (value as { parley?: { codebook?: unknown } } | null)?.parley?.codebook;
  if (typeof layout !== 'number') return null;
  if (layout > CODEBOOK_LAYOUT) {
    throw new FormatError(`${path} was written by a newer Parley.`, 'Update Parley and try again.');
  }
  return value;
}

function parseCodebook(value: unknown, path: string): ReadCodebook {
  const wrong = (what: string): FormatError => new FormatError(`${path}: ${what}.`, HINT);
  const outer = Codebook.safeParse(value);
  if (!outer.success) throw wrong(firstIssue(outer.error));
  const each = <T>(what: string, list: readonly Record<string, unknown>[], schema: z.ZodType<T>): T[] =>
    list.map((item, i) => {
      const { created_at: createdAt, updated_at: updatedAt, parent = null, ...rest } = item;
      const found = schema.safeParse({ ...rest, createdAt, updatedAt, parentId: parent });
      if (!found.success) throw wrong(`${what} ${i + 1}: ${firstIssue(found.error)}`);
      return found.data;
    });
  const records: BookRecords = {
    codes: each('code', outer.data.codes, CodeInFile),
    variables: each('variable', outer.data.variables, VariableInFile),
    entities: each('entity', outer.data.entities, EntityInFile),
  };
  const problem = bookProblem(records);
  if (problem !== null) throw wrong(problem);
  const columns = outer.data.variables.map(({ column }, i) => [column, records.variables[i]?.id ?? ''] as const);
  return { records, columns: new Map(columns.filter(([column]) => column !== '')) };
}
