import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEntry } from '../../src/main/hosts/entry.ts';
import { createEventHub } from '../../src/main/hosts/events.ts';
import { type Loopback, MAX_BODY, startLoopback } from '../../src/main/hosts/loopback.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/main/hosts/policy.ts';
import { addressOfRunning, AGAIN_SECRET, createRunning } from '../../src/main/hosts/running.ts';
import { staticFiles } from '../../src/main/hosts/static-files.ts';
import { loopbackHost } from '../../src/renderer/host/loopback.ts';
import { enter, type HttpWeb } from './hosts/http-web.ts';

const PROJECT = '/home/ana/Ceasefire.parley';
let folder: string;
let host: Loopback;
let web: HttpWeb;
let calls = 0;

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request exactly as written: path, Host and all. */
function raw(method: string, path: string, headers: Record<string, string>, body?: string | Buffer): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path, headers, setHost: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A port at which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The headers that Parley's own page sends. */
function own(): Record<string, string> {
  return {
    host: `127.0.0.1:${host.port}`,
    origin: web.origin,
    cookie: web.cookie,
    'content-type': 'application/json',
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-hosts-'));
  mkdirSync(join(folder, 'window', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'window', 'index.html'), '<!doctype html><title>Parley</title>');
  writeFileSync(join(folder, 'window', 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'window', 'notes.parley'), 'not for serving');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  symlinkSync(join(folder, 'secret.html'), join(folder, 'window', 'link.html'));
  const running = createRunning(folder);
  host = await startLoopback({
    answer: async () => {
      calls += 1;
      return '{"done":true}';
    },
    events: createEventHub(),
    files: staticFiles(join(folder, 'window')),
    again: { knows: running.knows, holds: (project) => project === PROJECT },
  });
  running.announce(host.port);
  web = await enter(host.newAddress());
});

afterAll(async () => {
  web.close();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a later start of the same user', () => {
  it('gets an address of the launch that holds its project', async () => {
    const address = await addressOfRunning(folder, PROJECT);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=.{43}$/);
    expect((await fetch(address ?? '')).headers.get('set-cookie')).toContain('HttpOnly');
  });

  it('gets none for another project, nor from a launch that is gone', async () => {
    expect(await addressOfRunning(folder, '/home/ana/Other.parley')).toBeNull();
    const gone = createRunning(join(folder, 'gone'));
    gone.announce(await freePort());
    expect(await addressOfRunning(join(folder, 'gone'), PROJECT)).toBeNull();
    expect(readdirSync(join(folder, 'gone', 'running'))).toEqual([]);
    expect(await addressOfRunning(join(folder, 'nowhere'), PROJECT)).toBeNull();
  });

  it('has to know the secret, which only this user can read', async () => {
    const ask = { host: `127.0.0.1:${host.port}`, origin: web.origin, 'content-type': 'application/json' };
    const body = JSON.stringify({ project: PROJECT });
    for (const secret of ['', 'A'.repeat(43)]) {
      const answer = await raw('POST', '/again', { ...ask, [AGAIN_SECRET]: secret }, body);
      expect(answer).toMatchObject({ status: 401 });
      expect(answer.body).not.toContain('token=');
    }
    const note = join(folder, 'running', `${host.port}.json`);
    if (process.platform !== 'win32') expect(statSync(note).mode & 0o777).toBe(0o600);
  });
});

