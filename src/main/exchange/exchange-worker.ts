import { parentPort, workerData } from 'node:worker_threads';
import { errorInfo } from '../../shared/api/errors.ts';
import { migrations } from '../db/migrations/all.ts';
import { openFile } from '../db/open.ts';
import { throwIfCancelled } from '../files/jobs.ts';
import { runCheck } from './check.ts';
import { runExport, runPreview, type Steps } from './export.ts';
import { runRead } from './read.ts';
import type { Task, TaskMessage } from './tasks.ts';

/* Entry of the thread in which exports are written, annotated files read, projects checked and older ones brought up to date. */

/** Milliseconds between two reports. */
const PAUSE = 100;

function tell(message: TaskMessage): void {
  parentPort?.postMessage(message, []);
}

/** Tells how far it is now and then, and throws `cancelled` when it is to stop. */
function watchFor(stop: Int32Array): (done: number, total: number, what: string) => void {
  let reported = Number.NEGATIVE_INFINITY;
  let last = '';
  return (done, total, what) => {
    throwIfStopped(stop);
    const now = performance.now();
    if (now - reported < PAUSE && what === last && done < total) return;
    reported = now;
    last = what;
    tell({ type: 'progress', done, total, what });
  };
}

function throwIfStopped(stop: Int32Array): void {
  if (Atomics.load(stop, 0) !== 0) throwIfCancelled(AbortSignal.abort());
}

function stepsFor(stop: Int32Array): Steps {
  const watch = watchFor(stop);
  return { check: () => throwIfStopped(stop), progress: async (done, total, what) => watch(done, total, what) };
}

async function perform(task: Task) {
  switch (task.what) {
    case 'export':
      return runExport(task.order, stepsFor(task.stop));
    case 'preview':
      return runPreview(task.order);
    case 'read':
      return runRead(task.order);
    case 'upgrade':
      openFile(task.path, migrations, watchFor(task.stop)).close();
      return null;
    case 'check':
      return runCheck(task.path, watchFor(task.stop));
  }
}

async function run(task: Task): Promise<void> {
  try {
    tell({ type: 'done', result: await perform(task) });
  } catch (error) {
    tell({ type: 'failed', error: errorInfo(error) });
  }
}

void run(workerData as Task);
