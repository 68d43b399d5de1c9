import { basename } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';

/**
 * What SQLite or the file system refused, in the analyst's words. Gives back what it doesn't know as it is.
 * @param path the project file that was worked on.
 */
export function explain(error: unknown, path: string): unknown {
  if (error instanceof ParleyError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const make = FAILURES.find(([pattern]) => pattern.test(code))?.[1];
  return make ? make(`“${basename(path)}”`, error) : error;
}

type Make = (file: string, cause: Error) => ParleyError;

const FAILURES: readonly (readonly [RegExp, Make])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    (file, cause) =>
      new ParleyError(
        'disk-full',
        `The disk is full, so the change to ${file} could not be kept. What was saved before is safe.`,
        'Free some space and do it again.',
        { cause },
      ),
  ],
  [
    /^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS)/,
    (file, cause) =>
      new ParleyError(
        'read-only',
        `${file} or its folder can’t be written to.`,
        'Copy the project into a folder of your own, or ask for the right to write there.',
        { cause },
      ),
  ],
  [
    /^SQLITE_BUSY/,
    (file, cause) =>
      new ParleyError(
        'project-locked',
        `${file} is in use by another program.`,
        'Close it there, then open it again here.',
        { cause },
      ),
  ],
  [
    /^SQLITE_NOTADB/,
    (file, cause) =>
      new ParleyError('not-a-project', `${file} is not a Parley project.`, 'Choose a file that Parley made.', {
        cause,
      }),
  ],
  [/^SQLITE_CORRUPT/, (file, cause) => damaged(file, cause.message, { cause })],
  [
    /^SQLITE_IOERR/,
    (file, cause) =>
      new ParleyError(
        'file-unreadable',
        `The disk failed to read or write ${file} (${cause.message}).`,
        'Check that the disk is still connected, then open the project again.',
        { cause },
      ),
  ],
  [
    /^(ENOENT|ENOTDIR)/,
    (file, cause) =>
      new ParleyError(
        'file-gone',
        `${file} isn’t there.`,
        'Check whether the file or its folder was moved or renamed.',
        {
          cause,
        },
      ),
  ],
];

/** `project-damaged`. @param file its name in quotation marks; @param reason what was found. */
export function damaged(file: string, reason: string, options?: ErrorOptions): ParleyError {
  return new ParleyError(
    'project-damaged',
    `${file} is damaged: ${reason}.`,
    'Keep this file as it is and open a backup copy of the project.',
    options,
  );
}
