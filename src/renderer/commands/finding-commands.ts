import { type RecordView, selectedAnnotation } from '../store/state.ts';
import type { Command, CommandContext } from './command.ts';
import { focusPane, holdKeys } from './panes.ts';

/** What is odd in the article, and how the same words were coded before. */
export const findingCommands: readonly Command[] = [
  {
    id: 'findings',
    title: 'What may be a slip in this article',
    words: 'findings lint check consistency problems errors',
    group: 'Articles',
    keys: ['L'],
    where: 'code',
    whyNot: ({ store }) => (store.getState().open ? null : 'Open an article first.'),
    run: (context) => toggle(context, 'findings'),
  },
  {
    id: 'precedents',
    title: 'How the same words were coded before',
    words: 'precedents consistency earlier elsewhere',
    group: 'Articles',
    keys: ['P'],
    where: 'code',
    whyNot: ({ store }) => (selectedAnnotation(store.getState()) ? null : 'Select an annotation first.'),
    run: (context) => toggle(context, 'precedents'),
  },
];

/** Shows a view of the record pane and goes into it; when it is shown and has the focus, back to the claims and the text. */
export function toggle(context: CommandContext, view: RecordView): void {
  const { recordView, showRecord } = context.store.getState();
  const inside = document.activeElement?.closest('[data-pane="record"]') !== null;
  if (recordView === view && inside) {
    showRecord('claims');
    focusPane(context, 'text');
    return;
  }
  showRecord(view);
  // At once: the same key right behind it leads back.
  holdKeys('record');
  focusPane(context, 'record');
}
