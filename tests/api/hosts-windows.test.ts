import { afterEach, expect, it, vi } from 'vitest';
import { loopbackHost } from '../../src/renderer/host/loopback.ts';
import { overLoopback } from './hosts/both.ts';

let running: Awaited<ReturnType<typeof overLoopback>>;
afterEach(() => running.close());

it('lets only the newest window act, tells the other, and lets it take back', async () => {
  const answer = vi.fn(async () => '{"heard":true}');
  running = await overLoopback(answer);
  const { web } = running;
  const first = running.host;
  const told = vi.fn();
  first.turns?.onTakenOver(told);
  expect(await first.client.call('project.info', {})).toEqual({ heard: true });

  const second = loopbackHost(web);
  const secondTold = vi.fn();
  second.turns?.onTakenOver(secondTold);
  expect(await second.client.call('project.info', {})).toEqual({ heard: true });
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  const before = answer.mock.calls.length;
  await expect(first.client.call('history.undo', {})).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'Parley is open in another tab.',
    hint: expect.stringContaining('Use it here'),
  });
  expect(answer.mock.calls.length).toBe(before);
  expect(told).toHaveBeenCalledTimes(1);

  first.turns?.takeBack();
  expect(await first.client.call('project.info', {})).toEqual({ heard: true });
  await vi.waitFor(() => expect(secondTold).toHaveBeenCalledTimes(1));
  await expect(second.client.call('project.info', {})).rejects.toMatchObject({ code: 'not-allowed' });
});

it('carries events to a window that took back', async () => {
  running = await overLoopback(async () => '{}');
  const heard: unknown[] = [];
  running.host.client.listen('job', (payload) => heard.push(payload));
  await loopbackHost(running.web).client.call('project.info', {});
  await running.host.client.call('project.info', {}).catch(() => undefined);
  running.host.turns?.takeBack();
  await vi.waitFor(() => {
    running.events.emit('job', { job: 'j', done: 1, total: 1, what: '' });
    expect(heard.length).toBeGreaterThan(0);
  });
});

it('tells a window whose stream is gone by the refusal of its next call', async () => {
  running = await overLoopback(async () => '{}');
  const told = vi.fn();
  const deaf = loopbackHost({
    ...running.web,
    events: () => ({ addEventListener: () => undefined, close: () => undefined }),
  });
  deaf.turns?.onTakenOver(told);
  await deaf.client.call('app.state', {});
  await running.host.client.call('app.state', {});
  await expect(deaf.client.call('app.state', {})).rejects.toMatchObject({ code: 'not-allowed' });
  expect(told).toHaveBeenCalledTimes(1);
});
