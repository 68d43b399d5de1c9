import { app, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron';
import { ORIGIN } from './protocol.ts';

/*
 * What a page may not do, whatever it holds: leave `parley://app/`, open windows, embed other pages, ask for permissions,
 * download, or reach the network.
 */

/** Binds every page that this app ever makes. Has to run before the first window. */
export function hardenPages(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Binds the one session: no permissions, no devices, no downloads, no network. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_, __, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
  session.setSpellCheckerEnabled(false);
}

/** Whether a message comes from Parley's own page in the main frame of its own window. */
export function comesFrom(event: IpcMainInvokeEvent, window: WebContents | undefined): boolean {
  const frame = event.senderFrame;
  return window !== undefined && event.sender === window && frame === window.mainFrame && isOwn(frame.url);
}

function isOwn(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`);
}

function isAllowed(url: string): boolean {
  return isOwn(url) || url.startsWith('devtools://');
}
