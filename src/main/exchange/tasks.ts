import type { Database } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CheckReport, ExportResult } from '../../shared/api/contract.ts';
import { type ErrorInfo, ParleyError } from '../../shared/api/errors.ts';
import type { ExchangeReport, ReadResult } from '../../shared/formats/format.ts';
import { checkProject } from '../db/check.ts';
import { countCorpus } from '../db/corpus.ts';
import type { Watch } from '../db/migrate.ts';
import { migrations } from '../db/migrations/all.ts';
import { openFile } from '../db/open.ts';
import { throwIfCancelled } from '../files/jobs.ts';
import type { JobReport, Project } from '../handlers/context.ts';
import { type ExportOrder, type PreviewOrder, reportOn, runExport } from './export.ts';
import { type ReadOrder, runRead } from './read.ts';

/** What a worker is started with. */
export type Task =
  | { readonly what: 'export'; readonly order: ExportOrder; readonly stop: Int32Array }
  | { readonly what: 'preview'; readonly order: PreviewOrder }
  | { readonly what: 'read'; readonly order: ReadOrder }
  | { readonly what: 'upgrade'; readonly path: string; readonly stop: Int32Array }
  | { readonly what: 'check'; readonly path: string; readonly stop: Int32Array };

type TaskResult = CheckReport | ExportResult | ExchangeReport | ReadResult | null;

/** What a worker tells while and after it works. */
export type TaskMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly what: string }
  | { readonly type: 'done'; readonly result: TaskResult }
  | { readonly type: 'failed'; readonly error: ErrorInfo };

/** Exports beside the main thread where a built worker is found, else in turns with other calls. */
export async function exportAside(order: ExportOrder, report: JobReport): Promise<ExportResult> {
  const worker = workerFile();
  if (worker === null) {
    return runExport(order, {
      check: () => throwIfCancelled(report.signal),
      progress: (done, total, what) => report.progress(done, total, what),
    });
  }
  const stop = new Int32Array(new SharedArrayBuffer(4));
  // An export is asked to stop, not killed: it has files to remove.
  const onCancel = () => Atomics.store(stop, 0, 1);
  return (await runInWorker(worker, { what: 'export', order, stop }, report, onCancel)) as ExportResult;
}

/** Articles and annotations that are counted faster than a worker starts. */
const FEW = 3000;

function isLarge(db: Database): boolean {
  const { articles, annotations } = countCorpus(db);
  return articles + annotations > FEW;
}

/**
 * What an export would hold and drop: counted here for a small project, beside the main thread for a large one.
 * @param db the open project.
 */
export async function previewAside(order: PreviewOrder, db: Database): Promise<ExchangeReport> {
  const worker = isLarge(db) ? workerFile() : null;
  if (worker === null) return reportOn(db, order);
  return (await runInWorker(worker, { what: 'preview', order }, null, null)) as ExchangeReport;
}

/**
 * Checks the open project: here a small one, or one that isn't where it was; a large one beside the main thread, as it was when the
 * check began. Errors: `cancelled`.
 */
export async function checkAside({ db, path, isThere }: Project, report: JobReport): Promise<CheckReport> {
  const worker = isThere() && isLarge(db) ? workerFile() : null;
  if (worker === null) return checkProject(db, watching(report));
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const onCancel = () => Atomics.store(stop, 0, 1);
  return (await runInWorker(worker, { what: 'check', path, stop }, report, onCancel)) as CheckReport;
}

/** Tells a report what work tells that doesn't wait, and throws `cancelled` when it is to stop. */
function watching(report: JobReport): Watch {
  return (done, total, what) => {
    throwIfCancelled(report.signal);
    void report.progress(done, total, what).catch(() => undefined);
  };
}

/** Reads annotated files beside the main thread where a built worker is found, else at once. */
export async function readAside(order: ReadOrder, report: JobReport): Promise<ReadResult> {
  await report.progress(0, 0, 'Reading the files');
  const worker = workerFile();
  const result = worker === null ? runRead(order) : await runInWorker(worker, { what: 'read', order }, report, null);
  throwIfCancelled(report.signal);
  return result as ReadResult;
}

/**
 * Brings a project file of an earlier schema up to date, beside the main thread where a built worker is found, else at once. Nobody
 * may have it open. Errors: as for opening it, and `cancelled`.
 */
export async function upgradeAside(path: string, report: JobReport): Promise<void> {
  const worker = workerFile();
  if (worker === null) {
    openFile(path, migrations, watching(report)).close();
    return;
  }
  const stop = new Int32Array(new SharedArrayBuffer(4));
  // As an export it is asked to stop, not killed: it has a copy to remove.
  const onCancel = () => Atomics.store(stop, 0, 1);
  await runInWorker(worker, { what: 'upgrade', path, stop }, report, onCancel);
}

/**
 * Memory of a worker that streams, in MB. Rows are short-lived: in a small nursery they are cleared away at once, where a
 * large one would let them pile up to 150 MB more (measured with 200,000 rows). The rest is for articles of any length.
 */
const STREAMING = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 2000 };

/** The built worker lies with the built entries; shared code may lie in a folder below them. */
function workerFile(): string | null {
  const places = ['./exchange-worker.js', '../exchange-worker.js'];
  return places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path)) ?? null;
}

/** @param onCancel asks the worker to stop; null ends it at once. */
function runInWorker(
  file: string,
  task: Task,
  report: JobReport | null,
  onCancel: (() => void) | null,
): Promise<TaskResult> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, {
      workerData: task,
      ...(task.what === 'read' || task.what === 'upgrade' ? {} : { resourceLimits: STREAMING }),
    });
    const cancel = () => {
      if (onCancel) onCancel();
      else void worker.terminate();
    };
    report?.signal.addEventListener('abort', cancel, { once: true });
    if (report?.signal.aborted) cancel();

    worker.on('message', (message: TaskMessage) => {
      if (message.type === 'progress') {
        // A cancel is noticed through the signal.
        report?.progress(message.done, message.total, message.what).catch(() => undefined);
      } else if (message.type === 'done') {
        done(message.result);
      } else {
        fail(new ParleyError(message.error.code, message.error.message, message.error.hint));
      }
    });
    worker.on('error', fail);
    worker.on('exit', () => {
      report?.signal.removeEventListener('abort', cancel);
      // After an answer this changes nothing: a promise is settled once.
      fail(failureAtExit(report));
    });
  });
}

function failureAtExit(report: JobReport | null): unknown {
  try {
    if (report) throwIfCancelled(report.signal);
    return new Error('the work ended without an answer');
  } catch (error) {
    return error;
  }
}
