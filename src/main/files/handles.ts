import { basename, resolve as absolute } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import type { FileHandle } from '../../shared/api/contract.ts';
import type { Handles, HeldFile } from '../handlers/context.ts';

/**
 * The handles of one launch. They hold nothing open: a file may be gone when its handle is used.
 * @param newId gives each handle its name.
 */
export function createHandles(newId: () => string): Handles {
  const held = new Map<FileHandle, HeldFile>();
  const byPath = new Map<string, FileHandle>();

  function keep(file: HeldFile): FileHandle {
    const handle = newId();
    held.set(handle, file);
    return handle;
  }

  function resolve(handle: FileHandle): HeldFile {
    const file = held.get(handle);
    if (!file) {
      throw new ParleyError('not-found', 'Parley doesn’t know this file.', 'Choose the file again.');
    }
    return file;
  }

  return {
    forPath(path) {
      const full = absolute(path);
      const known = byPath.get(full);
      if (known !== undefined) return known;
      const handle = keep({ kind: 'path', path: full, name: basename(full) || full });
      byPath.set(full, handle);
      return handle;
    },
    forBytes: (name, bytes) => keep({ kind: 'bytes', name, bytes }),
    resolve,
    path(handle) {
      const file = resolve(handle);
      if (file.kind === 'path') return file.path;
      throw new ParleyError(
        'bad-input',
        `“${file.name}” was dropped on the window, so Parley can’t tell where it lies.`,
        'Choose it with the open or save dialog instead.',
      );
    },
  };
}
