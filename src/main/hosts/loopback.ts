import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { WINDOW } from '../../shared/api/bridge.ts';
import { type ErrorCode, errorInfo, ParleyError } from '../../shared/api/errors.ts';
import type { Answer } from '../../shared/api/wire.ts';
import { createEntry } from './entry.ts';
import type { EventHub } from './events.ts';
import { CLOSED_PAGE, ENTERED_PAGE } from './pages.ts';
import { SECURITY_HEADERS } from './policy.ts';
import { AGAIN, AGAIN_SECRET } from './running.ts';
import type { StaticFiles } from './static-files.ts';
import { createWindows } from './windows.ts';

/** Largest request, in bytes: a dropped file crosses as base64. */
export const MAX_BODY = 96 * 1024 * 1024;
/** Milliseconds between signs of life on the event stream. */
const HEARTBEAT = 15_000;

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'bad-input': 400,
  'bad-span': 400,
  'bad-format': 422,
  'not-found': 404,
  'file-gone': 404,
  'not-allowed': 403,
  'other-coder': 403,
  'file-too-large': 413,
  internal: 500,
};

/** What the loopback host serves. */
export interface LoopbackOptions {
  readonly answer: Answer;
  readonly events: EventHub;
  readonly files: StaticFiles;
  /** A later start of the same user that wants what is open here; nobody is let in so without it. */
  readonly again?: {
    /** Whether the secret is the one that this launch left for later ones. */
    knows(secret: string): boolean;
    /** Whether this project is the one that is open. Absolute path, links resolved. */
    holds(project: string): boolean;
  };
}

/** A running loopback host. */
export interface Loopback {
  readonly port: number;
  /** `http://127.0.0.1:PORT/?token=…`, with a fresh token that lets one browser in, once. */
  newAddress(): string;
  /** Stops listening and ends the connections that are open. */
  close(): Promise<void>;
}

/**
 * Serves the workbench on 127.0.0.1, at a port that is free, to browsers that came with a token of this launch.
 * Errors cross as `{code, message, hint}` with a fitting status. One window acts at a time: the newest; calls of the others
 * are refused with `not-allowed`.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const entry = createEntry();
  const windows = createWindows();
  const app = new Hono();
  let origin = '';
  let cookie = '';
  const streams = new Set<AbortController>();
  const newAddress = (): string => `${origin}/?token=${entry.newToken()}`;

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value);
  });

  // Another name for 127.0.0.1 (DNS rebinding) or another site's page (CSRF) gets nothing, whatever cookie comes along.
  app.use(async (c, next) => {
    const from = c.req.header('origin');
    if (`http://${c.req.header('host')}` !== origin) return refuse(c, 'This isn’t the address that Parley listens at.');
    if (from !== undefined && from !== origin) return refuse(c, 'This page doesn’t belong to Parley.');
    if (c.req.method === 'POST' && from === undefined) return refuse(c, 'The request doesn’t say where it comes from.');
    return next();
  });

  app.get('/', async (c, next) => {
    const token = c.req.query('token');
    if (token === undefined) return next();
    const session = entry.exchange(token);
    if (session !== null) {
      setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.html(ENTERED_PAGE);
    }
    // The address again in the window that it opened: a reload, or Back.
    return entry.knows(getCookie(c, cookie)) ? c.html(ENTERED_PAGE) : c.html(CLOSED_PAGE, 401);
  });

  app.post(AGAIN, async (c, next) => {
    if (!options.again?.knows(c.req.header(AGAIN_SECRET) ?? '')) return next();
    const { project } = (await readJson(c)) as { project?: unknown };
    const isHere = typeof project === 'string' && options.again.holds(project);
    return isHere ? c.json({ address: newAddress() }) : c.text('There is nothing here.', 404);
  });

  app.use(async (c, next) => {
    if (entry.knows(getCookie(c, cookie))) return next();
    return c.req.method === 'GET' && c.req.path === '/'
      ? c.html(CLOSED_PAGE, 401)
      : refuse(c, 'This window isn’t signed in.', 401);
  });

  app.post('/api/:method', bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), async (c) => {
    if (!windows.acts(c.req.header(WINDOW.id) ?? '')) return elsewhere(c);
    const json = await options.answer(c.req.param('method'), await readJson(c));
    return c.body(json, 200, { 'Content-Type': 'application/json' });
  });

  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const ended = new AbortController();
      streams.add(ended);
      stream.onAbort(() => ended.abort());
      const own = c.req.query(WINDOW.parameter) ?? '';
      const forget = windows.onTakenOver(own, () => void stream.writeSSE({ event: WINDOW.takenOver, data: 'true' }));
      const stop = options.events.listen((event, data) => void stream.writeSSE({ event, data }));
      const beat = setInterval(() => void stream.writeSSE({ event: 'alive', data: '' }), HEARTBEAT);
      await stream.writeSSE({ event: 'alive', data: '' });
      if (!ended.signal.aborted) await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
      clearInterval(beat);
      stop();
      forget();
      streams.delete(ended);
    }),
  );

  app.get('*', async (c) => {
    const file = await options.files(c.req.path);
    return file ? c.body(file.bytes, 200, { 'Content-Type': file.type }) : c.text('There is nothing here.', 404);
  });

  app.onError((error, c) => {
    const info = errorInfo(error);
    return c.json(info, STATUS[info.code] ?? 409);
  });

  const server = createAdaptorServer({ fetch: app.fetch, autoCleanupIncoming: true }) as Server;
  const port = await listen(server);
  origin = `http://127.0.0.1:${port}`;
  // Cookies know no ports: the name keeps two Parleys apart.
  cookie = `parley-${port}`;

  return {
    port,
    newAddress,
    close: () =>
      new Promise((resolve) => {
        for (const stream of streams) stream.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(c: Context): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new ParleyError('bad-input', 'The request isn’t JSON.', 'Reload the window and try again.');
  }
  const body = await c.req.text();
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new ParleyError('bad-input', 'The request can’t be read as JSON.', 'Reload the window and try again.', {
      cause,
    });
  }
}

function refuse(c: Context, message: string, status: 401 | 403 = 403): Response {
  const error = new ParleyError('not-allowed', message, 'Open the address that Parley printed when it started.');
  return c.json(error.toInfo(), status);
}

function elsewhere(c: Context): Response {
  const error = new ParleyError(
    'not-allowed',
    'Parley is open in another tab.',
    'Go on there, or choose “Use it here” in this one.',
  );
  c.header(WINDOW.takenOver, 'true');
  return c.json(error.toInfo(), 403);
}

function tooLarge(c: Context): Response {
  const error = new ParleyError(
    'file-too-large',
    'This is more than Parley takes at once from the window.',
    'Choose the file with the import dialog instead of dropping it.',
  );
  return c.json(error.toInfo(), 413);
}

/** Listens on 127.0.0.1 at a port that the system picks; gives the port. */
function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
