import { OPEN_WHAT, SAVE_WHAT } from '../../src/shared/api/bridge.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inputs, type Method, type OpenArticle } from '../../src/shared/api/contract.ts';
import { createDispatch, type Handlers } from '../../src/shared/api/dispatch.ts';
import { ParleyError } from '../../src/shared/api/errors.ts';
import { UNCODED } from '../../src/shared/model/annotation.ts';
import { answers } from '../../src/shared/api/wire.ts';
import { overIpc, overLoopback, type RunningHost } from './hosts/both.ts';
import { packed } from './support/packed.ts';

const METHODS = Object.keys(inputs) as Method[];

/** An article with one annotation. Hosts carry it in another form, so it has to be whole. */
function openArticle(text: string): OpenArticle {
  const at = '2031-03-14T08:00:00.000Z';
  return {
    article: {
      id: 'a',
      textHash: 'h',
      title: text.slice(0, 100),
      outlet: '',
      date: '',
      author: '',
      url: '',
      language: '',
      status: 'new',
      fileName: '',
      length: text.length,
      words: 1,
      addedAt: at,
    },
    text,
    annotations: [
      {
        id: 'n',
        articleId: 'a',
        kind: 'claim',
        coderId: 'ana',
        fragments: [{ start: 1, end: 3 }],
        memo: text.slice(0, 100),
        attributes: { Sure: true },
        ...UNCODED,
        createdAt: at,
        updatedAt: at,
      },
    ],
    links: [],
  };
}

const SPOILT = 'e\u0301 👩‍👩‍👧 \u202eمريم\u202c "a\r\nb" \u2028 </script>';

/** A core that answers each method with its name, what it was given, and values that transports like to spoil. */
function echo(method: string, input: unknown): unknown {
  if (method === 'articles.open') return openArticle(SPOILT);
  return {
    method,
    input,
    text: SPOILT,
    none: null,
    list: [1.5, -0, 1e21],
  };
}

async function failing(method: string): Promise<unknown> {
  if (method === 'project.open') {
    throw new ParleyError('project-locked', '“Ünïon.parley” is open elsewhere.', 'Close it there first.');
  }
  throw new TypeError('x is not a function');
}

async function told(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    (value) => value,
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'toInfo' in error ? (error as ParleyError).toInfo() : error;
}

describe.each([
  ['loopback', overLoopback],
  ['Electron', overIpc],
] as const)('the %s host', (_, over) => {
  let running: RunningHost;
  afterEach(() => running.close());

  it('carries every method of the contract and its answer', async () => {
    running = await over(
      answers(async (method, input) =>
        method === 'articles.open' ? packed(openArticle(SPOILT)) : echo(method, input),
      ),
    );
    const call = running.host.client.call as (method: string, input: unknown) => Promise<unknown>;
    for (const method of METHODS) {
      const input = { about: method, nested: [{ é: null }] };
      expect(await call(method, input)).toEqual(JSON.parse(JSON.stringify(echo(method, input))));
    }
  });

  it('carries the errors of the core', async () => {
    running = await over(answers(failing));
    expect(await told(running.host.client.call('project.open', { file: 'f' }))).toEqual({
      code: 'project-locked',
      message: '“Ünïon.parley” is open elsewhere.',
      hint: 'Close it there first.',
    });
    expect(await told(running.host.client.call('project.info', {}))).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('x is not a function'),
    });
  });

  it('refuses an unknown method and a bad input before any handler runs', async () => {
    const handler = vi.fn();
    const handlers = Object.fromEntries(METHODS.map((name) => [name, handler])) as unknown as Handlers<null>;
    running = await over(answers(createDispatch(handlers, null)));
    const call = running.host.client.call as (method: string, input: unknown) => Promise<unknown>;
    expect(await told(call('constructor', {}))).toMatchObject({ code: 'bad-input' });
    expect(await told(call('app/../state', {}))).toMatchObject({ code: 'bad-input' });
    expect(await told(call('articles.open', { id: 7 }))).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('“id”'),
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('carries answers of many megabytes', async () => {
    const text = 'Ein Wörtchen 🙂 '.repeat(400_000);
    running = await over(answers(async () => packed(openArticle(text))));
    const answer = await running.host.client.call('articles.open', { id: 'a' });
    expect(answer.text === text).toBe(true);
  });

  it('tells every listener of an event until it stops listening', async () => {
    running = await over(async () => '{}');
    const heard: unknown[] = [];
    const stop = running.host.client.listen('job', (payload) => heard.push(payload));
    const payload = { job: 'j', done: 1, total: 3, what: 'Reading “naïve\n” …' };
    await vi.waitFor(() => {
      running.events.emit('job', payload);
      expect(heard.length).toBeGreaterThan(0);
    });
    expect(heard[0]).toEqual(payload);
    running.events.emit('something-else', payload);
    stop();
    const before = heard.length;
    running.events.emit('job', payload);
    await running.host.client.call('app.state', {});
    expect(heard.length).toBe(before);
  });
});

describe('the Electron host', () => {
  let running: Awaited<ReturnType<typeof overIpc>>;
  beforeEach(async () => {
    running = await overIpc(async () => '{"secret":true}');
  });
  afterEach(() => running.close());

  it('offers the system’s file dialogs', async () => {
    for (const what of OPEN_WHAT) {
      expect(await running.host.dialogs?.open(what)).toMatchObject([{ name: what }]);
    }
    for (const what of SAVE_WHAT) await running.host.dialogs?.save(what, 'News');
    expect(await running.host.dialogs?.open('articles')).toEqual([{ file: 'h1', name: 'articles', exists: true }]);
    expect(await running.host.dialogs?.save('project', 'News')).toEqual({
      file: 'h2',
      name: 'project News',
      exists: false,
    });
  });

  it('refuses messages from any other page', async () => {
    running.ipc.sender = { own: false };
    expect(await told(running.host.client.call('app.state', {}))).toMatchObject({ code: 'not-allowed' });
    expect(await told(running.host.dialogs?.open('project') ?? Promise.resolve())).toMatchObject({
      code: 'not-allowed',
    });
  });

  it('refuses messages of another shape', async () => {
    const invoke = running.ipc.ipcRenderer.invoke;
    expect(await invoke('parley:call', 7, {})).toContain('"bad-input"');
    expect(await invoke('parley:open', '/etc/passwd')).toContain('"bad-input"');
    expect(await invoke('parley:save', 'project', { path: '/' })).toContain('"bad-input"');
  });

  it('puts nothing on the window but call, listen, open and save', () => {
    expect(Object.keys(running.bridge).sort()).toEqual(['call', 'listen', 'open', 'save']);
  });

  it('answers nothing more once it has ended', async () => {
    await running.close();
    await expect(running.host.client.call('app.state', {})).rejects.toThrow('No handler');
  });
});
