import { describe, expect, test } from 'vitest';
import { createJobs } from '../../src/main/files/jobs.ts';
import type { Events } from '../../src/shared/api/contract.ts';

function setUp(stepMs = 0) {
  const events: Events['job'][] = [];
  let now = 0;
  const clock = () => (now += stepMs);
  const jobs = createJobs((_, payload) => void events.push(payload), clock);
  return { jobs, events };
}

describe('jobs', () => {
  test('gives back what the work gives, and passes on what it throws', async () => {
    const { jobs } = setUp();
    await expect(jobs.run('a', async () => 12)).resolves.toBe(12);
    await expect(jobs.run('a', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(jobs.run('a', async () => 'again')).resolves.toBe('again');
  });

  test('tells the beginning and end of each step, and not every one between', async () => {
    const { jobs, events } = setUp(1);
    await jobs.run('a', async (report) => {
      for (let i = 0; i <= 1000; i++) await report.progress(i, 1000, 'Reading');
      await report.progress(0, 0, 'Keeping');
    });
    expect(events[0]).toEqual({ job: 'a', done: 0, total: 1000, what: 'Reading' });
    expect(events.at(-2)).toEqual({ job: 'a', done: 1000, total: 1000, what: 'Reading' });
    expect(events.at(-1)).toEqual({ job: 'a', done: 0, total: 0, what: 'Keeping' });
    expect(events.length).toBeLessThan(40);
  });

  test('cancelling stops the work at its next report, and no other job', async () => {
    const { jobs } = setUp(5);
    let steps = 0;
    const endless = jobs.run('a', async (report) => {
      for (;;) {
        steps++;
        await report.progress(steps, 0, 'Reading');
      }
    });
    const other = jobs.run('b', async (report) => {
      for (let i = 0; i < 50; i++) await report.progress(i, 50, 'Reading');
      return report.signal.aborted;
    });
    jobs.cancel('a');
    await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
    await expect(other).resolves.toBe(false);
  });

  test('work lets other calls in', async () => {
    const { jobs } = setUp(20);
    let others = 0;
    setImmediate(() => void others++);
    await jobs.run('a', async (report) => {
      for (let i = 0; i < 5; i++) await report.progress(i, 5, 'Reading');
    });
    expect(others).toBe(1);
  });

  test('a job that isn’t running can be cancelled without harm; one that is can’t be started again', async () => {
    const { jobs } = setUp();
    jobs.cancel('a');
    await jobs.run('a', async () => {
      await expect(jobs.run('a', async () => 1)).rejects.toMatchObject({ code: 'bad-input' });
    });
  });
});
