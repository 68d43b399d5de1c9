import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { FormatError, type SourceFiles } from '../../shared/formats/format.ts';
import type { HeldFile } from '../handlers/context.ts';
import { systemCode } from './disk.ts';
import { MARKER } from './marker.ts';
import { insideFolder } from './target.ts';

/** Text longer than this, in bytes, doesn't fit into one JavaScript string for certain. */
const LARGEST = 500_000_000;

/**
 * The files that an analyst chose for a format: folders are searched through, hidden files left out. Their paths are
 * relative to the deepest folder that holds all that was chosen. A file that wasn't chosen but lies there can be asked
 * for by name: `datapackage.json` alone leads to its tables, and a companion is found beside what was chosen.
 * Errors: `file-gone`, `file-unreadable`, `bad-format` when nothing of the format is there.
 * @param extensions endings of the format's files, lower case; @param companions names of files that go with them.
 */
export function openSources(
  chosen: readonly HeldFile[],
  extensions: readonly string[],
  companions: readonly string[] = [],
): SourceFiles {
  const found: string[] = [];
  const bases: string[] = [];
  const held = new Map<string, Uint8Array>();
  const isCompanion = (path: string) => companions.includes(basename(path));
  const wanted = (name: string) => extensions.some((ending) => name.toLowerCase().endsWith(ending)) && name !== MARKER;

  for (const file of chosen) {
    if (file.kind === 'bytes') {
      // Of what was dropped the files of the format are meant, as in a folder.
      if (!wanted(file.name) && !isCompanion(file.name)) continue;
      if (held.has(file.name)) {
        throw new ParleyError('bad-input', `There are two files “${file.name}”.`, 'Choose their folder instead.');
      }
      held.set(file.name, file.bytes);
      continue;
    }
    const stat = statOf(file.path);
    if (stat.isDirectory()) {
      bases.push(resolve(file.path));
      found.push(...walk(file.path, wanted));
    } else if (stat.isFile()) {
      bases.push(dirname(resolve(file.path)));
      found.push(resolve(file.path));
    } else {
      // A pipe would be waited for, and a device has no end.
      throw new ParleyError('file-unreadable', `“${file.name}” isn’t a file.`, 'Choose a file, or a folder of files.');
    }
  }

  const root = bases.length > 0 ? bases.reduce(commonFolder) : null;
  const paths = new Map(found.map((full) => [slashed(relative(root ?? '', full)), full]));
  for (const name of held.keys()) paths.delete(name);
  const list = [...paths.keys(), ...held.keys()].filter((path) => !isCompanion(path)).sort();
  if (list.length === 0) {
    const name = chosen[0]?.name ?? 'the folder';
    throw new ParleyError(
      'bad-format',
      `There is no ${extensions.join(' or ')} file in “${name}”.`,
      'Choose the folder that holds the files of this format.',
    );
  }

  const bytesOf = (path: string) => held.get(path) ?? readBytes(path, paths.get(path) ?? beside(root, path, wanted));
  return {
    list: () => list,
    text: (path) => decode(path, bytesOf(path)),
    companion(path) {
      const full = paths.get(path) ?? (root !== null && isCompanion(path) ? fileIn(root, path) : null);
      const bytes = held.get(path) ?? (full === null ? null : readBytes(path, full));
      return bytes === null ? null : decode(path, bytes);
    },
    digest(path) {
      const bytes = bytesOf(path);
      return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    },
  };
}

/** Full path of a file that wasn't chosen but lies with those that were. */
function beside(root: string | null, path: string, wanted: (name: string) => boolean): string {
  const full = root !== null && wanted(basename(path)) ? fileIn(root, path) : null;
  if (full !== null) return full;
  throw new FormatError(`The file “${path}” is not there.`, 'Choose the whole folder, with all its files.');
}

/** Full path of a file in a folder, or null when there is none; one outside the folder is none. */
function fileIn(root: string, path: string): string | null {
  try {
    const full = insideFolder(root, path);
    return fs.statSync(full, { throwIfNoEntry: false })?.isFile() ? full : null;
  } catch {
    // A name that leads out of the folder is as good as a file that isn't there.
    return null;
  }
}

function readBytes(path: string, full: string): Uint8Array {
  const size = statOf(full).size;
  if (size > LARGEST) {
    throw new ParleyError('file-too-large', `“${path}” is too large to be read.`, 'Split it into smaller files.');
  }
  try {
    return fs.readFileSync(full);
  } catch (error) {
    throw readFailure(error, full);
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FormatError(`“${path}” isn’t UTF-8 text.`, 'Save it as UTF-8 and try again.');
  }
}

/** Files below a folder, each folder once however links lead to it. */
function walk(folder: string, wanted: (name: string) => boolean): string[] {
  const found: string[] = [];
  const visited = new Set<string>();

  function enter(at: string): void {
    const real = fs.realpathSync(at);
    if (visited.has(real)) return;
    visited.add(real);
    for (const entry of fs.readdirSync(at, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const full = join(at, entry.name);
      const stat = entry.isSymbolicLink() ? fs.statSync(full, { throwIfNoEntry: false }) : entry;
      if (stat?.isDirectory()) enter(full);
      else if (stat?.isFile() && wanted(entry.name)) found.push(full);
    }
  }

  try {
    enter(resolve(folder));
  } catch (error) {
    throw readFailure(error, folder);
  }
  return found;
}

function statOf(path: string): fs.Stats {
  try {
    return fs.statSync(path);
  } catch (error) {
    throw readFailure(error, path);
  }
}

function readFailure(error: unknown, path: string): unknown {
  const name = basename(path) || path;
  const options = { cause: error };
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new ParleyError('file-gone', `“${name}” isn’t there.`, 'Check its name, or choose it again.', options);
    case '':
      return error;
    default:
      return new ParleyError(
        'file-unreadable',
        `“${name}” can’t be read.`,
        'Check that you may read it and that its disk is there.',
        options,
      );
  }
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (folder !== dirname(folder) && b !== folder && !b.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    folder = dirname(folder);
  }
  return folder;
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
