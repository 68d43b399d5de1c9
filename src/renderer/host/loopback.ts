import { rebuildError } from '../../shared/api/bridge.ts';
import { createClient } from '../../shared/api/client.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Host } from './host.ts';

/** The part of `EventSource` that is used. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data: string }) => void): void;
  removeEventListener(type: string, listener: (event: { readonly data: string }) => void): void;
}

/** What the loopback host needs of a browser; tests give their own. */
export interface Web {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Opens the stream of events. The browser connects again by itself. */
  events(url: string): EventStream;
}

const browser: Web = {
  fetch: (url, init) => fetch(url, init),
  events: (url) => new EventSource(url) as EventStream,
};

/** The host behind `http://127.0.0.1`, reached with the session's cookie. */
export function loopbackHost(web: Web = browser): Host {
  let stream: EventStream | null = null;

  return {
    kind: 'loopback',
    client: createClient({
      call: (method, input) => post(web, method, input),
      listen(event, listener) {
        stream ??= web.events('/events');
        const source = stream;
        const heard = (message: { readonly data: string }): void => listener(JSON.parse(message.data));
        source.addEventListener(event, heard);
        return () => source.removeEventListener(event, heard);
      },
    }),
    dialogs: null,
  };
}

async function post(web: Web, method: string, input: unknown): Promise<unknown> {
  const body = JSON.stringify(input);
  let response: Response;
  let answer: unknown;
  try {
    response = await web.fetch(`/api/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'same-origin',
      body,
    });
    answer = await response.json();
  } catch (cause) {
    throw new ParleyError(
      'internal',
      'The window has lost its connection to Parley.',
      'The Parley program has ended; start it again. Nothing that was shown as saved is lost.',
      { cause },
    );
  }
  if (response.ok) return answer;
  throw rebuildError(answer);
}
