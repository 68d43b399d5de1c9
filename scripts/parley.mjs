#!/usr/bin/env node
// The command line from a checkout: installs and builds what is missing, without a word on stdout, then runs it.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, nodePath } from './lib/ensure.mjs';

// `npm run` moves to the package's folder; paths are meant from where the analyst is.
const isNpmRun = process.env['npm_lifecycle_event'] === 'parley';
const cwd = (isNpmRun && process.env['INIT_CWD']) || process.cwd();

try {
  await ensureInstalled({ quiet: true });
  await ensureBuilt({ quiet: true });
} catch (error) {
  process.stderr.write(`parley: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

const entry = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));
const child = spawn(nodePath(), [entry, ...process.argv.slice(2)], { cwd, stdio: 'inherit' });
// A terminal sends Ctrl+C to both: the command line stops its work and decides how it ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  process.stderr.write(`parley: Node can’t be started (${error.message}).\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
