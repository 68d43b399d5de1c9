/** Every reason for which Parley refuses or fails. Stable: scripts rely on them. */
export const ERROR_CODES = [
  'bad-input',
  'not-found',
  'no-project',
  'no-coder',
  'project-locked',
  'project-from-future',
  'project-damaged',
  'not-a-project',
  'already-exists',
  'read-only',
  'disk-full',
  'file-gone',
  'file-unreadable',
  'file-too-large',
  'file-empty',
  'file-binary',
  'bad-format',
  'bad-span',
  'other-coder',
  'conflict',
  'cancelled',
  'not-allowed',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error as it crosses to the analyst: what happened, and what to do. */
export interface ErrorInfo {
  readonly code: ErrorCode;
  /** What happened, in the analyst's words; names the file. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** The one error class that may cross the contract. Anything else becomes `internal`. */
export class ParleyError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ParleyError';
    this.code = code;
    this.hint = hint;
  }

  toInfo(): ErrorInfo {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Any thrown value → what is told to the analyst. */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof ParleyError) return error.toInfo();
  const detail = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `Something went wrong inside Parley: ${detail}`,
    hint: 'Nothing was changed. Try again; if it happens again, note what you did and report it.',
  };
}
