import type { Change } from '../change/change.ts';
import { CODE_MAX, type Code } from '../model/code.ts';
import { inQuotes } from '../text/quote.ts';
import { suggestColour } from './colours.ts';
import { CodeDraft } from './draft.ts';
import { codeName, refuseTaken } from './names.ts';
import { colourOf, definitionOf, need, without } from './plan-parts.ts';
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
