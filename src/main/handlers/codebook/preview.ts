import type { Input } from '../../../shared/api/contract.ts';
import type { CodebookEffect } from '../../../shared/api/methods/codebook.ts';
import { valueTurn } from '../../../shared/codebook/variable-plans.ts';
import type { VariableValue } from '../../../shared/model/variable.ts';
import { VALUE_KEY } from '../../db/annotations.ts';
import { codedClaims } from '../../db/coded-claims.ts';
import { variableTable } from '../../db/variables.ts';
import { shown } from '../labels.ts';
import { mergePlan, movePlan, removePlan, retirePlan, splitPlan } from './codes.ts';
import type { CodebookDesk, Plan } from './desk.ts';
import { removeVariablePlan, updatePlan, wordsOfKey } from './variables.ts';

/** Values that are named among those that are lost. */
const MOST_LOST = 10;

const none = (): readonly never[] => [];

/**
 * What an act would do. The codes and variables are worked out as the act does; what is coded is counted, where that says
 * the same as reading it: a frequent code is on tens of thousands of claims.
 */
export function previewOf(desk: CodebookDesk, input: Input<'codebook.preview'>): CodebookEffect {
  switch (input.act) {
    case 'move':
      return desk.effect(movePlan(desk, input));
    case 'retire':
      return desk.effect(retirePlan(desk, input));
    case 'split':
      return desk.effect(splitPlan(desk, input));
    case 'merge':
      return gone(desk, mergePlan(desk, input, none), false);
    case 'remove':
      return gone(desk, removePlan(desk, input, none), true);
    case 'variable-update':
      return revalued(desk, input);
    case 'variable-remove': {
      const plan = removeVariablePlan(desk, input.id, none);
      const counts = variableTable(desk.db).valueCounts(input.id);
      return valuesChange(desk, plan, input.id, [...counts.keys()], [...counts]);
    }
  }
}

/** Every claim with a code that goes changes: it gets another, or loses it. */
function gone(desk: CodebookDesk, plan: Plan, loses: boolean): CodebookEffect {
  const ids = plan.changes.filter((change) => change.record === 'code' && !change.after).map((change) => change.id);
  const byCoder = codedClaims(desk.db).byCoder(ids);
  const losing = loses ? [...byCoder.values()].reduce((sum, count) => sum + count, 0) : 0;
  return desk.counted(plan, byCoder, losing, []);
}

function revalued(desk: CodebookDesk, input: Omit<Input<'variables.update'>, 'losing'>): CodebookEffect {
  const plan = updatePlan(desk, input, none);
  const { turned } = valueTurn(desk.variable(input.id), input.fields);
  const counts = variableTable(desk.db).valueCounts(input.id);
  // Of a long text the file finds the beginning alone: all of it has to be read.
  if ([...counts.keys()].some((key) => key.length >= VALUE_KEY)) return desk.effect(updatePlan(desk, input));
  const changed: string[] = [];
  const lost: [string, number][] = [];
  for (const [key, count] of counts) {
    const value = JSON.parse(key) as VariableValue;
    const next = turned(value);
    if (next !== value) changed.push(key);
    if (next === undefined) lost.push([key, count]);
  }
  const touches = input.fields.type !== undefined || input.fields.options !== undefined;
  return valuesChange(desk, plan, input.id, touches ? changed : [], touches ? lost : []);
}

function valuesChange(
  desk: CodebookDesk,
  plan: Plan,
  variableId: string,
  changed: readonly string[],
  lost: readonly (readonly [string, number])[],
): CodebookEffect {
  const byCoder = variableTable(desk.db).valuesByCoder(variableId, changed);
  const losing = lost.reduce((sum, [, count]) => sum + count, 0);
  const named = [...lost]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_LOST)
    .map(([key, count]) => ({ value: shown(wordsOfKey(key), 60), count }));
  return desk.counted(plan, byCoder, losing, named);
}
