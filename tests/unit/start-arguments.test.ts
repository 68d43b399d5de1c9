import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const start = (...given: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'start.mjs'), ...given], {
    encoding: 'utf8',
    timeout: 20_000,
  });

test.each(['--help', '-h'])('npm start -- %s tells what can be given, and starts nothing', (option) => {
  const { status, stdout } = start(option);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: npm start');
  expect(stdout).toContain('--browser');
});

test('an option that isn’t known is refused, and nothing is started', () => {
  const { status, stdout, stderr } = start('--brwoser', 'some.parley');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('There is no option “--brwoser”.');
});
