import type { Input } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import {
  planAdd,
  planExample,
  planMove,
  planRemove,
  planRetire,
  planUpdate,
} from '../../../shared/codebook/code-plans.ts';
import { planMerge, planSplit } from '../../../shared/codebook/merge-plans.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { annotationTable } from '../../db/annotations.ts';
import { codedClaims } from '../../db/coded-claims.ts';
import type { Context } from '../context.ts';
import { shown } from '../labels.ts';
import { Layer } from '../layer.ts';
import { CodebookDesk, type Plan, planned } from './desk.ts';

type CodeMethod = Extract<keyof Handlers<Context>, `codes.${string}`>;

/** Acts on codes. Each is worked out by a plan, which a preview works out too. */
export const codeHandlers: Pick<Handlers<Context>, CodeMethod> = {
  'codes.add'(context, input) {
    const desk = new CodebookDesk(context);
    if (input.parentId !== null) desk.code(input.parentId);
    const id = desk.newId();
    const changes = planned(() => planAdd(desk.tree, { ...input, id }, desk.now));
    const where = input.parentId === null ? '' : ` under ${desk.path(input.parentId)}`;
    const label = `add the code ${inQuotes(shown(input.name, 60))}${where}`;
    return { id, applied: desk.commit(label, { changes }) };
  },

  'codes.update'(context, { id, ...fields }) {
    const desk = new CodebookDesk(context);
    const before = desk.code(id);
    const changes = planned(() => planUpdate(desk.tree, id, fields, desk.now));
    const renamed = fields.name !== undefined && fields.name.trim() !== before.name;
    const label = renamed
      ? `rename the code ${desk.path(id)} to ${inQuotes(shown(fields.name ?? '', 60))}`
      : fields.definition !== undefined
        ? `edit the definition of the code ${desk.path(id)}`
        : `give the code ${desk.path(id)} another colour`;
    return desk.commit(label, { changes });
  },

  'codes.move'(context, input) {
    const desk = new CodebookDesk(context);
    const plan = movePlan(desk, input);
    const [only] = input.ids;
    const stays = only !== undefined && desk.code(only).parentId === input.parentId;
    const where = stays
      ? 'within its level'
      : input.parentId === null
        ? 'to the top'
        : `under ${desk.path(input.parentId)}`;
    return desk.commit(`move ${desk.these(input.ids)} ${where}`, plan);
  },

  'codes.merge'(context, input) {
    const desk = new CodebookDesk(context);
    const plan = mergePlan(desk, input);
    return desk.commit(`merge ${desk.these(input.ids)} into ${desk.path(input.intoId)}`, plan);
  },

  'codes.split'(context, input) {
    const desk = new CodebookDesk(context);
    const plan = splitPlan(desk, input);
    return desk.commit(`split the code ${desk.path(input.id)} into ${input.parts.length}`, plan);
  },

  'codes.retire'(context, input) {
    const desk = new CodebookDesk(context);
    const plan = retirePlan(desk, input);
    return desk.commit(`${input.retired ? 'retire' : 'take back into use'} ${desk.these(input.ids)}`, plan);
  },

  'codes.remove'(context, { losing, ...input }) {
    const desk = new CodebookDesk(context);
    const plan = removePlan(desk, input);
    desk.refuseOtherLoss(plan, losing);
    return desk.commit(`remove the code ${desk.path(input.id)}`, plan);
  },

  'codes.example'(context, { id, annotationId, is }) {
    const desk = new CodebookDesk(context);
    desk.code(id);
    const layer = new Layer(context);
    // One that is gone can still be taken off the list.
    if (is) {
      const annotation = layer.annotation(annotationId);
      if (annotation.kind !== 'claim') {
        throw new ParleyError(
          'bad-input',
          `The ${annotation.kind} ${layer.words(annotation)} can’t be an example of a code: claims are coded.`,
          'Choose a claim.',
        );
      }
    }
    const shown = new Set(codedClaims(desk.db).among(desk.code(id).examples));
    const isThere = (each: string): boolean => shown.has(each);
    const changes = planned(() => planExample(desk.tree, id, annotationId, is, isThere, desk.now));
    const label = is
      ? `make an example of the code ${desk.path(id)}`
      : `take away an example of the code ${desk.path(id)}`;
    return desk.commit(label, { changes });
  },

  'codes.examples'(context, { id }) {
    const desk = new CodebookDesk(context);
    return { rows: codedClaims(desk.db).these(desk.code(id).examples) };
  },

  'codes.claims'(context, { id, withUnder, offset, limit }) {
    const desk = new CodebookDesk(context);
    const ids = [desk.code(id), ...(withUnder ? desk.tree.descendants(id) : [])].map((code) => code.id);
    const claims = codedClaims(desk.db);
    return { total: claims.count(ids), rows: claims.page(ids, offset, limit) };
  },
};

/** Codes to another place. Errors of each plan: `not-found` for a code that isn't there, `bad-input` for what can't be done. */
export function movePlan(desk: CodebookDesk, { ids, parentId, beforeId }: Input<'codes.move'>): Plan {
  needAll(desk, parentId === null ? ids : [...ids, parentId]);
  return { changes: planned(() => planMove(desk.tree, ids, parentId, beforeId, desk.now)) };
}

/** Codes joined into one. @param coded the claims that have one of them; a preview counts instead of reading. */
export function mergePlan(
  desk: CodebookDesk,
  { ids, intoId, keepDefinitions }: Input<'codes.merge'>,
  coded = desk.coded,
): Plan {
  needAll(desk, [...ids, intoId]);
  return { changes: planned(() => planMerge(desk.tree, ids, intoId, { keepDefinitions }, coded, desk.now)) };
}

/** One code made several, its claims handed out among them. */
export function splitPlan(desk: CodebookDesk, { id, parts, where, retire, given }: Input<'codes.split'>): Plan {
  needAll(desk, [id]);
  const split = {
    parts: parts.map((part) => ({ ...part, id: desk.newId() })),
    where,
    retire,
    given: new Map(Object.entries(given)),
  };
  // A claim that is given to no part doesn't change: only those that are have to be read.
  const annotations = annotationTable(desk.db);
  const coded = () => Object.keys(given).flatMap((each) => annotations.get(each) ?? []);
  return { changes: planned(() => planSplit(desk.tree, id, split, coded, desk.now)) };
}

/** Codes no longer offered, or offered again. */
export function retirePlan(desk: CodebookDesk, { ids, retired }: Input<'codes.retire'>): Plan {
  needAll(desk, ids);
  return { changes: planned(() => planRetire(desk.tree, ids, retired, desk.now)) };
}

/** A code out of the codebook, and off its claims. @param coded as at `mergePlan`. */
export function removePlan(
  desk: CodebookDesk,
  { id, under }: Omit<Input<'codes.remove'>, 'losing'>,
  coded = desk.coded,
): Plan {
  needAll(desk, [id]);
  return { changes: planned(() => planRemove(desk.tree, id, under, coded, desk.now)), codesGo: true };
}

function needAll(desk: CodebookDesk, ids: readonly string[]): void {
  for (const id of ids) desk.code(id);
}
