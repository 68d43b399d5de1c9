import type { Command } from './command.ts';

/** Undo, places, files, help. */
export const projectCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo, wherever it happened',
    group: 'Project',
    keys: ['Ctrl+Z'],
    where: 'everywhere',
    run: (c) => c.turn(() => c.store.getState().stepHistory('undo')),
  },
  {
    id: 'redo',
    title: 'Do it again',
    group: 'Project',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    where: 'everywhere',
    run: (c) => c.turn(() => c.store.getState().stepHistory('redo')),
  },
  {
    id: 'place-code',
    title: 'Go to Code',
    group: 'Project',
    keys: ['Alt+1'],
    where: 'everywhere',
    run: ({ store }) => store.getState().goTo('code'),
  },
  {
    id: 'place-dataset',
    title: 'Go to Dataset',
    group: 'Project',
    keys: ['Alt+2'],
    where: 'everywhere',
    run: ({ store }) => store.getState().goTo('dataset'),
  },
  {
    id: 'import',
    title: 'Import articles or annotated folders',
    group: 'Project',
    keys: ['Ctrl+I'],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('import'),
  },
  {
    id: 'export',
    title: 'Export the dataset',
    group: 'Project',
    keys: ['Ctrl+E'],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('export'),
  },
  {
    id: 'open-project',
    title: 'Open a project',
    group: 'Project',
    keys: ['Ctrl+O'],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('open-project'),
  },
  {
    id: 'keys',
    title: 'All keys',
    group: 'Help',
    keys: ['?', 'F1'],
    where: 'everywhere',
    run: ({ store }) => store.getState().showSheet('keys'),
  },
];
