import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { errorInfo } from '../shared/api/errors.ts';
import { createCore } from './core.ts';
import { createEventHub } from './hosts/events.ts';
import { startLoopback } from './hosts/loopback.ts';
import { hasDisplay, openInBrowser } from './hosts/open-browser.ts';
import { addressOfRunning, createRunning } from './hosts/running.ts';
import { staticFiles } from './hosts/static-files.ts';
import { programPlaces } from './places.ts';
import { openAtStart } from './start.ts';
import { dataFolder } from './user/data-folder.ts';

/*
 * Composition root of the loopback host: `serve.js [PROJECT] [--open]`. Serves until it is told to stop; when an earlier
 * launch of the same user has the project open, it gives another address of that one instead, and ends. Its first line on
 * stdout is the address; nothing else of it is secret.
 */

/** Milliseconds that a browser may take to begin, and to read what it is to open. */
const BROWSER_BEGINS = 15_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { open: { type: 'boolean' } } });
  const places = programPlaces(import.meta.dirname);
  const events = createEventHub();
  const folder = dataFolder(process.env, process.platform);
  const core = createCore({
    dataFolder: folder,
    resources: places.resources,
    version: places.version,
    emit: events.emit,
    window: true,
  });
  const wanted = await openAtStart(core, positionals[0] === undefined ? null : resolve(positionals[0]));
  if (wanted !== null && core.context.startProblem?.code === 'project-locked') {
    const address = await addressOfRunning(folder, realpathSync(wanted));
    if (address !== null) {
      core.close();
      return another(address, values.open === true);
    }
  }
  const running = createRunning(folder);
  const host = await startLoopback({
    answer: core.answer,
    events,
    files: staticFiles(places.renderer),
    again: { knows: running.knows, holds: (project) => core.context.session.project?.isAt(project) ?? false },
  });
  running.announce(host.port);

  let ending = false;
  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    running.withdraw();
    await host.close();
    core.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGHUP', () => void end());

  process.stdout.write(`Parley is open at ${host.newAddress()}\n`);
  // Whoever started it in a terminal may never come to the window: it is open elsewhere already, or misnamed.
  const problem = core.context.startProblem;
  if (problem !== null) process.stdout.write(`${problem.message} ${problem.hint}\n`);
  if (values.open && hasDisplay(process.env, process.platform)) process.on('exit', openInBrowser(host.newAddress()));
  if (process.stdin.isTTY) {
    process.stdout.write('The address works once. Enter gives a new one; Ctrl+C ends Parley.\n');
    createInterface({ input: process.stdin }).on('line', () => {
      process.stdout.write(`Parley is open at ${host.newAddress()}\n`);
    });
  }
}

/** The project is open in an earlier launch: here is another address of that, and nothing goes on here. */
async function another(address: string, open: boolean): Promise<void> {
  process.stdout.write(`Parley is open at ${address}\n`);
  process.stdout.write(
    'It runs already, with this project: this is one more address of it, which works once. ' +
      'Ctrl+C in the terminal of the first start ends it.\n',
  );
  if (!open || !hasDisplay(process.env, process.platform)) return;
  const tidy = openInBrowser(address);
  await new Promise((resolve) => setTimeout(resolve, BROWSER_BEGINS));
  tidy();
}

main().catch((error: unknown) => {
  const { message, hint } = errorInfo(error);
  process.stderr.write(`Parley can’t start. ${message} ${hint}\n`);
  process.exit(1);
});
