import fs from 'node:fs';
import { ParleyError } from '../../shared/api/errors.ts';

/** The few acts by which an export touches the disk. Tests put a disk in its place that is full or slow. */
export interface Disk {
  open(path: string, flags: 'wx' | 'a' | 'r+'): number;
  write(fd: number, bytes: Uint8Array): void;
  sync(fd: number): void;
  close(fd: number): void;
  rename(from: string, to: string): void;
}

export const realDisk: Disk = {
  open: (path, flags) => fs.openSync(path, flags),
  write(fd, bytes) {
    let at = 0;
    while (at < bytes.length) at += fs.writeSync(fd, bytes, at, bytes.length - at);
  },
  sync: (fd) => fs.fsyncSync(fd),
  close: (fd) => fs.closeSync(fd),
  rename: (from, to) => fs.renameSync(from, to),
};

/** The system's code of a failed call (`ENOENT`), or ''. */
export function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** What was being written. */
export interface Writing {
  readonly what: 'folder' | 'file';
  readonly name: string;
}

/**
 * A failure of the disk while something is written, in the analyst's words. A `ParleyError` stays what it is; what isn't
 * the disk's fault is given back untouched.
 */
export function writeFailure(error: unknown, { what, name }: Writing): unknown {
  if (error instanceof ParleyError) return error;
  const options = { cause: error };
  const the = `The ${what} “${name}”`;
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ParleyError(
        'disk-full',
        `The disk is full: the export to “${name}” was given up.`,
        'Nothing was left behind. Free some space or choose another disk, and export again.',
        options,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new ParleyError(
        'read-only',
        `Parley may not write to “${name}”.`,
        'Choose a folder that you can write to.',
        options,
      );
    case 'ENOENT':
      return what === 'folder'
        ? new ParleyError(
            'file-gone',
            `${the} was moved or removed while it was being written.`,
            'Export again.',
            options,
          )
        : new ParleyError(
            'file-gone',
            `The folder in which “${name}” was to be written isn’t there.`,
            'Choose another folder.',
            options,
          );
    case 'EBUSY':
    case 'EXDEV':
    case 'ENOTEMPTY':
      return new ParleyError(
        'not-allowed',
        `${the} can’t be replaced: another program uses it, or it is a disk of its own.`,
        what === 'folder'
          ? 'Close what is open from it, or choose a new folder inside it.'
          : 'Close it there, or choose another name.',
        options,
      );
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new ParleyError(
        'bad-input',
        `There can’t be a ${what} “${name}”.`,
        `Choose another name for the ${what}.`,
        options,
      );
    default:
      return error;
  }
}

/** The same for the folder of an export. */
export function exportFailure(error: unknown, folder: string): unknown {
  return writeFailure(error, { what: 'folder', name: folder });
}
