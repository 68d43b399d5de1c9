import type { Settings } from '../../shared/api/contract.ts';
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
    id: 'leave-act',
    title: 'Leave the last act as it is, and go on undoing before it',
    group: 'Project',
    words: 'undo conflict skip pass over',
    keys: [],
    where: 'everywhere',
    run: (c) =>
      c.turn(async () => {
        const { run, say, dismissAct } = c.store.getState();
        const left = await run('history.leave', {});
        if (!left) return;
        dismissAct(left.label);
        if (left.label === '') say('There is nothing to undo');
        else await c.store.getState().stepHistory('undo');
      }),
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
    id: 'place-codebook',
    title: 'Go to Codebook',
    group: 'Project',
    words: 'codes variables',
    keys: ['Alt+4'],
    where: 'everywhere',
    run: ({ store }) => store.getState().goTo('codebook'),
  },
  {
    id: 'place-entities',
    title: 'Go to Entities',
    group: 'Project',
    words: 'actors venues names authority list aliases',
    keys: ['Alt+5'],
    where: 'everywhere',
    run: ({ store }) => store.getState().goTo('entities'),
  },
  {
    id: 'place-dataset',
    title: 'Go to Dataset',
    group: 'Project',
    keys: ['Alt+6'],
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
    id: 'new-project',
    title: 'Start a new project',
    words: 'create file',
    group: 'Project',
    keys: [],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('new-project'),
  },
  sample('open-sample', 'Open the sample project', false),
  sample('fresh-sample', 'Start a fresh sample', true),
  {
    id: 'check',
    title: 'Check the project',
    words: 'integrity repair verify',
    group: 'Project',
    keys: [],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('check'),
  },
  {
    id: 'coder',
    title: 'Say who is coding',
    words: 'name user switch rename',
    group: 'Settings',
    keys: [],
    where: 'everywhere',
    run: ({ store }) => store.getState().openDialog('coder'),
  },
  setting('theme-system', 'Look as the system has it', 'appearance theme', { theme: 'system' }),
  setting('theme-light', 'Light', 'appearance theme bright', { theme: 'light' }),
  setting('theme-dark', 'Dark', 'appearance theme night', { theme: 'dark' }),
  setting('snap-words', 'A tag covers whole words', 'snap boundary', { snapToWords: true }),
  setting('snap-exact', 'A tag covers exactly what is selected', 'snap boundary', { snapToWords: false }),
  {
    id: 'palette',
    title: 'Find a command, an article, a code, a name',
    words: 'palette search go',
    group: 'Help',
    keys: ['Ctrl+K'],
    where: 'everywhere',
    run: ({ store }) => store.getState().showSheet('palette'),
  },
  {
    id: 'keys',
    short: 'all keys',
    title: 'All keys',
    group: 'Help',
    keys: ['?', 'F1'],
    where: 'everywhere',
    run: ({ store }) => store.getState().showSheet('keys'),
  },
];

function sample(id: string, title: string, fresh: boolean): Command {
  return {
    id,
    title,
    words: 'example demo',
    group: 'Project',
    keys: [],
    where: 'everywhere',
    async run({ store }) {
      const { run, openProject } = store.getState();
      const info = await run('project.openSample', { fresh });
      if (info) await openProject(info);
    },
  };
}

function setting(id: string, title: string, words: string, change: Partial<Omit<Settings, 'keys'>>): Command {
  return {
    id,
    title,
    words,
    group: 'Settings',
    keys: [],
    where: 'everywhere',
    whyNot({ store }) {
      const now = store.getState().app?.settings;
      const entries = Object.entries(change) as [keyof Settings, unknown][];
      return now && entries.every(([name, value]) => now[name] === value) ? 'It is so already.' : null;
    },
    async run({ store }) {
      const { run, refreshApp, say } = store.getState();
      if (!(await run('app.saveSettings', change))) return;
      await refreshApp();
      say(title);
    },
  };
}
