import type { Change } from '../change/change.ts';
import type { Code } from '../model/code.ts';
import { inQuotes } from '../text/quote.ts';
import { suggestColour } from './colours.ts';
import { CodeDraft } from './draft.ts';
import { codeName, refuseTaken } from './names.ts';
import { definitionOf, need, without } from './plan-parts.ts';
import { CodebookProblem } from './problem.ts';
import { type Coded, recode } from './recode.ts';
import type { CodeTree } from './tree.ts';

/* Codes merged and split, with what is coded with them, as change sets: as `code-plans` has the other acts. */

/**
 * Codes into another: what is coded with them is coded with that one, their examples become its own, and what stands under
 * them stands under it. A code under them that has the name of one under it is merged with that too. With `keepDefinitions`
 * their definitions are added behind its own.
 */
export function planMerge(
  tree: CodeTree,
  ids: readonly string[],
  intoId: string,
  options: { readonly keepDefinitions: boolean },
  coded: Coded,
  now: string,
): Change[] {
  need(tree, intoId);
  for (const id of ids) need(tree, id);
  if (ids.includes(intoId)) {
    throw new CodebookProblem('A code can’t be merged with itself.', 'Choose another code to merge it into.');
  }
  const draft = new CodeDraft(tree, now);
  const into = new Map<string, string>();
  for (const id of ids) if (!into.has(id)) mergeOne(draft, id, intoId, options.keepDefinitions, into);
  const target = (id: string): string => {
    let at = id;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  };
  const annotations = coded([...into.keys()]);
  return [...draft.changes(), ...recode(annotations, (annotation) => annotation.codes.map(target), now)];
}

function mergeOne(draft: CodeDraft, id: string, intoId: string, keep: boolean, into: Map<string, string>): void {
  if (draft.tree.isWithin(intoId, id)) {
    // One that stands under it takes its place.
    const own = need(draft.tree, id);
    refuseTaken(without(draft, id), own.parentId, need(draft.tree, intoId).name, intoId);
    draft.place([need(draft.tree, intoId)], own.parentId, id);
  }
  into.set(id, intoId);
  // Children of one code have different names, so none is in the way of another.
  const { tree } = draft;
  const moving: Code[] = [];
  const twins: [string, string][] = [];
  for (const child of tree.children(id)) {
    const twin = tree.namedOther(intoId, child.name, id);
    if (twin) twins.push([child.id, twin.id]);
    else moving.push(child);
  }
  for (const [childId, twinId] of twins) mergeOne(draft, childId, twinId, keep, into);
  draft.place(
    moving.map((child) => need(draft.tree, child.id)),
    intoId,
    null,
  );
  const source = need(draft.tree, id);
  const target = need(draft.tree, intoId);
  draft.put({
    ...target,
    definition: keep ? joined(target.definition, source) : target.definition,
    examples: [...new Set([...target.examples, ...source.examples])],
  });
  draft.remove(id);
  draft.close(source.parentId);
}

function joined(definition: string, source: Code): string {
  const more = source.definition.trim();
  if (more === '' || definition.includes(more)) return definition;
  const added = `From ${inQuotes(source.name)}: ${more}`;
  return definitionOf(definition.trim() === '' ? added : `${definition.trimEnd()}\n\n${added}`);
}

/** One of the codes that another is split into. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * A code into new ones, under it or beside it. A claim that is given to parts is coded with those instead; one that isn't
 * keeps the code.
 * @param given annotation id → places of its parts in `parts`.
 */
export function planSplit(
  tree: CodeTree,
  id: string,
  split: {
    readonly parts: readonly Part[];
    readonly where: 'under' | 'beside';
    /** Whether the code is retired with it. */
    readonly retire: boolean;
    readonly given: ReadonlyMap<string, readonly number[]>;
  },
  coded: Coded,
  now: string,
): Change[] {
  const code = need(tree, id);
  if (split.parts.length === 0) throw new CodebookProblem('Name the codes that it is split into.', 'One at least.');
  const draft = new CodeDraft(tree, now);
  const parentId = split.where === 'under' ? id : code.parentId;
  const siblings = tree.children(parentId);
  const next = split.where === 'beside' ? siblings[siblings.indexOf(code) + 1]?.id : undefined;
  for (const { id: partId, name: typed, definition } of split.parts) {
    const name = codeName(typed);
    refuseTaken(draft.tree, parentId, name, null);
    const part: Code = {
      id: partId,
      parentId,
      name,
      definition: definitionOf(definition),
      colour: split.where === 'under' ? code.colour : suggestColour(draft.tree.ordered(), null),
      position: 0,
      retired: false,
      examples: [],
      createdAt: now,
      updatedAt: now,
    };
    draft.place([part], parentId, next ?? null);
  }
  const codesOf = (annotationId: string): readonly string[] | null => {
    const parts = split.given.get(annotationId);
    if (!parts || parts.length === 0) return null;
    return parts.map((at) => {
      const part = split.parts[at];
      if (!part) throw new CodebookProblem('A claim is given to a part that isn’t there.', 'Give it to another.');
      return part.id;
    });
  };
  // Examples go where their claims go.
  const examples = new Map<string, string[]>();
  const left = code.examples.filter((annotationId) => {
    const parts = codesOf(annotationId);
    for (const part of parts ?? []) examples.set(part, [...(examples.get(part) ?? []), annotationId]);
    return parts === null;
  });
  for (const [partId, ids] of examples) draft.put({ ...need(draft.tree, partId), examples: ids });
  draft.put({ ...need(draft.tree, id), examples: left, retired: code.retired || split.retire });
  const recoded = recode(
    coded([id]),
    (annotation) => annotation.codes.flatMap((one) => (one === id ? (codesOf(annotation.id) ?? [one]) : [one])),
    now,
  );
  return [...draft.changes(), ...recoded];
}
