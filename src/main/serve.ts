import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { errorInfo } from '../shared/api/errors.ts';
import { createCore } from './core.ts';
import { createEventHub } from './hosts/events.ts';
import { startLoopback } from './hosts/loopback.ts';
import { hasDisplay, openInBrowser } from './hosts/open-browser.ts';
import { staticFiles } from './hosts/static-files.ts';
import { programPlaces } from './places.ts';
import { openAtStart } from './start.ts';
import { dataFolder } from './user/data-folder.ts';

/*
 * Composition root of the loopback host: `serve.js [PROJECT] [--open]`. Serves until it is told to stop. Its first line on
 * stdout is the address; nothing else of it is secret.
 */

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { open: { type: 'boolean' } } });
  const places = programPlaces(import.meta.dirname);
  const events = createEventHub();
  const core = createCore({
    dataFolder: dataFolder(process.env, process.platform),
    resources: places.resources,
    version: places.version,
    emit: events.emit,
  });
  await openAtStart(core, positionals[0] === undefined ? null : resolve(positionals[0]));
  const host = await startLoopback({ dispatch: core.dispatch, events, files: staticFiles(places.renderer) });

  let ending = false;
  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    await host.close();
    core.close();
    process.exit(0);
  }
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGHUP', () => void end());

  process.stdout.write(`Parley is open at ${host.newAddress()}\n`);
  if (values.open && hasDisplay(process.env, process.platform)) process.on('exit', openInBrowser(host.newAddress()));
  if (process.stdin.isTTY) {
    process.stdout.write('The address works once. Enter gives a new one; Ctrl+C ends Parley.\n');
    createInterface({ input: process.stdin }).on('line', () => {
      process.stdout.write(`Parley is open at ${host.newAddress()}\n`);
    });
  }
}

main().catch((error: unknown) => {
  const { message, hint } = errorInfo(error);
  process.stderr.write(`Parley can’t start. ${message} ${hint}\n`);
  process.exit(1);
});
