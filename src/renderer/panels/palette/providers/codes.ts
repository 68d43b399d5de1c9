import { codeTree } from '../../../../shared/codebook/tree.ts';
import { fuzzyScore } from '../../../../shared/text/fuzzy.ts';
import type { PaletteProvider } from '../provider.ts';

/** How many codes are shown at most. */
const MOST = 6;

/** Codes of the codebook by their names; a retired one says so. */
export const codeProvider: PaletteProvider<'knows'> = {
  id: 'codes',
  heading: 'Codes',
  find(typed, { context }) {
    const { codes } = context.store.getState().codebook;
    if (typed.trim() === '' || codes.length === 0) return [];
    const tree = codeTree(codes);
    return codes
      .map((code) => ({ code, score: fuzzyScore(typed, code.name) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ code }) => ({
        id: `code ${code.id}`,
        title: code.name,
        detail: code.retired ? 'retired' : code.parentId === null ? '' : tree.path(code.parentId),
        colour: code.colour,
        whyNot: null,
        run: ({ store }) => store.getState().showCode(code.id),
      }));
  },
};
