import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A folder where people usually keep files. */
export interface KnownPlace {
  readonly name: string;
  readonly path: string;
}

const FOLDERS = ['Documents', 'Desktop', 'Downloads'];

/**
 * The folders where the analyst's files usually lie, those that are there.
 * @param projectPath absolute path of the open project's file, or null.
 */
export async function knownPlaces(projectPath: string | null): Promise<KnownPlace[]> {
  const home = homedir();
  const own = await userFolders(home);
  const places = [
    ...(projectPath === null ? [] : [{ name: 'This project’s folder', path: dirname(projectPath) }]),
    { name: 'Home', path: home },
    ...FOLDERS.map((name) => ({ name, path: own.get(name.toUpperCase()) ?? join(home, name) })),
  ];
  const there: KnownPlace[] = [];
  for (const { name, path } of places) {
    // Where a desktop has no such folder, its settings name the home folder.
    const isHomeAgain = name !== 'Home' && FOLDERS.includes(name) && resolve(path) === resolve(home);
    if (!isHomeAgain && (await isFolder(path))) there.push({ name, path });
  }
  return there;
}

/**
 * What a Linux desktop calls its folders in the user's language: `XDG_DOCUMENTS_DIR="$HOME/Dokumente"` in `user-dirs.dirs`
 * (freedesktop.org, xdg-user-dirs). Keys `DOCUMENTS`, `DESKTOP`, `DOWNLOADS`; empty on other systems.
 */
async function userFolders(home: string): Promise<Map<string, string>> {
  const folders = new Map<string, string>();
  const config = process.env['XDG_CONFIG_HOME'] || join(home, '.config');
  let settings: string;
  try {
    settings = await readFile(join(config, 'user-dirs.dirs'), 'utf8');
  } catch {
    return folders; // no such desktop
  }
  for (const [, key, path] of settings.matchAll(/^XDG_(DOCUMENTS|DESKTOP|DOWNLOAD)_DIR="(.*)"\s*$/gm)) {
    if (key !== undefined && path !== undefined) {
      folders.set(key === 'DOWNLOAD' ? 'DOWNLOADS' : key, path.replace(/^\$HOME(?=\/|$)/, home));
    }
  }
  return folders;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
