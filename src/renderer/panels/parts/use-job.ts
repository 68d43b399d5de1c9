import { useCallback, useEffect, useRef, useState } from 'react';
import type { Events } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { Client } from '../../../shared/api/client.ts';

export type JobProgress = Pick<Events['job'], 'done' | 'total' | 'what'>;

/** One piece of long work of a dialog: what it is doing, and why it failed. */
export interface JobState {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  /** Seconds that the rest will take at the pace so far; null while that can't be told. */
  readonly secondsLeft: number | null;
  readonly problem: ErrorInfo | null;
  /**
   * Runs work under a new job id. Resolves with its result, or null when it failed (then `problem` says why) or was
   * cancelled.
   */
  run<T>(work: (job: string) => Promise<T>): Promise<T | null>;
  /** Asks the work to stop. */
  cancel(): void;
  /** Forgets the problem. */
  clear(): void;
}

/**
 * Seconds left at the pace so far, or null when too little is known to say.
 * @param elapsed milliseconds since the step began.
 */
export function secondsLeft(progress: JobProgress, elapsed: number): number | null {
  if (progress.total <= 0 || progress.done <= 0 || elapsed < 1500) return null;
  return Math.ceil(((progress.total - progress.done) * (elapsed / progress.done)) / 1000);
}

/** Long work with progress and cancel. The work is cancelled when the component goes away. */
export function useJob(client: Client): JobState {
  const [job, setJob] = useState<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const current = useRef<string | null>(null);
  const step = useRef<{ what: string; began: number }>({ what: '', began: 0 });

  useEffect(
    () =>
      client.listen('job', (event) => {
        if (event.job !== current.current) return;
        const now = performance.now();
        if (event.what !== step.current.what) step.current = { what: event.what, began: now };
        setProgress({ done: event.done, total: event.total, what: event.what });
        setLeft(secondsLeft(event, now - step.current.began));
      }),
    [client],
  );

  const cancel = useCallback(() => {
    if (current.current === null) return;
    client.call('jobs.cancel', { job: current.current }).catch((error: unknown) => setProblem(errorInfo(error)));
  }, [client]);

  useEffect(() => cancel, [cancel]);

  const run = useCallback(async function run<T>(work: (job: string) => Promise<T>): Promise<T | null> {
    const id = crypto.randomUUID();
    current.current = id;
    step.current = { what: '', began: performance.now() };
    setJob(id);
    setProgress(null);
    setLeft(null);
    setProblem(null);
    try {
      return await work(id);
    } catch (error) {
      const info = errorInfo(error);
      if (info.code !== 'cancelled' && current.current === id) setProblem(info);
      return null;
    } finally {
      if (current.current === id) {
        current.current = null;
        setJob(null);
      }
    }
  }, []);

  const clear = useCallback(() => setProblem(null), []);
  return { running: job !== null, progress, secondsLeft: left, problem, run, cancel, clear };
}
