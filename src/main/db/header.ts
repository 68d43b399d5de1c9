import { accessSync, closeSync, constants, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { damaged, explain } from './failure.ts';

/** Marks an SQLite file as a Parley project: the letters `Prly` at byte 68. */
export const APPLICATION_ID = 0x50726c79;

/**
 * Recognises a project by the file's first 100 bytes, before SQLite touches it: nothing is ever written to a stranger's
 * file. Source of the layout: the SQLite file format, section 1.3.
 * @param newest the newest schema version that this Parley knows.
 * Errors: `file-gone`, `not-a-project`, `project-from-future`, `project-damaged`, `read-only`.
 */
export function recognise(path: string, newest: number): void {
  const name = `“${basename(path)}”`;
  const { header, size } = readHeader(path, name);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw notAProject(name, size === 0 ? 'it is empty' : 'it is a file of another kind');
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw notAProject(name, 'it is a database of another program');
  const version = header.readUInt32BE(60);
  refuseFuture(path, version, newest);
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const expected = header.readUInt32BE(28) * pageSize;
  // With a write-ahead log beside it the file may rightly lag behind; SQLite puts both together.
  if (size < expected && !existsSync(`${path}-wal`)) {
    throw damaged(name, `it ends after ${size} of ${expected} bytes`);
  }
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw explain(error, path);
  }
}

/** The schema version that a project file's header tells; null for what is no project. Errors: `file-gone`, `file-unreadable`. */
export function versionOf(path: string): number | null {
  const { header } = readHeader(path, `“${basename(path)}”`);
  return header.length >= 100 && header.readUInt32BE(68) === APPLICATION_ID ? header.readUInt32BE(60) : null;
}

/** Throws `project-from-future` for a schema version that this Parley doesn't know. */
export function refuseFuture(path: string, version: number, newest: number): void {
  if (version <= newest) return;
  throw new ParleyError(
    'project-from-future',
    `“${basename(path)}” was made by a newer Parley: its schema version is ${version}, this Parley knows up to ${newest}.`,
    'Update Parley, then open it again. The file was left as it is.',
  );
}

function readHeader(path: string, name: string): { header: Buffer; size: number } {
  try {
    if (statSync(path).isDirectory()) throw notAProject(name, 'it is a folder');
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(100);
      const length = readSync(file, header, 0, 100, 0);
      return { header: header.subarray(0, length), size: fstatSync(file).size };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
      throw new ParleyError('file-unreadable', `${name} can’t be read.`, 'Ask for the right to read it.', {
        cause: error,
      });
    }
    throw explain(error, path);
  }
}

function notAProject(name: string, reason: string): ParleyError {
  return new ParleyError(
    'not-a-project',
    `${name} is not a Parley project: ${reason}.`,
    'Choose a file that Parley made. To bring in articles, use import.',
  );
}
