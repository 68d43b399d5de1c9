import type { Input } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { valueWords } from '../../../shared/codebook/convert.ts';
import {
  planAddVariable,
  planRemoveVariable,
  planReorder,
  planRetireVariable,
  planUpdateVariable,
} from '../../../shared/codebook/variable-plans.ts';
import type { VariableValue } from '../../../shared/model/variable.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { variableTable } from '../../db/variables.ts';
import type { Context } from '../context.ts';
import { shown } from '../labels.ts';
import { CodebookDesk, type Plan, planned } from './desk.ts';

type VariableMethod = Extract<keyof Handlers<Context>, `variables.${string}`>;

/** Different values that are shown of a variable. */
const MOST_VALUES = 200;

/** Acts on variables. */
export const variableHandlers: Pick<Handlers<Context>, VariableMethod> = {
  'variables.add'(context, input) {
    const desk = new CodebookDesk(context);
    const id = desk.newId();
    const changes = planned(() => planAddVariable(desk.variables, { ...input, id }, desk.now));
    const label = `add the variable ${inQuotes(shown(input.name, 60))} of ${input.kind}s`;
    return { id, applied: desk.commit(label, { changes }) };
  },

  'variables.update'(context, { losing, ...input }) {
    const desk = new CodebookDesk(context);
    const { name } = desk.variable(input.id);
    const plan = updatePlan(desk, input);
    desk.refuseOtherLoss(plan, losing);
    const next = input.fields.name?.trim() ?? name;
    const label =
      next === name
        ? `edit the variable ${inQuotes(name)}`
        : `rename the variable ${inQuotes(name)} to ${inQuotes(shown(next, 60))}`;
    return desk.commit(label, plan);
  },

  'variables.retire'(context, { id, retired }) {
    const desk = new CodebookDesk(context);
    const { name } = desk.variable(id);
    const changes = planned(() => planRetireVariable(desk.variables, id, retired, desk.now));
    return desk.commit(`${retired ? 'retire' : 'take back into use'} the variable ${inQuotes(name)}`, { changes });
  },

  'variables.remove'(context, { id, losing }) {
    const desk = new CodebookDesk(context);
    const { name } = desk.variable(id);
    const plan = removeVariablePlan(desk, id);
    desk.refuseOtherLoss(plan, losing);
    return desk.commit(`remove the variable ${inQuotes(name)}`, plan);
  },

  'variables.reorder'(context, { kind, ids }) {
    const desk = new CodebookDesk(context);
    for (const id of ids) desk.variable(id);
    const changes = planned(() => planReorder(desk.variables, kind, ids));
    return desk.commit(`put the variables of ${kind}s in another order`, { changes });
  },

  'variables.values'(context, { id }) {
    const desk = new CodebookDesk(context);
    desk.variable(id);
    const rows = [...variableTable(desk.db).valueCounts(id)]
      .map(([key, count]) => ({ value: wordsOfKey(key), count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_VALUES);
    return { rows };
  },
};

/** Other fields of a variable. @param valued the annotations with a value of it; a preview counts instead of reading. */
export function updatePlan(
  desk: CodebookDesk,
  { id, fields }: Omit<Input<'variables.update'>, 'losing'>,
  valued = desk.valued(id),
): Plan {
  desk.variable(id);
  return { changes: planned(() => planUpdateVariable(desk.variables, id, fields, valued, desk.now)) };
}

/** A variable out of the codebook, with its values. @param valued as at `updatePlan`. */
export function removeVariablePlan(desk: CodebookDesk, id: string, valued = desk.valued(id)): Plan {
  desk.variable(id);
  return { changes: planned(() => planRemoveVariable(desk.variables, id, valued, desk.now)) };
}

/** A value in words, by the key under which the file finds it; of a long one the beginning. */
export function wordsOfKey(key: string): string {
  try {
    return valueWords(JSON.parse(key) as VariableValue);
  } catch {
    return `${key.slice(1).replace(/\\+$/, '')}…`;
  }
}
