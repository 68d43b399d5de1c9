import { ParleyError } from '../../shared/api/errors.ts';

/** What the system said about a file or folder → the analyst's words. @param name the file's name, not its path. */
export function fileFailure(error: unknown, name: string): ParleyError {
  if (error instanceof ParleyError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new ParleyError(
      'file-gone',
      `“${name}” isn’t there.`,
      'Check its name, or choose it again: it may have been moved, renamed or deleted.',
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new ParleyError(
      'file-unreadable',
      `“${name}” may not be read by you.`,
      'Ask its owner for the right to read it, or copy it to your own folder.',
      { cause: error },
    );
  }
  if (code === 'ELOOP') {
    return new ParleyError(
      'file-unreadable',
      `“${name}” is a link that leads back to itself.`,
      'Choose the file itself.',
      {
        cause: error,
      },
    );
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new ParleyError(
    'file-unreadable',
    `“${name}” couldn’t be read: ${detail}`,
    'Check that the disk or stick it lies on is still there, and try again.',
    { cause: error },
  );
}
