import { type ErrorCode, ERROR_CODES, type ErrorInfo, errorInfo, ParleyError } from './errors.ts';

/*
 * What crosses between the Electron window and the core. Payloads cross as JSON text: both hosts then carry exactly the
 * same values, and a long article crosses the preload as one string instead of being copied property by property.
 */

/** What was chosen in the host's own file dialog. */
export interface ChosenFile {
  readonly file: string;
  readonly name: string;
  readonly exists: boolean;
}

/** What can be chosen to open, and where something new can be put. */
export const OPEN_WHAT = ['project', 'articles', 'folder', 'codebook'] as const;
export const SAVE_WHAT = ['project', 'folder', 'codebook'] as const;

export type OpenWhat = (typeof OPEN_WHAT)[number];
export type SaveWhat = (typeof SAVE_WHAT)[number];

/** What the preload puts on the window as `parley`: call, listen and the file dialogs, nothing else. */
export interface Bridge {
  /** `input` as JSON in; an `Answer` as JSON out. Never rejects for an error of the core. */
  call(method: string, input: string): Promise<string>;
  /** Calls the listener with each event's name and its payload as JSON, until the returned function is called. */
  listen(listener: (event: string, payload: string) => void): () => void;
  /** A JSON `Answer` holding `ChosenFile[]`; empty when cancelled. */
  open(what: OpenWhat): Promise<string>;
  /** A JSON `Answer` holding a `ChosenFile`, or null when cancelled. */
  save(what: SaveWhat, suggestedName: string): Promise<string>;
}

/** Names of the channels between preload and main process. */
export const CHANNELS = {
  call: 'parley:call',
  event: 'parley:event',
  open: 'parley:open',
  save: 'parley:save',
} as const;

/** How windows of the loopback host tell themselves apart. */
export const WINDOW = {
  /** Request header of a call: the window's id. */
  id: 'x-parley-window',
  /** Parameter of the event stream's address: the same. */
  parameter: 'window',
  /** Event, and header of a refusal: another window acts now. */
  takenOver: 'taken-over',
} as const;

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorInfo };

/**
 * Runs work and gives its value or its error as the JSON of an `Answer`. Never rejects.
 * @param work gives the value as JSON text
 */
export async function packAnswer(work: () => Promise<string>): Promise<string> {
  try {
    return `{"ok":true,"value":${await work()}}`;
  } catch (error) {
    const failed: Answer = { ok: false, error: errorInfo(error) };
    return JSON.stringify(failed);
  }
}

/** The value in an answer; throws the `ParleyError` that it holds instead. */
export function unpackAnswer(json: string): unknown {
  const answer = JSON.parse(json) as Answer;
  if (answer.ok) return answer.value;
  throw rebuildError(answer.error);
}

/** An error that came as data, as an error again. Whatever isn't one becomes `internal`. */
export function rebuildError(value: unknown): ParleyError {
  const info = value as Partial<ErrorInfo> | null;
  const known = ERROR_CODES.includes(info?.code as ErrorCode);
  return new ParleyError(
    known ? (info?.code as ErrorCode) : 'internal',
    typeof info?.message === 'string' ? info.message : 'Parley gave an answer that can’t be read.',
    typeof info?.hint === 'string' ? info.hint : 'Reload the window and try again.',
  );
}
