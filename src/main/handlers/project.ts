import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckReport, ProjectInfo } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { UPGRADE_JOB } from '../../shared/api/upgrade.ts';
import { explain } from '../db/failure.ts';
import { rebuildIndex } from '../db/rebuild-index.ts';
import { needsLongUpgrade } from '../db/upgrade.ts';
import { checkAside, upgradeAside } from '../exchange/tasks.ts';
import { unwatched } from '../files/jobs.ts';
import { createSample } from '../sample/sample.ts';
import type { Context, JobReport, Project } from './context.ts';

/** What a coder who was never asked for a name is called in the sample project. */
const UNNAMED = 'Sample coder';

/** The project file: made, opened, closed and checked. */
export const projectHandlers: Pick<
  Handlers<Context>,
  | 'project.create'
  | 'project.open'
  | 'project.openSample'
  | 'project.info'
  | 'project.close'
  | 'project.check'
  | 'project.repairIndex'
> = {
  'project.create': (context, { file }) => opened(context, context.session.create(context.handles.path(file))),

  async 'project.open'(context, { file }) {
    const path = context.handles.path(file);
    // One that is open isn't read beside SQLite: closing it would let go of the locks that this process has on it.
    if (!context.session.project?.isAt(path) && needsLongUpgrade(path)) await upgrade(context, path);
    return opened(context, context.session.open(path));
  },

  'project.openSample'(context, { fresh }) {
    const path = samplePath(context, fresh);
    return opened(context, existsSync(path) ? context.session.open(path) : makeSample(context, path));
  },

  'project.info': (context) => context.session.need().info(),

  'project.close'(context) {
    context.session.close();
    return {};
  },

  'project.check': (context, { job }) => checkOpen(context, context.session.need(), job),

  'project.repairIndex'(context, { job }) {
    const project = context.session.need();
    repairIndex(project);
    return checkOpen(context, project, job);
  },
};

/** Makes anew what only helps to find. Errors: `project-damaged`, `disk-full`. */
export function repairIndex({ db, path }: Project): void {
  try {
    rebuildIndex(db);
  } catch (error) {
    throw explain(error, path);
  }
}

/** A file that was deleted or moved can still be read by whoever has it open: what it holds may be right, and yet be lost. */
async function checkOpen(context: Context, project: Project, job: string | undefined): Promise<CheckReport> {
  const check = (report: JobReport): Promise<CheckReport> => checkAside(project, report);
  const report = await (job === undefined ? check(unwatched) : context.jobs.run(job, check));
  if (project.isThere()) return report;
  const message = `“${basename(project.path)}” isn’t where it was: it was deleted or moved while it was open. Put it back there, or open it again from where it is now; until then nothing can be saved.`;
  return { ...report, ok: false, problems: [{ what: 'integrity', message }, ...report.problems] };
}

/** So that the analyst sees how far it is. What was open stays open meanwhile. */
async function upgrade(context: Context, path: string): Promise<void> {
  try {
    await context.jobs.run(UPGRADE_JOB, (report) => upgradeAside(path, report));
  } finally {
    context.emit('job', { job: UPGRADE_JOB, done: 1, total: 1, what: '' });
  }
}

function opened(context: Context, project: Project): ProjectInfo {
  context.user.remember(project.path);
  context.startProblem = null;
  context.startWith = null;
  return project.info();
}

/** This user's sample; a fresh one gets the next number, so that no earlier one is written over. */
function samplePath(context: Context, fresh: boolean): string {
  let path = join(context.dataFolder, 'Sample project.parley');
  if (!fresh) return path;
  for (let n = 2; existsSync(path); n++) path = join(context.dataFolder, `Sample project ${n}.parley`);
  return path;
}

/** A fresh copy of the sample project in a new file, which then is the open one. */
export function makeSample(context: Context, path: string): Project {
  try {
    mkdirSync(context.dataFolder, { recursive: true });
  } catch (error) {
    throw explain(error, path);
  }
  const coder = context.user.coder();
  return createSample(context.session, {
    resources: context.resources,
    path,
    coderId: coder.id,
    coderName: coder.name || UNNAMED,
    now: () => context.now(),
    newId: () => context.newId(),
  });
}
