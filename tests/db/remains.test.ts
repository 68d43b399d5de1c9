import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { besideFile, removeRemains } from '../../src/main/db/remains.ts';
import { writeWhole } from '../../src/main/exchange/write-file.ts';
import { makeProject, makeSession, temporaryFolder } from './support/project.ts';

const SCRIPT = fileURLToPath(new URL('support/process.ts', import.meta.url));

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A folder in which a process was killed amid making a project and amid writing a file. */
async function afterAKill(): Promise<{ folder: string; left: string[] }> {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [SCRIPT, 'stop', join(folder, 'New.parley')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(createInterface({ input: child.stdout }), 'line');
  expect(hidden(folder).length).toBe(2);
  // Its owner lives: whoever else works in the folder leaves it alone.
  removeRemains(folder);
  makeProject(join(folder, 'Study.parley')).session.close();
  const left = hidden(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(hidden(folder)).toEqual(left);
  expect(left.length).toBe(2);
  return { folder, left };
}

const hidden = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.'));

describe('what a killed process left half-written', () => {
  test.each([
    ['a project in its folder is opened', (folder: string) => makeSession().open(join(folder, 'Study.parley')).close()],
    ['a project is made there', (folder: string) => makeProject(join(folder, 'Next.parley')).session.close()],
    ['a file is written there', (folder: string) => writeWhole(join(folder, 'book.csv'), 'name', false)],
  ])('is gone when %s', async (_when, act) => {
    const { folder } = await afterAKill();
    act(folder);
    expect(hidden(folder)).toEqual([]);
  });

  test('is told from what it isn’t by its whole name', async () => {
    const { folder, left } = await afterAKill();
    const [one = ''] = left.filter((name) => /-[0-9a-f]{8}$/.test(name));
    const [, machine = '', , random = ''] = /^\.parley-unfinished-([0-9a-f]{6})-(\d+)-([0-9a-f]{8})$/.exec(one) ?? [];
    const mine = basename(besideFile(join(folder, 'x')));
    const others = [
      mine,
      `${one}-notes`,
      `x${one}`,
      one.replace(machine, machine === 'ffffff' ? '000000' : 'ffffff'),
      one.replace(random, 'mythesis'),
      '.parley-unfinished-',
      '.parley-abcdef123456.part.txt',
    ];
    for (const name of others) writeFileSync(join(folder, name), 'mine');
    const other = one.replace(random, '00000000');
    mkdirSync(join(folder, other));
    renameSync(join(folder, one), join(folder, other, one));
    removeRemains(folder);
    expect(readdirSync(folder).sort()).toEqual([...others, other, 'Study.parley'].sort());
    expect(readdirSync(join(folder, other))).toEqual([one]);
  });

  test('hinders nobody where the folder can’t be read', () => {
    expect(() => removeRemains(join(temporaryFolder(), 'gone'))).not.toThrow();
  });
});
