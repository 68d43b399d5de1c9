import { RULE_IDS } from '../../model/finding.ts';
import type { Rule } from '../rule.ts';
import { claimTwice } from './claim-twice.ts';
import { claimWithoutClaimant } from './claim-without-claimant.ts';
import { cutWord } from './cut-word.ts';
import { farLink } from './far-link.ts';
import { mentionUnresolved } from './mention-unresolved.ts';
import { nearIdentical } from './near-identical.ts';
import { ownRelay } from './own-relay.ts';
import { quotationUnclaimed } from './quotation-unclaimed.ts';
import { raggedEdge } from './ragged-edge.ts';
import { twoKinds } from './two-kinds.ts';

const all: readonly Rule[] = [
  claimTwice,
  claimWithoutClaimant,
  cutWord,
  farLink,
  mentionUnresolved,
  nearIdentical,
  ownRelay,
  quotationUnclaimed,
  raggedEdge,
  twoKinds,
];

/** Every rule; another one is another file, its id, and a line above. */
export const rules: readonly Rule[] = all.toSorted((a, b) => RULE_IDS.indexOf(a.id) - RULE_IDS.indexOf(b.id));
