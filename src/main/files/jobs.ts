import { setImmediate as nextTurn } from 'node:timers/promises';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Context, JobReport, Jobs } from '../handlers/context.ts';

/** Longest time, in milliseconds, for which work keeps other calls waiting. */
const TURN = 12;
/** Shortest time, in milliseconds, between two reports of the same kind of step. */
const PAUSE = 80;

/**
 * The jobs of one process: runs work in turns with other calls, so that a cancel can arrive.
 * @param emit carries `job` events to the window.
 * @param clock milliseconds from any beginning.
 */
export function createJobs(emit: Context['emit'], clock: () => number = () => performance.now()): Jobs {
  const running = new Map<string, AbortController>();

  function reporter(job: string, signal: AbortSignal): JobReport {
    let turnBegan = clock();
    let reported = Number.NEGATIVE_INFINITY;
    let step: string | null = null;

    return {
      signal,
      async progress(done, total, what) {
        const now = clock();
        const finished = total > 0 && done >= total;
        if (what !== step || finished || now - reported >= PAUSE) {
          emit('job', { job, done, total, what });
          step = what;
          reported = now;
        }
        if (now - turnBegan >= TURN) {
          await nextTurn();
          turnBegan = clock();
        }
        throwIfCancelled(signal);
      },
    };
  }

  return {
    async run(job, work) {
      if (running.has(job)) {
        throw new ParleyError('bad-input', 'This work is running already.', 'Wait until it is done, or cancel it.');
      }
      const controller = new AbortController();
      running.set(job, controller);
      try {
        return await work(reporter(job, controller.signal));
      } finally {
        running.delete(job);
      }
    },
    cancel(job) {
      running.get(job)?.abort();
    },
  };
}

/** For work that nobody watches and nobody waits to cancel. */
export const unwatched: JobReport = { signal: new AbortController().signal, progress: async () => {} };

/** Throws `cancelled` when the signal says so. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new ParleyError('cancelled', 'Cancelled. Nothing was changed.', 'Start it again whenever you like.');
  }
}
