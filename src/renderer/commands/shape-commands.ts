import { nudge } from '../../shared/text/nudge.ts';
import { type Fragment, normaliseSpan, sameSpan, type Span, spanEnd, spanStart } from '../../shared/text/span.ts';
import { partEdge } from '../../shared/text/units.ts';
import { selectedAnnotation } from '../store/state.ts';
import { alter, change, changeable, inThisArticle, leaveSelection } from './acting.ts';
import type { Command, CommandContext } from './command.ts';
import { selectionToTag } from './tag-commands.ts';
import { grown, type OpenText, openText, quoted, selectRange, shrunk, steps, unitText } from './text.ts';

/** Growing, shrinking, nudging, fragments. */
export const shapeCommands: readonly Command[] = [
  {
    id: 'grow',
    short: 'grow',
    title: 'Grow the selection, or the selected annotation',
    group: 'Shape',
    keys: ['Alt+ArrowUp'],
    where: 'text',
    run: (c) => resize(c, 'grow'),
  },
  {
    id: 'shrink',
    title: 'Shrink it again',
    group: 'Shape',
    keys: ['Alt+ArrowDown'],
    where: 'text',
    run: (c) => resize(c, 'shrink'),
  },
  nudging('end-right', 'Move its end a word on', 'Alt+ArrowRight', 'end', 'word', 1),
  nudging('end-left', 'Move its end a word back', 'Alt+ArrowLeft', 'end', 'word', -1),
  nudging('start-right', 'Move its start a word on', 'Alt+Shift+ArrowRight', 'start', 'word', 1),
  nudging('start-left', 'Move its start a word back', 'Alt+Shift+ArrowLeft', 'start', 'word', -1),
  nudging('end-right-part', 'Move its end to the next comma or stop', 'Alt+.', 'end', 'part', 1),
  nudging('end-left-part', 'Move its end back to the comma or stop before', 'Alt+,', 'end', 'part', -1),
  nudging('start-right-part', 'Move its start behind the next comma or “that”', 'Alt+Shift+.', 'start', 'part', 1),
  nudging(
    'start-left-part',
    'Move its start back behind the comma or “that” before',
    'Alt+Shift+,',
    'start',
    'part',
    -1,
  ),
  nudging('end-right-character', 'Move its end a character on', '.', 'end', 'character', 1),
  nudging('end-left-character', 'Move its end a character back', ',', 'end', 'character', -1),
  nudging('start-right-character', 'Move its start a character on', 'Shift+.', 'start', 'character', 1),
  nudging('start-left-character', 'Move its start a character back', 'Shift+,', 'start', 'character', -1),
  {
    id: 'add-fragment',
    short: 'add fragment',
    title: 'Add the selection to the selected annotation, as a fragment',
    group: 'Shape',
    keys: ['F'],
    where: 'text',
    run: addFragment,
  },
  {
    id: 'remove-fragment',
    title: 'Take the fragment at the caret out of it',
    group: 'Shape',
    keys: ['Shift+F'],
    where: 'text',
    run: removeFragment,
  },
  {
    id: 'split',
    short: 'split',
    title: 'Make each of its fragments an annotation of its own',
    group: 'Shape',
    keys: ['S'],
    where: 'code',
    run: split,
  },
];

/** By what an end is moved. */
type Step = 'word' | 'character' | 'part';

function nudging(id: string, title: string, keys: string, edge: 'start' | 'end', by: Step, step: 1 | -1): Command {
  return {
    id: `nudge-${id}`,
    title,
    group: 'Shape',
    keys: [keys],
    where: 'text',
    run: (context) => moveEnd(context, edge, by, step),
  };
}

/** Moves an end of the selected words, when some are, or else of the selected annotation: as growing does. */
async function moveEnd(context: CommandContext, edge: 'start' | 'end', by: Step, step: 1 | -1): Promise<void> {
  const open = openText(context);
  const selection = context.editor?.selection();
  if (!open || !selection) return;
  const none = 'It can’t move further: it would become empty or leave the text.';
  const moved = (span: Span) =>
    by === 'part' ? nudgeToPart(open, span, edge, step) : nudge(open.text, span, edge, by, step, open.locale);
  if (selection.start === selection.end) {
    await reshape(context, moved, none);
    return;
  }
  const [next] = moved([selection]);
  if (!next || sameSpan([next], [selection])) context.store.getState().say(none);
  else selectRange(context, next);
}

