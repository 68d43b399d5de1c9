import { parentPort, workerData } from 'node:worker_threads';
import { errorInfo } from '../../shared/api/errors.ts';
import { throwIfCancelled } from '../files/jobs.ts';
import { runExport, runPreview, type Steps } from './export.ts';
import { runRead } from './read.ts';
import type { Task, TaskMessage } from './tasks.ts';

/* Entry of the thread in which exports are written and annotated files read. */

/** Milliseconds between two reports. */
const PAUSE = 100;

function tell(message: TaskMessage): void {
  parentPort?.postMessage(message, []);
}

function stepsFor(stop: Int32Array): Steps {
  let reported = Number.NEGATIVE_INFINITY;
  const check = () => {
    if (Atomics.load(stop, 0) !== 0) throwIfCancelled(AbortSignal.abort());
  };
  return {
    check,
    async progress(done, total, what) {
      check();
      const now = performance.now();
      if (now - reported < PAUSE && done < total) return;
      reported = now;
      tell({ type: 'progress', done, total, what });
    },
  };
}

async function perform(task: Task) {
  switch (task.what) {
    case 'export':
      return runExport(task.order, stepsFor(task.stop));
    case 'preview':
      return runPreview(task.order);
    case 'read':
      return runRead(task.order);
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
