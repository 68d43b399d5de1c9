import { choiceCount } from '../store/search.ts';
import { selectedAnnotation } from '../store/state.ts';
import { changeable } from './acting.ts';
import { needsAnnotation } from './availability.ts';
import type { Command, CommandContext } from './command.ts';
import { showPane, whenDrawn } from './panes.ts';

/** Across the corpus: searching, going through what was found, tagging all mentions, working through a queue. */
export const searchCommands: readonly Command[] = [
  {
    id: 'tag-mentions',
    short: 'all mentions',
    title: 'Tag all mentions like the selected one',
    words: 'same words everywhere corpus bulk give it to all',
    group: 'Tag',
    keys: ['G'],
    where: 'code',
    whyNot: needsAnnotation,
    run(context) {
      const annotation = changeable(context);
      if (!annotation) return;
      const { showMentions, corpus } = context.store.getState();
      const { status, filter } = corpus;
      const statuses = status === null ? filter.statuses : [status];
      showMentions({ annotationId: annotation.id, filter: { ...filter, statuses } });
    },
  },
  {
    id: 'search',
    title: 'Search all texts and annotations',
    words: 'find words corpus concordance keyword in context',
    group: 'Search',
    keys: ['Ctrl+Shift+F'],
    where: 'everywhere',
    run: (context) => goToSearch(context, '[data-search-field]'),
  },
  {
    id: 'place-search',
    title: 'Go to Search; back to what was found',
    group: 'Project',
    keys: ['Alt+2'],
    where: 'everywhere',
    run: (context) =>
      goToSearch(context, choiceCount(context.store.getState().search) > 0 ? '[data-found]' : '[data-search-field]'),
  },
  {
    id: 'next-found',
    title: 'Next place that was found',
    group: 'Search',
    keys: ['F3'],
    where: 'everywhere',
    run: (c) => c.turn(() => c.store.getState().stepFound(1)),
  },
  {
    id: 'previous-found',
    title: 'Previous place that was found',
    group: 'Search',
    keys: ['Shift+F3'],
    where: 'everywhere',
    run: (c) => c.turn(() => c.store.getState().stepFound(-1)),
  },
  {
    id: 'search-selection',
    title: 'Search for the selected words',
    words: 'find same words elsewhere',
    group: 'Search',
    keys: [],
    where: 'code',
    run: searchSelection,
  },
  {
    id: 'filter-corpus',
    title: 'Filter the articles by outlet, date, coder, code …',
    words: 'status entity kind',
    group: 'Articles',
    keys: [],
    where: 'everywhere',
    run: openCorpusFilter,
  },
  {
    id: 'place-work',
    title: 'Go to Work: progress and queues',
    words: 'todo statistics coders outlets',
    group: 'Project',
    keys: ['Alt+3'],
    where: 'everywhere',
    run: ({ store }) => store.getState().goTo('work'),
  },
  {
    id: 'leave-queue',
    title: 'Leave the queue',
    group: 'Articles',
    keys: ['Alt+Backspace'],
    where: 'everywhere',
    when: ({ store }) => store.getState().queue !== null,
    run: ({ store }) => store.getState().leaveQueue(),
  },
];

function goToSearch({ store }: CommandContext, selector: string): void {
  store.getState().goTo('search');
  whenDrawn(() => {
    const element = document.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
    return element !== null;
  });
}

async function searchSelection(context: CommandContext): Promise<void> {
  const state = context.store.getState();
  const selection = context.editor?.selection();
  const [first] = selectedAnnotation(state)?.fragments ?? [];
  const range = selection && selection.end > selection.start ? selection : first;
  const words =
    range && state.open
      ? state.open.text
          .slice(range.start, range.end)
          .replace(/["“”„\s]+/gu, ' ')
          .trim()
      : '';
  if (words === '') {
    state.say('Select words in the text first.');
    return;
  }
  await state.searchFor({ query: `"${words.slice(0, 300)}"`, tab: 'texts' });
  goToSearch(context, '[data-found], [data-search-field]');
}

/** Opens the filters of the list of articles. */
export function openCorpusFilter(context: CommandContext): void {
  showPane(context, 'corpus');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-filter] [data-filter-button]')?.click());
}
