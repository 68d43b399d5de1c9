import { homedir } from 'node:os';
import { isAbsolute, posix, resolve, win32 } from 'node:path';

/**
 * Where this user's own things lie: `PARLEY_DATA_DIR`, or the system's usual place for a program's data. Absolute; it may
 * not be there yet.
 * @param env environment variables; @param platform as `process.platform`.
 */
export function dataFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (env['PARLEY_DATA_DIR']) return resolve(env['PARLEY_DATA_DIR']);
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(env['USERPROFILE'] || homedir(), 'AppData', 'Roaming'), 'Parley');
  }
  const home = env['HOME'] || homedir();
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Parley');
  // The XDG base directory specification has relative paths ignored.
  const data = env['XDG_DATA_HOME'];
  return posix.join(data && isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'parley');
}
