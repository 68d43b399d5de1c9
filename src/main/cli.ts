import { commands } from './cli/commands.ts';
import { JOB } from './cli/job.ts';
import { progressLine } from './cli/progress.ts';
import { runCommandLine } from './cli/run.ts';
import { createCore } from './core.ts';
import { programPlaces } from './places.ts';
import { dataFolder } from './user/data-folder.ts';

/* Composition root of the command line: the same core without a window. */

// Who reads the output may have seen enough (`parley formats | head -1`): that is no failure, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function main(): Promise<number> {
  const places = programPlaces(import.meta.dirname);
  const progress = progressLine(process.stderr);
  let core: ReturnType<typeof createCore> | null = null;
  // Asked to stop, work ends by itself and leaves nothing half done.
  const stop = () => core?.context.jobs.cancel(JOB);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return runCommandLine(process.argv.slice(2), commands, {
    cwd: process.cwd(),
    version: places.version,
    out: (line) => progress.print(process.stdout, line),
    err: (line) => progress.print(process.stderr, line),
    createCore() {
      core = createCore({
        dataFolder: dataFolder(process.env, process.platform),
        resources: places.resources,
        version: places.version,
        emit: (_, payload) => progress.show(payload),
      });
      return core;
    },
  });
}

void main().then((code) => {
  process.exitCode = code;
});
