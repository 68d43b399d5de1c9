import type { Change } from '../change/change.ts';

/** What an act on the codebook changes, counted: the same for a preview and for the act. */
export interface Effect {
  readonly codes: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly variables: { readonly added: number; readonly changed: number; readonly removed: number };
  /** Annotations whose codes or values change. */
  readonly annotations: number;
  /** How many of them belong to coders other than the one who acts, and how many those coders are. */
  readonly others: number;
  readonly otherCoders: number;
  /** Annotations that lose a code or a value and get none for it. */
  readonly losing: number;
}

/**
 * @param coderId the coder who acts.
 * @param codesGo whether a claim with fewer codes has lost something: not when two of its codes were merged.
 */
export function effectOf(changes: readonly Change[], coderId: string, codesGo: boolean): Effect {
  const codes = { added: 0, changed: 0, removed: 0 };
  const variables = { added: 0, changed: 0, removed: 0 };
  const coders = new Set<string>();
  let [annotations, others, losing] = [0, 0, 0];
  for (const change of changes) {
    const how = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
    if (change.record === 'code') codes[how]++;
    if (change.record === 'variable') variables[how]++;
    if (change.record !== 'annotation' || !change.before || !change.after) continue;
    const { before, after } = change;
    annotations++;
    if (before.coderId !== coderId) {
      others++;
      coders.add(before.coderId);
    }
    const lostCode = codesGo && after.codes.length < before.codes.length;
    const lostValue = Object.keys(before.values).some((id) => !(id in after.values));
    if (lostCode || lostValue) losing++;
  }
  return { codes, variables, annotations, others, otherCoders: coders.size, losing };
}
