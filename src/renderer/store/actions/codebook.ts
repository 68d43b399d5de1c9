import { codeTree } from '../../../shared/codebook/tree.ts';
import { readFresh } from './fresh.ts';
import type { CodebookActions, Get, SetState } from '../types.ts';

/** The codebook of the open project. */
export function codebookActions(set: SetState, get: Get): CodebookActions {
  let reads = 0;
  return {
    async readCodebook() {
      const mine = ++reads;
      const found = await readFresh(get, async () => (mine === reads ? get().run('codebook.get', {}) : null));
      if (found && mine === reads) set({ codebook: { codes: found.codes, variables: found.variables } });
    },
    viewCodebook: (view) => set((state) => ({ codebookView: { ...state.codebookView, ...view } })),
    holdVariable(key, typed) {
      const { typed: before } = get().codebookView;
      if (before.get(key) === (typed ?? undefined)) return;
      const held = new Map(before);
      if (typed) held.set(key, typed);
      else held.delete(key);
      get().viewCodebook({ typed: held });
      get().draft(`variable ${key}`, typed !== null);
    },
    showCode(codeId) {
      const { folded } = get().codebookView;
      const above = codeTree(get().codebook.codes).line(codeId);
      const open = new Set(folded);
      for (const code of above.slice(0, -1)) open.delete(code.id);
      get().goTo('codebook');
      get().viewCodebook({ tab: 'codes', codeId, folded: open });
    },
  };
}
