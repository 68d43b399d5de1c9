import type { EventStream, Web } from '../../../src/renderer/host/loopback.ts';

/** What a browser does for the loopback host, done by hand over real HTTP: it keeps the cookie and names its origin. */
export interface HttpWeb extends Web {
  readonly origin: string;
  readonly cookie: string;
  /** Ends the event streams. */
  close(): void;
}

/** Goes to the address as a browser does: takes the cookie that the token is exchanged for. */
export async function enter(address: string): Promise<HttpWeb> {
  const { origin } = new URL(address);
  const answer = await fetch(address);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ended = new AbortController();

  return {
    origin,
    cookie,
    close: () => ended.abort(),
    fetch: (url, init) =>
      fetch(origin + url, { ...init, headers: { ...(init.headers as Record<string, string>), origin, cookie } }),
    events(url) {
      const stream = new EventTarget();
      const closed = new AbortController();
      void read(origin + url, cookie, AbortSignal.any([ended.signal, closed.signal]), stream);
      return Object.assign(stream, { close: () => closed.abort() }) as unknown as EventStream;
    },
  };
}

async function read(url: string, cookie: string, signal: AbortSignal, target: EventTarget): Promise<void> {
  try {
    const answer = await fetch(url, { headers: { cookie, accept: 'text/event-stream' }, signal });
    let rest = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) dispatch(block, target);
    }
  } catch {
    // Ended by the test, or by the host.
  }
}

function dispatch(block: string, target: EventTarget): void {
  const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
  target.dispatchEvent(new MessageEvent(fields.get('event') ?? 'message', { data: fields.get('data') ?? '' }));
}
