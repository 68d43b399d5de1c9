import { CODE_MAX } from '../model/code.ts';
import { oneLine } from '../text/shorten.ts';
import { inQuotes } from '../text/quote.ts';
import { CodebookProblem } from './problem.ts';
import { type CodeTree, PATH_MARK } from './tree.ts';

/** A code's name as it is kept: one line without blanks around it. Throws for one that no code can have. */
export function codeName(typed: string): string {
  const name = oneLine(typed);
  if (name === '') throw new CodebookProblem('A code needs a name.', 'Type one.');
  if (name.length > CODE_MAX.name) {
    throw new CodebookProblem(
      `This name has ${name.length} characters; a code’s name may have ${CODE_MAX.name}.`,
      'Shorten it, and put the rest into the definition.',
    );
  }
  if (name.includes(PATH_MARK)) {
    throw new CodebookProblem(
      `A code’s name can’t have ${PATH_MARK} in it: that stands between the codes of a path.`,
      'Use another sign.',
    );
  }
  return name;
}

/** Throws when another code has that name right under `parentId`: two of one name couldn’t be told apart. */
export function refuseTaken(tree: CodeTree, parentId: string | null, name: string, ownId: string | null): void {
  const other = tree.namedOther(parentId, name, ownId);
  if (!other) return;
  const where = parentId === null ? 'at the top' : `under ${inQuotes(tree.path(parentId))}`;
  throw new CodebookProblem(
    `There is a code ${inQuotes(other.name)} ${where} already${other.retired ? ', retired' : ''}.`,
    'Choose another name, or merge the two codes.',
  );
}

/** Why a code can't have a name in that place, as a sentence; null when it can. */
export function nameProblem(
  tree: CodeTree,
  parentId: string | null,
  typed: string,
  ownId: string | null,
): string | null {
  try {
    refuseTaken(tree, parentId, codeName(typed), ownId);
    return null;
  } catch (error) {
    if (error instanceof CodebookProblem) return error.message;
    throw error;
  }
}
