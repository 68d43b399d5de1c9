import type { CodebookActions, Get, SetState } from '../types.ts';

/** The codebook of the open project. */
export function codebookActions(set: SetState, get: Get): CodebookActions {
  let reads = 0;
  return {
    async readCodebook() {
      const mine = ++reads;
      const found = await get().run('codebook.get', {});
      if (found && mine === reads) set({ codebook: { codes: found.codes, variables: found.variables } });
    },
  };
}
