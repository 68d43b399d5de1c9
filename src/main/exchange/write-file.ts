import fs from 'node:fs';
import { basename, dirname } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { putInPlace, syncFolder } from '../db/in-place.ts';
import { besideFile, removeRemains } from '../db/remains.ts';
import { realDisk, writeFailure } from './disk.ts';

/**
 * Writes one file whole: beside its place first, then moved there, so that no half file is ever seen. A link stays one: what
 * it leads to is written.
 * Errors: `already-exists` unless `replace`, `read-only`, `disk-full`, `file-gone`.
 */
export function writeWhole(path: string, text: string, replace: boolean): void {
  const name = basename(path);
  let fd: number | null = null;
  let beside: string | null = null;
  try {
    const there = fs.statSync(path, { throwIfNoEntry: false });
    if (there && (!replace || !there.isFile())) throw alreadyThere(name, there.isFile());
    const place = there ? fs.realpathSync(path) : path;
    beside = besideFile(place);
    removeRemains(dirname(place));
    fd = realDisk.open(beside, 'wx');
    realDisk.write(fd, Buffer.from(text, 'utf8'));
    realDisk.sync(fd);
    realDisk.close(fd);
    fd = null;
    if (there) {
      realDisk.rename(beside, place);
      syncFolder(dirname(place));
    } else if (!putInPlace(beside, place)) throw alreadyThere(name, true);
  } catch (error) {
    if (fd !== null) realDisk.close(fd);
    throw writeFailure(error, { what: 'file', name });
  } finally {
    if (beside !== null) fs.rmSync(beside, { force: true });
  }
}

function alreadyThere(name: string, isFile: boolean): ParleyError {
  return new ParleyError(
    'already-exists',
    isFile ? `“${name}” is there already.` : `“${name}” is there already, and is no file.`,
    'Choose another name.',
  );
}
