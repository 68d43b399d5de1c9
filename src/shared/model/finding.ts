import type { Kind } from './kind.ts';
import type { Role } from './role.ts';
import type { Span } from '../text/span.ts';

/** The rules, by their ids, in the order in which findings are listed at one place of the text. */
export const RULE_IDS = [
  'claim-without-claimant',
  'own-relay',
  'quotation-unclaimed',
  'cut-word',
  'ragged-edge',
  'near-identical',
  'claim-twice',
  'two-kinds',
  'far-link',
  'mention-unresolved',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** A way out of a finding: each is one act, which one undo takes back. */
export type Fix =
  /** Gives an annotation another span. */
  | { readonly act: 'reshape'; readonly id: string; readonly fragments: Span }
  | { readonly act: 'remove'; readonly id: string }
  | { readonly act: 'merge'; readonly keepId: string; readonly otherId: string }
  | { readonly act: 'retype'; readonly id: string; readonly kind: Kind }
  | { readonly act: 'link'; readonly claimId: string; readonly role: Role; readonly targetId: string }
  | { readonly act: 'unlink'; readonly linkId: string }
  | { readonly act: 'tag'; readonly kind: Kind; readonly fragments: Span }
  /** Asks the analyst who or what: the list of candidates for a role, or of entities. */
  | { readonly act: 'choose-role'; readonly claimId: string; readonly role: Role }
  | { readonly act: 'choose-entity'; readonly id: string };

/** A way to put a finding right. */
export interface FixOffer {
  /** As a button says it: `Take the whole word: “Averell”`. */
  readonly title: string;
  readonly fix: Fix;
}

/** Something in one coder's coding of one article that may be a slip. */
export interface Finding {
  readonly rule: RuleId;
  /** The same each time the rule finds this; no two findings of an article's layer share rule and key. */
  readonly key: string;
  /** Where to look. */
  readonly span: Span;
  /** The annotations that it is about; none for words that aren't tagged. */
  readonly annotationIds: readonly string[];
  /** What is odd, as a sentence. */
  readonly message: string;
  /** The likeliest first; may be none. */
  readonly fixes: readonly FixOffer[];
}
