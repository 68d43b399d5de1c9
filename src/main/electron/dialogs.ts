import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { ChosenFile, OpenWhat, SaveWhat } from '../../shared/api/bridge.ts';

const PROJECTS = { name: 'Parley projects', extensions: ['parley'] };
const ARTICLES = { name: 'Articles', extensions: ['txt', 'md'] };
const CODEBOOKS = { name: 'Codebooks', extensions: ['qdc', 'csv', 'json'] };
const ANYTHING = { name: 'All files', extensions: ['*'] };

const OPEN: Readonly<Record<OpenWhat, OpenDialogOptions>> = {
  project: { title: 'Open project', properties: ['openFile'], filters: [PROJECTS, ANYTHING] },
  articles: { title: 'Choose articles', properties: ['openFile', 'multiSelections'], filters: [ARTICLES, ANYTHING] },
  folder: { title: 'Choose a folder', properties: ['openDirectory'] },
  codebook: { title: 'Choose a codebook', properties: ['openFile'], filters: [CODEBOOKS, ANYTHING] },
};

const SAVE: Readonly<Record<SaveWhat, string>> = {
  project: 'New project',
  folder: 'Folder to write into',
  codebook: 'Write the codebook',
};

const NAMES: Readonly<Record<string, string>> = {
  '.parley': 'Parley projects',
  '.qdc': 'REFI-QDA codebook',
  '.csv': 'Table (CSV)',
  '.json': 'JSON',
};

/** How files and places for new ones are chosen. */
export interface Dialogs {
  /** Existing files or a folder; empty when cancelled. */
  open(what: OpenWhat): Promise<readonly ChosenFile[]>;
  /** A place for something new; null when cancelled. */
  save(what: SaveWhat, suggestedName: string): Promise<ChosenFile | null>;
}

/**
 * The system's own file dialogs. The window gets handles, never paths.
 * @param handleFor gives the handle of an absolute path.
 */
export function createDialogs(window: () => BrowserWindow | undefined, handleFor: (path: string) => string): Dialogs {
  const chosen = (path: string): ChosenFile => ({
    file: handleFor(path),
    name: basename(path) || path,
    exists: existsSync(path),
  });

  return {
    async open(what) {
      const parent = window();
      const options = OPEN[what];
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options));
      return canceled ? [] : filePaths.map(chosen);
    },

    async save(what, suggestedName) {
      const parent = window();
      const ending = what === 'project' ? '.parley' : what === 'codebook' ? extname(suggestedName) : '';
      const options = {
        title: SAVE[what],
        defaultPath: join(app.getPath('documents'), suggestedName),
        filters: ending === '' ? [] : [{ name: NAMES[ending] ?? ending, extensions: [ending.slice(1)] }],
        properties: ['createDirectory' as const],
      };
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      if (canceled || !filePath) return null;
      return chosen(filePath.toLowerCase().endsWith(ending) ? filePath : `${filePath}${ending}`);
    },
  };
}
