import { vi } from 'vitest';
import { createEventHub, type EventHub } from '../../../src/main/hosts/events.ts';
import { startIpc } from '../../../src/main/hosts/ipc.ts';
import { startLoopback } from '../../../src/main/hosts/loopback.ts';
import type { Bridge } from '../../../src/shared/api/bridge.ts';
import type { Answer } from '../../../src/shared/api/wire.ts';
import { electronHost } from '../../../src/renderer/host/electron.ts';
import type { Host } from '../../../src/renderer/host/host.ts';
import { loopbackHost } from '../../../src/renderer/host/loopback.ts';
import { createFakeIpc, type FakeIpc } from './fake-ipc.ts';
import { enter, type HttpWeb } from './http-web.ts';

export interface RunningHost {
  readonly host: Host;
  readonly events: EventHub;
  close(): Promise<void>;
}

/** A core behind real HTTP, and the renderer's side of it. */
export async function overLoopback(
  answer: Answer,
  events: EventHub = createEventHub(),
): Promise<RunningHost & { readonly web: HttpWeb }> {
  const server = await startLoopback({ answer, events, files: async () => null });
  const web = await enter(server.newAddress());
  return {
    host: loopbackHost(web),
    web,
    events,
    async close() {
      web.close();
      await server.close();
    },
  };
}

/** A core behind the real preload and a stand-in for Electron's channels. */
export async function overIpc(
  answer: Answer,
  events: EventHub = createEventHub(),
): Promise<RunningHost & { readonly ipc: FakeIpc; readonly bridge: Bridge }> {
  const ipc = createFakeIpc();
  const exposed = new Map<string, unknown>();
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
    ipcRenderer: ipc.ipcRenderer,
  }));
  vi.resetModules();
  await import('../../../src/main/preload.ts');
  const stop = startIpc({
    ipcMain: ipc.ipcMain,
    answer,
    events,
    dialogs: {
      open: async (what) => [{ file: 'h1', name: what, exists: true }],
      save: async (what, name) => ({ file: 'h2', name: `${what} ${name}`, exists: false }),
    },
    trusts: (sender) => sender.own,
    send: ipc.send,
  });
  const bridge = exposed.get('parley') as Bridge;
  return { host: electronHost(bridge), ipc, bridge, events, close: async () => stop() };
}
