import { noProposals, statsByRule } from '../proposals.ts';
import type { Get, ProposalActions, SetState } from '../types.ts';

/** Proposals: what is found arrives from the worker, what is decided from the core. */
export function proposalActions(set: SetState, get: Get): ProposalActions {
  return {
    forgetProposals() {
      set((state) => ({ proposals: { ...noProposals, stats: state.proposals.stats } }));
    },
    showProposals(articleId, found, verdicts) {
      const decided = new Map(verdicts.map((verdict) => [verdict.key, verdict]));
      set((state) => ({ proposals: { ...state.proposals, articleId, found, decided } }));
    },
    async readProposalStats() {
      const stats = await get().run('proposals.stats', {});
      if (stats) set((state) => ({ proposals: { ...state.proposals, stats: statsByRule(stats) } }));
    },
    async readVerdicts() {
      const { articleId } = get().proposals;
      const [, answer] = await Promise.all([
        get().readProposalStats(),
        articleId === null ? null : get().run('proposals.verdicts', { articleId }),
      ]);
      const { found } = get().proposals;
      if (answer && articleId && found && get().proposals.articleId === articleId) {
        get().showProposals(articleId, found, answer.verdicts);
      }
    },
    lookThrough(looking) {
      set((state) => ({ proposals: { ...state.proposals, looking, changing: null } }));
    },
    changeProposal(changing) {
      set((state) => ({ proposals: { ...state.proposals, changing } }));
    },
  };
}
