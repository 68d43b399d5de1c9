import { CODE_MAX, type Code } from '../model/code.ts';
import { inQuotes } from '../text/quote.ts';
import { cleanColour } from './colours.ts';
import { CodeDraft } from './draft.ts';
import { CodebookProblem } from './problem.ts';
import type { CodeTree } from './tree.ts';

/* What acts on the codes have in common. Each throws `CodebookProblem` for what can't be. */

/** The tree as it will be when a code is gone. */
export function without(draft: CodeDraft, id: string): CodeTree {
  const after = new CodeDraft(draft.tree, '');
  after.remove(id);
  return after.tree;
}

/** The code. Throws `CodebookProblem` where the tree has none of that id. */
export function need(tree: CodeTree, id: string): Code {
  const code = tree.get(id);
  if (code) return code;
  throw new CodebookProblem(
    'This code isn’t in the codebook.',
    'It may have been removed or merged: look at the codebook as it is now.',
  );
}

/** A colour as it is kept, `#rrggbb`. Throws `CodebookProblem` for what isn't one. */
export function colourOf(typed: string): string {
  const colour = cleanColour(typed);
  if (colour !== null) return colour;
  throw new CodebookProblem(`${inQuotes(typed)} isn’t a colour.`, 'Write it as #rrggbb, as in #3f76d8.');
}

/** A definition as it is kept. Throws `CodebookProblem` for one that is too long. */
export function definitionOf(typed: string): string {
  if (typed.length <= CODE_MAX.definition) return typed;
  throw new CodebookProblem(
    `This definition has ${typed.length} characters; it may have ${CODE_MAX.definition}.`,
    'Shorten it.',
  );
}
