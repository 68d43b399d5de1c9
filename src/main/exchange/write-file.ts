import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { exportFailure, realDisk, syncFolder } from './disk.ts';

/**
 * Writes one file whole: beside its place first, then moved there, so that no half file is ever seen.
 * Errors: `already-exists` unless `replace`, `read-only`, `disk-full`, `file-gone`.
 */
export function writeWhole(path: string, text: string, replace: boolean): void {
  const name = basename(path);
  const there = fs.statSync(path, { throwIfNoEntry: false });
  if (there && (!replace || !there.isFile())) {
    throw new ParleyError(
      'already-exists',
      there.isFile() ? `“${name}” is there already.` : `“${name}” is there already, and is no file.`,
      'Choose another name.',
    );
  }
  const beside = join(dirname(path), `.${name}.${process.pid}.part`);
  let fd: number | null = null;
  try {
    fd = realDisk.open(beside, 'wx');
    realDisk.write(fd, Buffer.from(text, 'utf8'));
    realDisk.sync(fd);
    realDisk.close(fd);
    fd = null;
    realDisk.rename(beside, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (fd !== null) realDisk.close(fd);
    fs.rmSync(beside, { force: true });
    throw exportFailure(error, name);
  }
}