describe('who may enter', () => {
  it('lets the page itself call', async () => {
    expect(await raw('POST', '/api/app.state', own(), '{}')).toMatchObject({ status: 200, body: '{"done":true}' });
  });

  it.each([
    ['another Host (DNS rebinding)', { host: 'evil.example:80' }],
    ['a Host that is only another name', { host: 'localhost' }],
    ['another Origin', { origin: 'https://evil.example' }],
    ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['an opaque Origin', { origin: 'null' }],
  ])('refuses %s, with the right cookie', async (_, wrong) => {
    const before = calls;
    expect(await raw('POST', '/api/app.state', { ...own(), ...wrong }, '{}')).toMatchObject({ status: 403 });
    expect(await raw('GET', '/', { ...own(), ...wrong })).toMatchObject({ status: 403 });
    expect(calls).toBe(before);
  });

  it('refuses a call without an Origin', async () => {
    const { origin: _, ...headers } = own();
    expect(await raw('POST', '/api/app.state', headers, '{}')).toMatchObject({ status: 403 });
  });

  it('refuses everything without the cookie, or with another one', async () => {
    for (const cookie of ['', `parley-${host.port}=`, `parley-${host.port}=${'A'.repeat(43)}`, 'parley=x']) {
      const headers = { ...own(), cookie };
      expect(await raw('POST', '/api/app.state', headers, '{}')).toMatchObject({ status: 401 });
      expect(await raw('GET', '/events', headers)).toMatchObject({ status: 401 });
      expect(await raw('GET', '/assets/a.js', headers)).toMatchObject({ status: 401 });
      expect((await raw('GET', '/', headers)).body).toContain('This address is not open');
    }
  });

  it('takes a token once', async () => {
    const address = new URL(host.newAddress());
    const path = address.pathname + address.search;
    const headers = { host: address.host };
    const first = await raw('GET', path, headers);
    expect(first.status).toBe(200);
    const [cookie] = first.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const second = await raw('GET', path, headers);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('refuses a token that was never given', async () => {
    expect(await raw('GET', `/?token=${'B'.repeat(43)}`, { host: `127.0.0.1:${host.port}` })).toMatchObject({
      status: 401,
    });
  });

  it('makes tokens and sessions of 32 random bytes', () => {
    const entry = createEntry();
    const tokens = Array.from({ length: 50 }, () => entry.newToken());
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const session = entry.exchange(tokens[0] ?? '') ?? '';
    expect(Buffer.from(session, 'base64url')).toHaveLength(32);
    expect(entry.knows(session)).toBe(true);
    expect(createEntry().knows(session)).toBe(false);
    expect(entry.exchange(tokens[0] ?? '')).toBeNull();
  });
});

describe('what is answered', () => {
  it('forbids caching, referrers, embedding and every outside source', async () => {
    for (const path of ['/', '/assets/a.js', '/nothing', '/?token=x']) {
      const { headers } = await raw('GET', path, own());
      expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('answers no preflight', async () => {
    const answer = await raw('OPTIONS', '/api/app.state', { ...own(), 'access-control-request-method': 'POST' });
    expect(answer.status).toBe(404);
    expect(answer.headers['access-control-allow-methods']).toBeUndefined();
  });

  it('serves the window’s own files', async () => {
    expect(await raw('GET', '/', own())).toMatchObject({ status: 200, body: expect.stringContaining('<title>Parley') });
    const script = await raw('GET', '/assets/a.js?v=1', own());
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toContain('text/javascript');
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/..%5c..%5csecret.html',
    '//etc/passwd',
    '/link.html',
    '/notes.parley',
    '/%00.html',
    '/%zz.html',
    '/assets/',
  ])('serves nothing at %s', async (path) => {
    const answer = await raw('GET', path, own());
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });
});

describe('what is let in', () => {
  it('refuses what is no JSON', async () => {
    const before = calls;
    expect(await raw('POST', '/api/app.state', own(), '{"a":')).toMatchObject({ status: 400 });
    expect(await raw('POST', '/api/app.state', { ...own(), 'content-type': 'text/plain' }, '{}')).toMatchObject({
      status: 400,
    });
    expect(calls).toBe(before);
  });

  it('refuses a body over the limit, announced or not', async () => {
    const before = calls;
    expect(await announce(MAX_BODY + 1)).toBe(413);
    const streamed = await fetch(`${web.origin}/api/files.hold`, {
      method: 'POST',
      headers: own(),
      body: endless(MAX_BODY + 1),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(await streamed.json()).toMatchObject({ code: 'file-too-large', hint: expect.stringContaining('import') });
    expect(calls).toBe(before);
  });
});

describe('when the program has ended', () => {
  it('says so, and that nothing is lost', async () => {
    const other = await startLoopback({
      answer: async () => '{}',
      events: createEventHub(),
      files: async () => null,
    });
    const window = await enter(other.newAddress());
    await other.close();
    await expect(loopbackHost(window).client.call('app.state', {})).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('lost its connection'),
      hint: expect.stringContaining('Nothing that was shown as saved is lost'),
    });
  });
});

/** Announces a body of so many bytes without sending it; gives the status. */
function announce(bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...own(), 'content-length': String(bytes) };
    const sent = request({ host: '127.0.0.1', port: host.port, method: 'POST', path: '/api/files.hold', headers });
    sent.on('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
}

function endless(bytes: number): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024).fill(32);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(chunk.subarray(0, Math.min(left, chunk.length)));
      left -= chunk.length;
    },
  });
}
