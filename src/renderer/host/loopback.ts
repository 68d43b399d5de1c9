import { rebuildError, WINDOW } from '../../shared/api/bridge.ts';
import { createClient } from '../../shared/api/client.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { fromWire } from '../../shared/api/wire.ts';
import type { Host } from './host.ts';

/** The part of `EventSource` that is used. */
export interface EventStream {
  addEventListener(type: string, listener: (event: { readonly data: string }) => void): void;
  close(): void;
}

/** What the loopback host needs of a browser; tests give their own. */
export interface Web {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Opens the stream of events. The browser connects again by itself. */
  events(url: string): EventStream;
}

/** The longest body, in UTF-16 units, that a browser surely sends for a page that is gone: it takes 64 KiB in all. */
const OUTLIVES = 20_000;

function browserWeb(): Web {
  let isLeaving = false;
  // Before anybody else hears of it: what they then send has to outlive the page.
  window.addEventListener('pagehide', () => (isLeaving = true), { capture: true });
  window.addEventListener('pageshow', () => (isLeaving = false));
  return {
    fetch: (url, init) =>
      fetch(url, { ...init, keepalive: isLeaving && typeof init.body === 'string' && init.body.length <= OUTLIVES }),
    events: (url) => new EventSource(url) as EventStream,
  };
}

type Heard = (payload: unknown) => void;

/** The host behind `http://127.0.0.1`, reached with the session's cookie. Each page is a window of its own. */
export function loopbackHost(web: Web = browserWeb()): Host {
  let id = crypto.randomUUID();
  let stream: EventStream | null = null;
  let isTakenOver = false;
  const listeners = new Map<string, Set<Heard>>();
  const told = new Set<() => void>();

  function connect(): void {
    if (stream || isTakenOver) return;
    stream = web.events(`/events?${WINDOW.parameter}=${id}`);
    stream.addEventListener(WINDOW.takenOver, takenOver);
    for (const event of listeners.keys()) carry(stream, event);
  }

  function carry(source: EventStream, event: string): void {
    source.addEventListener(event, ({ data }) => {
      for (const heard of listeners.get(event) ?? []) heard(JSON.parse(data));
    });
  }

  function takenOver(): void {
    if (isTakenOver) return;
    isTakenOver = true;
    // A browser has few connections to one address, and this window has nothing to hear until it is its turn again.
    stream?.close();
    stream = null;
    for (const listener of told) listener();
  }

  return {
    kind: 'loopback',
    client: createClient({
      async call(method, input) {
        const caller = id;
        const response = await post(web, caller, method, input);
        if (caller === id && response.isTakenOver) takenOver();
        return response.read();
      },
      listen(event, listener) {
        connect();
        const known = listeners.get(event);
        if (!known && stream) carry(stream, event);
        listeners.set(event, (known ?? new Set()).add(listener));
        return () => void listeners.get(event)?.delete(listener);
      },
    }),
    dialogs: null,
    turns: {
      onTakenOver(listener) {
        connect();
        told.add(listener);
        return () => void told.delete(listener);
      },
      takeBack() {
        id = crypto.randomUUID();
        isTakenOver = false;
        connect();
      },
    },
  };
}

interface Answered {
  readonly isTakenOver: boolean;
  /** The output; throws the error that came instead. */
  read(): unknown;
}

async function post(web: Web, window: string, method: string, input: unknown): Promise<Answered> {
  const body = JSON.stringify(input);
  let response: Response;
  let answer: unknown;
  try {
    response = await web.fetch(`/api/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [WINDOW.id]: window },
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
  return {
    isTakenOver: response.headers.has(WINDOW.takenOver),
    read() {
      if (response.ok) return fromWire(method, answer);
      throw rebuildError(answer);
    },
  };
}
