import { type FileHandle as OpenFile, open, stat } from 'node:fs/promises';
import { ParleyError } from '../../shared/api/errors.ts';
import type { HeldFile } from '../handlers/context.ts';
import { fileFailure } from './failure.ts';

/** The largest file that is read as one article, in bytes: about three million words. */
export const MOST_BYTES = 20 * 1024 * 1024;

/**
 * The bytes of a file that the analyst chose. A larger one than `MOST_BYTES` is refused before it is read.
 * Errors: `file-gone`, `file-unreadable`, `file-too-large`.
 */
export async function readBytes(file: HeldFile): Promise<Uint8Array> {
  if (file.kind === 'bytes') {
    refuseLarge(file.bytes.length, file.name);
    return file.bytes;
  }
  try {
    // Asked before opening: opening a pipe would wait for its other end.
    const found = await stat(file.path);
    if (!found.isFile()) throw notAFile(file.name);
    refuseLarge(found.size, file.name);
    const opened = await open(file.path, 'r');
    try {
      return await readUpTo(opened, file.name);
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw fileFailure(error, file.name);
  }
}

/** Bytes of a file that perhaps can't be read; 0 for what is gone, or has no size of its own. */
export async function sizeOf(file: HeldFile): Promise<number> {
  if (file.kind === 'bytes') return file.bytes.length;
  try {
    const found = await stat(file.path);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

/** Throws `file-too-large` for more than `MOST_BYTES`. */
export function refuseLarge(bytes: number, name: string): void {
  if (bytes <= MOST_BYTES) return;
  throw new ParleyError(
    'file-too-large',
    `“${name}” has ${Math.round(bytes / 1024 / 1024)} MB; an article may have ${MOST_BYTES / 1024 / 1024} MB.`,
    'Split it into one file an article, and choose those.',
  );
}

/** Reads to the end, however much the size said: a file may grow while it is read. */
async function readUpTo(opened: OpenFile, name: string): Promise<Uint8Array> {
  const { size } = await opened.stat();
  refuseLarge(size, name);
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await opened.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    refuseLarge(length, name);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(buffer.length * 2, MOST_BYTES + 1));
  }
}

function notAFile(name: string): ParleyError {
  return new ParleyError('file-unreadable', `“${name}” isn’t a file with text in it.`, 'Choose a .txt or .md file.');
}
