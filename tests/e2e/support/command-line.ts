import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodePath } from '../../../scripts/lib/node.mjs';
import { ROOT } from './places.ts';
import { environment, type Surroundings } from './running.ts';

/** Runs `parley …`, the command line of the same build. Throws what it said when it fails. */
export function parley(around: Surroundings, ...args: readonly string[]): string {
  const done = spawnSync(nodePath(), [join(ROOT, 'out', 'main', 'cli.js'), ...args], {
    env: environment(around),
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`parley ${args.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}
