import type { Applied, Input, Method, Output } from '../../shared/api/contract.ts';
import type { Change } from '../../shared/change/change.ts';
import { type Annotation, type Coding, UNCODED } from '../../shared/model/annotation.ts';
import type { VariableValue } from '../../shared/model/variable.ts';
import type { Fragment } from '../../shared/text/span.ts';
import { isOwnLayer, selectedAnnotation } from '../store/state.ts';
import { edit } from './ahead.ts';
import type { CommandContext } from './command.ts';
import { withKeys } from './key-words.ts';

type Changing = { [M in Method]: Output<M> extends Applied ? M : never }[Method];

/** What is selected and said when a change has arrived. */
export interface Also {
  readonly select?: string;
  readonly say?: string;
}

/**
 * Sends a change and takes over what it changed. Null when it failed (a notice then says why).
 * @param ahead what it will change in the open article: drawn at once, and taken back when it failed.
 */
export async function change<M extends Changing>(
  context: CommandContext,
  method: M,
  input: Input<M>,
  also?: Also,
  ahead: readonly Change[] = [],
): Promise<Applied | null> {
  const { run, applied, drawAhead } = context.store.getState();
  const coming = run(method, input);
  const takeBack = ahead.length > 0 ? drawAhead(ahead) : null;
  const answer = (await coming) as Applied | null;
  if (answer) await applied(answer, also);
  else takeBack?.();
  return answer;
}

/** Codes an annotation of the open article anew, at once on the screen; a null among the values takes that one out. */
export function recode(
  context: CommandContext,
  before: Annotation,
  fields: Partial<Omit<Coding, 'values'>> & { readonly values?: Readonly<Record<string, VariableValue | null>> },
  say: string,
): Promise<Applied | null> {
  const { codes, cue, values, ...rest } = fields;
  const kept = Object.entries({ ...before.values, ...values }).filter(([, value]) => value !== null);
  const after = { ...before, ...fields, values: Object.fromEntries(kept) as Coding['values'] };
  const input = { ...rest, id: before.id, ...(codes && { codes: [...codes] }), ...(cue && { cue: [...cue] }) };
  return change(context, 'annotations.update', { ...input, ...(values && { values }) }, { say }, [edit(before, after)]);
}

/** Gives an annotation of the open article another span or kind, at once on the screen; see `change`. */
export function alter(
  context: CommandContext,
  before: Annotation,
  fields: Partial<Pick<Annotation, 'fragments' | 'kind'>>,
  also: Also,
): Promise<Applied | null> {
  const after = { ...before, ...(fields.kind === undefined ? {} : UNCODED), ...fields };
  const { fragments, ...rest } = fields;
  const input = { ...rest, id: before.id, ...(fragments && { fragments: [...fragments] }) };
  return change(context, 'annotations.update', input, also, [edit(before, after)]);
}

/**
 * Runs an act in its turn, but not when another article has come since the key was pressed: it would land in words that
 * nobody meant. It says so then.
 */
export async function inThisArticle(context: CommandContext, act: () => Promise<void>): Promise<void> {
  const { store } = context;
  const articleId = store.getState().open?.article.id;
  if (articleId === undefined) return;
  await context.turn(async () => {
    const { open, say } = store.getState();
    if (open?.article.id === articleId) await act();
    else say('Another article came meanwhile: nothing was changed.');
  });
}

/** Leaves a bare caret behind words that were tagged, unless something else has been selected since. */
export function leaveSelection(context: CommandContext, tagged: Fragment, selectedThen: Fragment): void {
  const now = context.editor?.selection();
  if (now?.start !== selectedThen.start || now.end !== selectedThen.end) return;
  context.editor?.select({ start: tagged.end, end: tagged.end });
}

/**
 * Whether the open article can be coded now; says why when it can't.
 * @param then what to do as soon as somebody has said who codes, when nobody had.
 */
export function mayChange(context: CommandContext, then: (() => Promise<void>) | null = null): boolean {
  const state = context.store.getState();
  if (!state.open || !state.app) return false;
  if (state.app.coder.name === '') {
    context.afterNaming = then;
    state.openDialog('coder');
    return false;
  }
  if (isOwnLayer(state)) return true;
  const whose = state.project?.coders.find((coder) => coder.id === state.open?.layer)?.name ?? 'another coder';
  state.notify({
    tone: 'info',
    title: `These are the annotations of ${whose}, shown to be read.`,
    hint: 'Go back to your own, above the text, to code.',
  });
  return false;
}

/** The selected annotation, if it may be changed; says what is missing otherwise. */
export function changeable(context: CommandContext): Annotation | null {
  const state = context.store.getState();
  const annotation = selectedAnnotation(state);
  if (!annotation) {
    state.say(withKeys('Nothing is selected. {next} goes to the next annotation.'));
    return null;
  }
  return mayChange(context) ? annotation : null;
}
