import { spanStart } from '../../shared/text/span.ts';
import { selectedAnnotation } from '../store/state.ts';
import type { Command, CommandContext } from './command.ts';
import { focusPane, showPane, stepPane } from './panes.ts';
import { named } from './text.ts';
import { withKeys } from './key-words.ts';

/** Going from annotation to annotation and from pane to pane. */
export const moveCommands: readonly Command[] = [
  {
    id: 'next',
    short: 'next',
    title: 'Next annotation',
    group: 'Move',
    keys: ['Tab'],
    where: 'text',
    when: mayStep,
    run: (c) => step(c, 1),
  },
  {
    id: 'previous',
    title: 'Previous annotation',
    group: 'Move',
    keys: ['Shift+Tab'],
    where: 'text',
    when: mayStep,
    run: (c) => step(c, -1),
  },
  {
    id: 'card',
    title: 'Go to its card',
    group: 'Move',
    keys: ['Enter'],
    where: 'text',
    run(context) {
      const { select, selectedId } = context.store.getState();
      if (!selectedId) return;
      showPane(context, 'record');
      select(selectedId, 'card');
    },
  },
  {
    id: 'next-pane',
    title: 'Next pane: articles, text, claims',
    group: 'Move',
    keys: ['F6'],
    where: 'everywhere',
    run: (c) => stepPane(c, 1),
  },
  {
    id: 'previous-pane',
    title: 'Previous pane',
    group: 'Move',
    keys: ['Shift+F6'],
    where: 'everywhere',
    run: (c) => stepPane(c, -1),
  },
  {
    id: 'close-drawer',
    title: 'Close the pane that lies over the text',
    group: 'Move',
    keys: ['Escape'],
    where: 'everywhere',
    when: ({ store }) => store.getState().drawer !== null,
    run: (context) => focusPane(context, 'text'),
  },
  {
    id: 'release',
    title: 'Select nothing; then Tab leaves the text',
    group: 'Move',
    keys: ['Escape'],
    where: 'text',
    run(context) {
      const { select, say, proposals, changeProposal } = context.store.getState();
      if (proposals.changing) {
        changeProposal(null);
        say('Its words stay as they were.');
        return;
      }
      select(null);
      context.leaving = true;
      say('Nothing is selected. Tab leaves the text.');
    },
  },
];

function mayStep(context: CommandContext): boolean {
  const index = context.store.getState().open?.index;
  return !context.leaving && index !== undefined && index.all().length > 0;
}

/** Selects the annotation behind or before the selected one, or the caret, and puts the caret at its start. */
function step(context: CommandContext, way: 1 | -1): void {
  const state = context.store.getState();
  const { open } = state;
  const { editor } = context;
  if (!open || !editor) return;
  const from = selectedAnnotation(state)?.id ?? editor.selection().start;
  const found = way > 0 ? open.index.next(from) : open.index.previous(from);
  if (!found) {
    state.say(
      way > 0
        ? withKeys('This is the last annotation. {release}, then Tab leaves the text.')
        : 'This is the first annotation.',
    );
    return;
  }
  state.select(found.id);
  const start = spanStart(found.fragments);
  editor.select({ start, end: start });
  editor.reveal(found.fragments);
  state.say(named(open.text, found));
}
