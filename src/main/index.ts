import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, session } from 'electron';
import { errorInfo } from '../shared/api/errors.ts';
import { createCore } from './core.ts';
import { createDialogs } from './electron/dialogs.ts';
import { comesFrom, hardenPages, hardenSession } from './electron/hardening.ts';
import { setMenu } from './electron/menu.ts';
import { registerScheme, serveScheme } from './electron/protocol.ts';
import { openWindow, showWindow } from './electron/window.ts';
import { createEventHub } from './hosts/events.ts';
import { startIpc } from './hosts/ipc.ts';
import { SECURITY_HEADERS } from './hosts/policy.ts';
import { staticFiles } from './hosts/static-files.ts';
import { programPlaces } from './places.ts';
import { openAtStart } from './start.ts';
import { dataFolder } from './user/data-folder.ts';

/* Composition root of the desktop program: `electron . [PROJECT]`. */

const places = programPlaces(import.meta.dirname);
const folder = dataFolder(process.env, process.platform);
let window: BrowserWindow | undefined;

// Chromium's own files lie apart from the settings and the sample; the single-instance lock lies with them.
app.setPath('userData', join(folder, 'window'));
registerScheme();
hardenPages();

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(fail);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const events = createEventHub();
  const core = createCore({
    dataFolder: folder,
    resources: places.resources,
    version: places.version,
    emit: events.emit,
    window: true,
  });
  app.on('will-quit', () => core.close());
  await openAtStart(core, projectIn(process.argv, process.cwd()));

  hardenSession(session.defaultSession);
  serveScheme(staticFiles(places.renderer), SECURITY_HEADERS);
  setMenu();
  startIpc<IpcMainInvokeEvent>({
    ipcMain,
    answer: core.answer,
    events,
    dialogs: createDialogs(() => window, core.context.handles.forPath),
    trusts: (event) => comesFrom(event, window?.webContents),
    send: (channel, event, payload) => window?.webContents.send(channel, event, payload),
  });
  makeWindow();

  app.on('activate', () => window ?? makeWindow());
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
  // Started a second time: the window that is there comes forward, with the project that was named.
  app.on('second-instance', (_, argv, cwd) => {
    const path = projectIn(argv, cwd);
    if (path !== null) void openHere(path);
    if (window) showWindow(window);
    else makeWindow();
  });

  async function openHere(path: string): Promise<void> {
    try {
      await core.dispatch('project.open', { file: core.context.handles.forPath(path) });
      window?.webContents.reload();
    } catch (error) {
      const { message, hint } = errorInfo(error);
      dialog.showErrorBox(message, hint);
    }
  }
}

function makeWindow(): void {
  window = openWindow(places.preload);
  window.on('closed', () => {
    window = undefined;
  });
}

/** The project file named on a command line: its first argument that is no switch, behind the program's own folder. */
function projectIn(argv: readonly string[], cwd: string): string | null {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-'))[app.isPackaged ? 0 : 1];
  return named === undefined ? null : resolve(cwd, named);
}

function fail(error: unknown): void {
  const { message, hint } = errorInfo(error);
  dialog.showErrorBox('Parley can’t start.', `${message} ${hint}`);
  app.exit(1);
}