/** A span with its start where a part of a sentence begins, or its end where one ends; the same one when it can't move. */
function nudgeToPart(open: OpenText, span: Span, edge: 'start' | 'end', step: 1 | -1): Span {
  const index = edge === 'start' ? 0 : span.length - 1;
  const fragment = span[index];
  const at = fragment ? partEdge(unitText(open), fragment, edge, step) : null;
  return fragment && at !== null ? normaliseSpan(span.with(index, { ...fragment, [edge]: at })) : span;
}

/** Gives the selected annotation a new span. `none` is said when the span stays as it is. */
async function reshape(
  context: CommandContext,
  shape: (span: Span, text: string) => Span,
  none: string,
): Promise<void> {
  await inThisArticle(context, async () => {
    const annotation = changeable(context);
    const open = openText(context);
    if (!annotation || !open) return;
    const { say } = context.store.getState();
    const fragments = shape(annotation.fragments, open.text);
    if (fragments.length === 0 || sameSpan(fragments, annotation.fragments)) say(none);
    else {
      const said = { say: `Now ${quoted(open.text, fragments)}` };
      await alter(context, annotation, { fragments }, said);
    }
  });
}

async function resize(context: CommandContext, way: 'grow' | 'shrink'): Promise<void> {
  const open = openText(context);
  const selection = context.editor?.selection();
  if (!open || !selection) return;
  const annotation = selectedAnnotation(context.store.getState());
  if (selection.start !== selection.end || !annotation) {
    resizeSelection(context, selection, way);
    return;
  }
  await reshape(
    context,
    (span) => {
      const hull = { start: spanStart(span), end: spanEnd(span) };
      if (way === 'grow') return normaliseSpan([...span, grown(open, hull) ?? hull]);
      const caret = Math.min(Math.max(selection.start, hull.start), hull.end);
      const word = steps(open, { start: caret, end: caret })[0] ?? hull;
      const smaller = shrunk(open, hull, word);
      return smaller ? [smaller] : span;
    },
    way === 'grow' ? 'It covers the whole paragraph already.' : 'It is one word already.',
  );
}

function resizeSelection(context: CommandContext, selection: Fragment, way: 'grow' | 'shrink'): void {
  const open = openText(context);
  const { editor } = context;
  if (!open || !editor) return;
  const { origin } = context;
  const inside = origin && selection.start <= origin.start && origin.end <= selection.end;
  const from = inside ? origin : selection;
  context.origin = from;
  const next = way === 'grow' ? grown(open, selection) : shrunk(open, selection, from);
  if (next) selectRange(context, next);
}

async function addFragment(context: CommandContext): Promise<void> {
  const selection = context.editor?.selection();
  const fragment = selectionToTag(context);
  if (!fragment || !selection) {
    context.store.getState().say('Select the words to add first.');
    return;
  }
  await reshape(context, (span) => normaliseSpan([...span, fragment]), 'It covers these words already.');
  leaveSelection(context, fragment, selection);
}

async function removeFragment(context: CommandContext): Promise<void> {
  const caret = context.editor?.selection().start ?? 0;
  await reshape(
    context,
    (span) => (span.length < 2 ? span : span.filter((f) => caret < f.start || caret > f.end)),
    'The caret is in none of its fragments, or it has only one.',
  );
}

async function split(context: CommandContext): Promise<void> {
  await inThisArticle(context, async () => {
    const annotation = changeable(context);
    if (!annotation) return;
    const { say } = context.store.getState();
    if (annotation.fragments.length < 2) say('It has only one fragment.');
    else if (await change(context, 'annotations.split', { id: annotation.id }))
      say(`Split into ${annotation.fragments.length}`);
  });
}
