import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, nodePath } from './lib/ensure.mjs';
import { toolEnvironment } from './lib/node.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/*
 * `npm run bench [-- --quick]`: installs and builds what is missing, then measures how fast the program is.
 */

try {
  await ensureInstalled();
  await ensureBuilt();
  const { code } = await run(nodePath(), [join(ROOT, 'tests', 'bench', 'main.ts'), ...process.argv.slice(2)], {
    env: toolEnvironment(),
  });
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
