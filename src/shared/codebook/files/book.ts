import type { Loss } from '../../model/exchange.ts';
import type { Kind } from '../../model/kind.ts';
import type { VariableType, VariableValue } from '../../model/variable.ts';
import { foldWords } from '../../text/fold.ts';
import { inQuotes } from '../../text/quote.ts';
import { codeName } from '../names.ts';
import { CodebookProblem } from '../problem.ts';
import { PATH_MARK } from '../tree.ts';

/*
 * A codebook as a file holds it, the same for every format. Formats touch no disk: they are handed a text and give one.
 */

/** A code in a file. What the file doesn't say is null. */
export interface BookCode {
  readonly name: string;
  readonly definition: string;
  /** `#rrggbb`. */
  readonly colour: string | null;
  readonly retired: boolean | null;
  /** Ids of annotations, as the project that wrote it knows them. */
  readonly examples: readonly string[];
  readonly under: readonly BookCode[];
}

/** A variable in a file. */
export interface BookVariable {
  readonly kind: Kind;
  readonly name: string;
  readonly definition: string;
  readonly type: VariableType;
  readonly options: readonly string[];
  readonly initial: VariableValue | null;
  readonly required: boolean;
  readonly retired: boolean;
}

/** A whole codebook as a file holds it. */
export interface BookFile {
  /** `REFI-QDA codebook (NVivo 14)`. */
  readonly what: string;
  readonly codes: readonly BookCode[];
  readonly variables: readonly BookVariable[];
  /** What the file holds and Parley doesn't keep. */
  readonly losses: readonly Loss[];
}

/** Deeper than any codebook that somebody works with. */
export const MOST_LEVELS = 60;

/** Counts what a file loses, by what it is. */
export class LossCounter {
  readonly #losses = new Map<string, Loss>();

  add(what: string, detail: string, count = 1): void {
    const there = this.#losses.get(what);
    this.#losses.set(what, { what, count: (there?.count ?? 0) + count, detail: there?.detail ?? detail });
  }

  all(): readonly Loss[] {
    return [...this.#losses.values()];
  }
}

/** A name as it stands in a file, as a code can have it. The mark of a path becomes `>`, which is told as a loss. */
export function nameInFile(typed: string, losses: LossCounter, place: string): string {
  let name = typed;
  if (name.includes(PATH_MARK)) {
    name = name.replaceAll(PATH_MARK, '>');
    losses.add(`Names with ${PATH_MARK} in them`, 'That sign stands between the codes of a path, so it becomes >.');
  }
  try {
    return codeName(name);
  } catch (error) {
    if (error instanceof CodebookProblem) throw new CodebookProblem(`${place}: ${error.message}`, error.hint);
    throw error;
  }
}

/** Throws for two codes of one name under one parent, and for a hierarchy deeper than can be shown. */
export function refuseTwins(codes: readonly BookCode[], above: readonly string[] = []): void {
  if (above.length > MOST_LEVELS) throw tooDeep();
  const names = new Set<string>();
  for (const code of codes) {
    const key = foldWords(code.name);
    if (names.has(key)) {
      const where = above.length === 0 ? 'at the top' : `under ${inQuotes(above.join(` ${PATH_MARK} `))}`;
      throw new CodebookProblem(
        `The code ${inQuotes(code.name)} is there twice ${where}.`,
        'Rename or merge one of them in the program that wrote the file.',
      );
    }
    names.add(key);
    refuseTwins(code.under, [...above, code.name]);
  }
}

/** A hierarchy deeper than can be shown. */
export function tooDeep(): CodebookProblem {
  return new CodebookProblem(
    `Its codes stand more than ${MOST_LEVELS} levels deep.`,
    'Flatten the hierarchy in the program that wrote it.',
  );
}
