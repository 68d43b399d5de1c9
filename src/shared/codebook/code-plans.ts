import type { Change } from '../change/change.ts';
import { CODE_MAX, type Code } from '../model/code.ts';
import { inQuotes } from '../text/quote.ts';
import { cleanColour, suggestColour } from './colours.ts';
import { CodeDraft } from './draft.ts';
import { codeName, refuseTaken } from './names.ts';
import { CodebookProblem } from './problem.ts';
import { type Coded, recode } from './recode.ts';
import type { CodeTree } from './tree.ts';

/*
 * Acts on the codes as change sets: pure, so that a preview and the act are the same plan. Each throws `CodebookProblem` for
 * what can't be done.
 */

/** What an analyst may write of a code. */
export interface CodeFields {
  readonly name: string;
  readonly definition: string;
  readonly colour: string;
}

/** Some of the fields; one that is undefined stays as it is. */
export type Some<Fields> = { readonly [F in keyof Fields]?: Fields[F] | undefined };

/** A new code, behind the others under its parent. Without a colour one is suggested. */
export function planAdd(
  tree: CodeTree,
  wanted: {
    readonly id: string;
    readonly parentId: string | null;
    readonly name: string;
    readonly definition?: string | undefined;
    readonly colour?: string | undefined;
  },
  now: string,
): Change[] {
  const parent = wanted.parentId === null ? null : need(tree, wanted.parentId);
  const name = codeName(wanted.name);
  refuseTaken(tree, wanted.parentId, name, null);
  const draft = new CodeDraft(tree, now);
  const colour = wanted.colour === undefined ? suggestColour(tree.ordered(), parent) : colourOf(wanted.colour);
  const code: Code = {
    id: wanted.id,
    parentId: wanted.parentId,
    name,
    definition: definitionOf(wanted.definition ?? ''),
    colour,
    position: 0,
    retired: false,
    examples: [],
    createdAt: now,
    updatedAt: now,
  };
  draft.place([code], wanted.parentId, null);
  return draft.changes();
}

/** Another name, definition or colour. */
export function planUpdate(tree: CodeTree, id: string, fields: Some<CodeFields>, now: string): Change[] {
  const code = need(tree, id);
  const name = fields.name === undefined ? code.name : codeName(fields.name);
  if (name !== code.name) refuseTaken(tree, code.parentId, name, id);
  const draft = new CodeDraft(tree, now);
  draft.put({
    ...code,
    name,
    definition: fields.definition === undefined ? code.definition : definitionOf(fields.definition),
    colour: fields.colour === undefined ? code.colour : colourOf(fields.colour),
  });
  return draft.changes();
}

/** Codes, with all under them, to another place: right under `parentId`, before `beforeId` or behind all. */
export function planMove(
  tree: CodeTree,
  ids: readonly string[],
  parentId: string | null,
  beforeId: string | null,
  now: string,
): Change[] {
  const codes = ids.map((id) => need(tree, id));
  if (parentId !== null) need(tree, parentId);
  for (const code of codes) {
    if (parentId !== null && tree.isWithin(parentId, code.id)) {
      throw new CodebookProblem(
        parentId === code.id
          ? `${inQuotes(code.name)} can’t stand under itself.`
          : `${inQuotes(code.name)} can’t move under ${inQuotes(tree.path(parentId))}: that stands under it.`,
        'Choose a code that doesn’t stand under it.',
      );
    }
  }
  const moving = new Set(ids);
  const level = tree.children(parentId);
  // One that moves itself marks the place of the first behind it that stays.
  const stays = level
    .slice(
      Math.max(
        0,
        level.findIndex((code) => code.id === beforeId),
      ),
    )
    .find(({ id }) => !moving.has(id));
  const target = beforeId !== null && moving.has(beforeId) ? (stays?.id ?? null) : beforeId;
  const draft = new CodeDraft(tree, now);
  for (const code of codes) {
    if (code.parentId !== parentId) refuseTaken(draft.tree, parentId, code.name, code.id);
    draft.place([code], parentId, target);
  }
  return draft.changes();
}

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

/** The tree as it will be when a code is gone. */
function without(draft: CodeDraft, id: string): CodeTree {
  const after = new CodeDraft(draft.tree, '');
  after.remove(id);
  return after.tree;
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

/** Codes and all under them, no longer offered, or offered again. What is coded with them stays. */
export function planRetire(tree: CodeTree, ids: readonly string[], retired: boolean, now: string): Change[] {
  const draft = new CodeDraft(tree, now);
  for (const id of ids) {
    for (const code of [need(tree, id), ...tree.descendants(id)]) draft.put({ ...code, retired });
  }
  return draft.changes();
}

/**
 * A code out of the codebook. What stands under it goes with it or is lifted into its place; claims lose the codes that go.
 */
export function planRemove(tree: CodeTree, id: string, under: 'remove' | 'lift', coded: Coded, now: string): Change[] {
  const code = need(tree, id);
  const draft = new CodeDraft(tree, now);
  const gone = new Set([id]);
  if (under === 'remove') for (const { id: each } of tree.descendants(id)) gone.add(each);
  else {
    for (const child of tree.children(id)) {
      refuseTaken(without(draft, id), code.parentId, child.name, child.id);
      draft.place([child], code.parentId, id);
    }
  }
  for (const each of gone) draft.remove(each);
  draft.close(code.parentId);
  return [
    ...draft.changes(),
    ...recode(coded([...gone]), (annotation) => annotation.codes.filter((one) => !gone.has(one)), now),
  ];
}

/**
 * A claim as an example of a code, or no longer.
 * @param isThere whether an example of this id can be shown: those that can't don't count.
 */
export function planExample(
  tree: CodeTree,
  id: string,
  annotationId: string,
  is: boolean,
  isThere: (annotationId: string) => boolean,
  now: string,
): Change[] {
  const code = need(tree, id);
  const others = code.examples.filter((each) => each !== annotationId);
  if (is && others.filter(isThere).length >= CODE_MAX.examples) {
    throw new CodebookProblem(
      `${inQuotes(code.name)} has ${CODE_MAX.examples} examples; more say nothing more.`,
      'Take one away first.',
    );
  }
  const draft = new CodeDraft(tree, now);
  draft.put({
    ...code,
    examples: is ? (code.examples.length > others.length ? code.examples : [...others, annotationId]) : others,
  });
  return draft.changes();
}

function need(tree: CodeTree, id: string): Code {
  const code = tree.get(id);
  if (code) return code;
  throw new CodebookProblem(
    'This code isn’t in the codebook.',
    'It may have been removed or merged: look at the codebook as it is now.',
  );
}

function colourOf(typed: string): string {
  const colour = cleanColour(typed);
  if (colour !== null) return colour;
  throw new CodebookProblem(`${inQuotes(typed)} isn’t a colour.`, 'Write it as #rrggbb, as in #3f76d8.');
}

function definitionOf(typed: string): string {
  if (typed.length <= CODE_MAX.definition) return typed;
  throw new CodebookProblem(
    `This definition has ${typed.length} characters; it may have ${CODE_MAX.definition}.`,
    'Shorten it.',
  );
}
