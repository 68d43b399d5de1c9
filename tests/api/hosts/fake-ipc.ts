import type { IpcMainLike } from '../../../src/main/hosts/ipc.ts';

/** Where a message comes from, in place of Electron's event. */
export interface FakeSender {
  readonly own: boolean;
}

type Heard = (event: unknown, ...args: unknown[]) => void;

export interface FakeIpc {
  readonly ipcMain: IpcMainLike<FakeSender>;
  readonly ipcRenderer: {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    on(channel: string, listener: Heard): void;
    removeListener(channel: string, listener: Heard): void;
  };
  /** Main → window. */
  send(channel: string, ...args: unknown[]): void;
  /** Whose messages the next calls are. */
  sender: FakeSender;
}

/** Electron's message channels without Electron: what one side sends is structured-cloned to the other, as there. */
export function createFakeIpc(): FakeIpc {
  const handlers = new Map<string, (event: FakeSender, ...args: unknown[]) => Promise<string>>();
  const listeners = new Map<string, Set<Heard>>();

  const fake: FakeIpc = {
    sender: { own: true },
    ipcMain: {
      handle: (channel, listener) => void handlers.set(channel, listener),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    ipcRenderer: {
      async invoke(channel, ...args) {
        const handler = handlers.get(channel);
        if (!handler) throw new Error(`No handler registered for '${channel}'`);
        return structuredClone(await handler(fake.sender, ...structuredClone(args)));
      },
      on(channel, listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      removeListener: (channel, listener) => void listeners.get(channel)?.delete(listener),
    },
    send(channel, ...args) {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...structuredClone(args));
    },
  };
  return fake;
}
