import { type Bridge, unpackAnswer } from '../../shared/api/bridge.ts';
import { createClient } from '../../shared/api/client.ts';
import { fromWire } from '../../shared/api/wire.ts';
import type { Chosen, Host } from './host.ts';

/** The host behind Electron's preload. */
export function electronHost(bridge: Bridge): Host {
  return {
    kind: 'electron',
    client: createClient({
      call: async (method, input) => fromWire(method, unpackAnswer(await bridge.call(method, JSON.stringify(input)))),
      listen: (wanted, listener) =>
        bridge.listen((event, payload) => {
          if (event === wanted) listener(JSON.parse(payload));
        }),
    }),
    dialogs: {
      open: async (what) => unpackAnswer(await bridge.open(what)) as readonly Chosen[],
      save: async (what, suggestedName) => unpackAnswer(await bridge.save(what, suggestedName)) as Chosen | null,
    },
  };
}
