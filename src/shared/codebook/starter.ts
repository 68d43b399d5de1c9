import type { Change } from '../change/change.ts';
import type { Variable } from '../model/variable.ts';
import { foldWords } from '../text/fold.ts';
import { planAddVariable, type VariableFields } from './variable-plans.ts';

const options = (...names: string[]): VariableFields['options'] => names.map((name) => ({ name, was: [] }));

/** What most studies of claims record of each, to begin with and to change. */
export const STARTER: readonly VariableFields[] = [
  {
    name: 'Stance',
    definition:
      'Where the claimant stands on what the claim is coded with: in favour of it, against it, both in part, or not to be told from the words.',
    type: 'category',
    options: options('in favour', 'against', 'mixed', 'unclear'),
    initial: null,
    required: false,
  },
  {
    name: 'Form',
    definition: 'What the claimant does by saying it. Where two fit, the one that the article puts first.',
    type: 'category',
    options: options('statement', 'demand', 'offer', 'warning', 'refusal', 'agreement'),
    initial: null,
    required: false,
  },
];

/** Adds those that have no namesake among the variables of claims. */
export function planStarter(variables: readonly Variable[], newId: () => string, now: string): Change[] {
  const changes: Change[] = [];
  let known = variables;
  for (const wanted of STARTER) {
    const key = foldWords(wanted.name);
    if (known.some((one) => one.kind === 'claim' && foldWords(one.name) === key)) continue;
    for (const change of planAddVariable(known, { ...wanted, id: newId(), kind: 'claim' }, now)) {
      changes.push(change);
      if (change.record === 'variable' && change.after) known = [...known, change.after];
    }
  }
  return changes;
}
