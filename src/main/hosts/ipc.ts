import {
  CHANNELS,
  type ChosenFile,
  OPEN_WHAT,
  type OpenWhat,
  packAnswer,
  SAVE_WHAT,
  type SaveWhat,
} from '../../shared/api/bridge.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Answer } from '../../shared/api/wire.ts';
import type { EventHub } from './events.ts';

/** The part of Electron's `ipcMain` that is used. */
export interface IpcMainLike<E> {
  handle(channel: string, listener: (event: E, ...args: unknown[]) => Promise<string>): void;
  removeHandler(channel: string): void;
}

/** What the window's calls are led to. */
export interface IpcOptions<E> {
  readonly ipcMain: IpcMainLike<E>;
  readonly answer: Answer;
  readonly events: EventHub;
  readonly dialogs: {
    open(what: OpenWhat): Promise<readonly ChosenFile[]>;
    save(what: SaveWhat, suggestedName: string): Promise<ChosenFile | null>;
  };
  /** Whether a message comes from Parley's own page, in its own window's main frame. */
  trusts(event: E): boolean;
  /** Sends one event to the window, if there is one. */
  send(channel: string, event: string, payload: string): void;
}

/** Lets the window's preload call the core. Messages from anywhere else are refused. Gives a function that ends it. */
export function startIpc<E>(options: IpcOptions<E>): () => void {
  const { ipcMain } = options;

  function handle(channel: string, work: (args: readonly unknown[]) => Promise<string>): void {
    ipcMain.handle(channel, (event, ...args) =>
      packAnswer(async () => {
        if (options.trusts(event)) return work(args);
        throw new ParleyError(
          'not-allowed',
          'This page doesn’t belong to Parley.',
          'Close this window and start Parley again.',
        );
      }),
    );
  }

  handle(CHANNELS.call, async ([name, input]) => options.answer(text(name), JSON.parse(text(input))));
  handle(CHANNELS.open, async ([what]) => JSON.stringify(await options.dialogs.open(oneOf(what, OPEN_WHAT))));
  handle(CHANNELS.save, async ([what, name]) =>
    JSON.stringify(await options.dialogs.save(oneOf(what, SAVE_WHAT), text(name))),
  );
  const stop = options.events.listen((event, payload) => options.send(CHANNELS.event, event, payload));

  return () => {
    stop();
    for (const channel of [CHANNELS.call, CHANNELS.open, CHANNELS.save]) ipcMain.removeHandler(channel);
  };
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new ParleyError('bad-input', 'The window sent something that Parley doesn’t understand.', 'Reload the window.');
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new ParleyError('bad-input', 'The window asked for a dialog that Parley doesn’t have.', 'Reload the window.');
}
