import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { fileFailure } from './failure.ts';
import { isArticleName } from './find-articles.ts';
import { byName } from '../../shared/text/by-name.ts';

/** Which entries of a folder are shown; folders always are. */
export type Shown = 'all' | 'projects' | 'articles' | 'folders' | 'codebooks';

/** Something in a folder. */
export interface Entry {
  readonly path: string;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** 0 for a folder. */
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly modifiedAt: string;
}

/** How many entries are asked about at a time. */
const AT_ONCE = 64;

/**
 * What lies in a folder: folders first, each part by name; without hidden entries, and without what is neither file nor
 * folder or vanishes meanwhile. Errors: `file-gone`, `file-unreadable`.
 */
export async function listFolder(folder: string, show: Shown): Promise<Entry[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw fileFailure(error, basename(folder) || folder);
  }
  const visible = names.filter((name) => !name.startsWith('.'));
  const entries: Entry[] = [];
  for (let i = 0; i < visible.length; i += AT_ONCE) {
    const some = await Promise.all(visible.slice(i, i + AT_ONCE).map((name) => entryOf(folder, name)));
    entries.push(...some.filter((entry) => entry !== null).filter((entry) => isShown(entry, show)));
  }
  return entries.sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || byName(a.name, b.name));
}

/**
 * Whether something of that name lies in a folder, a link that leads nowhere included.
 * Errors: `bad-input` for a name that no file can have, `file-gone` when the folder isn't one, `file-unreadable`.
 */
export async function childOf(folder: string, name: string): Promise<{ path: string; exists: boolean }> {
  checkName(name);
  const path = join(folder, name);
  try {
    if (!(await stat(folder)).isDirectory()) throw notAFolder(basename(folder));
  } catch (error) {
    throw fileFailure(error, basename(folder) || folder);
  }
  try {
    await lstat(path);
    return { path, exists: true };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return { path, exists: false };
    if (code === 'ENAMETOOLONG') throw badName(name, 'it is too long');
    throw fileFailure(error, name);
  }
}

/** Throws `bad-input` for a name that leads elsewhere or that the system can't give a file. */
export function checkName(name: string): void {
  if (name === '.' || name === '..') throw badName(name, 'it stands for another folder');
  if (/[/\\]/.test(name)) throw badName(name, 'it has a slash in it');
  if (/\p{Cc}/u.test(name)) throw badName(name, 'it has a control character in it');
  if (name.trim() === '') throw badName(name, 'it is blank');
  if (process.platform === 'win32' && /[<>:"|?*]|[. ]$/.test(name)) {
    throw badName(name, 'Windows doesn’t allow < > : " | ? * in names, nor a stop or blank at the end');
  }
}

async function entryOf(folder: string, name: string): Promise<Entry | null> {
  const path = join(folder, name);
  try {
    const found = await stat(path);
    const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : null;
    if (kind === null) return null;
    return { path, name, kind, bytes: kind === 'file' ? found.size : 0, modifiedAt: found.mtime.toISOString() };
  } catch {
    return null; // gone meanwhile, or a link that leads nowhere
  }
}

function isShown({ kind, name }: Entry, show: Shown): boolean {
  if (kind === 'folder' || show === 'all') return true;
  if (show === 'projects') return name.toLowerCase().endsWith('.parley');
  if (show === 'codebooks') return /\.(?:qdc|csv|json)$/i.test(name);
  return show === 'articles' && isArticleName(name);
}

function badName(name: string, why: string): ParleyError {
  return new ParleyError('bad-input', `“${name}” can’t be the name of a file: ${why}.`, 'Choose another name.');
}

function notAFolder(name: string): ParleyError {
  return new ParleyError('file-gone', `“${name}” isn’t a folder.`, 'Choose another folder.');
}
