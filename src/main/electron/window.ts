import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { START_URL } from './protocol.ts';

/** The colours of the paper before the page has drawn: the window doesn't flash. */
const GROUND = { light: '#f6f5f2', dark: '#17191c' };

/**
 * Makes the window: sandboxed, isolated, without Node.
 * @param preload absolute path of the built preload.
 */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Parley',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_, details) => {
    if (details.reason !== 'clean-exit') void offerReload(window);
  });
  window.webContents.on('will-prevent-unload', (event) => {
    // Preventing this event lets the window go.
    if (mayLeave(window)) event.preventDefault();
  });
  void window.loadURL(START_URL);
  return window;
}

/** Asks whether what was entered and isn't kept may be lost. */
function mayLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Close Parley, and lose what you changed in a variable?',
    detail: 'It isn’t kept yet. It waits in the Codebook, under Variables, where its button keeps it.',
    buttons: ['Go back', 'Close and lose it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working.',
    detail: 'Nothing that was shown as saved is lost. Open it again to go on.',
    buttons: ['Open it again', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  });
  if (window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else window.close();
}
