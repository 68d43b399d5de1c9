import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPage } from './pages.ts';

/** Milliseconds after which the launch page is taken away, used or not. */
const LAUNCH_PAGE_LIFE = 60_000;

/** Whether a window can be shown at all. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The command that opens a file in the user's browser, and its arguments. */
export function openCommand(file: string, platform: NodeJS.Platform): { command: string; args: readonly string[] } {
  if (platform === 'darwin') return { command: 'open', args: [file] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', file] };
  return { command: 'xdg-open', args: [file] };
}

/**
 * Opens an address in the default browser, through a file that only this user can read: other users can see command
 * lines. Where there is no browser nothing happens; the address stands in the terminal too.
 * @returns takes the file away again.
 */
export function openInBrowser(address: string, platform: NodeJS.Platform = process.platform): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'));
  const file = join(folder, 'open-parley.html');
  writeFileSync(file, launchPage(address), { mode: 0o600 });
  const tidy = (): void => rmSync(folder, { recursive: true, force: true });

  const { command, args } = openCommand(file, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', tidy);
  child.unref();
  setTimeout(tidy, LAUNCH_PAGE_LIFE).unref();
  return tidy;
}
