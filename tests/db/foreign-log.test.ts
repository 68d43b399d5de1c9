import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import { openFile } from '../../src/main/db/open.ts';
import { makeProject, makeSession, temporaryFolder } from './support/project.ts';
import { creations, fill, makeAnnotation } from './support/records.ts';

const SCRIPT = fileURLToPath(new URL('support/process.ts', import.meta.url));

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A project as a finished session left it. */
function finished(name: string, folder = temporaryFolder()): string {
  const { session, project } = makeProject(join(folder, name));
  fill(project);
  session.close();
  return project.path;
}

/** Some more acts by another session that ends as it should. */
function work(path: string, acts: number): void {
  const session = makeSession();
  const project = session.open(path);
  for (let n = 0; n < acts; n++) {
    const annotation = makeAnnotation(`more-${n}`, 'Velia', { memo: 'y'.repeat(n % 400) });
    project.commit('tag actor “Velia”', creations(['annotation', annotation]));
  }
  session.close();
}

/** Acts of a process that is killed: it told of `acts` at least. */
async function workUntilKilled(path: string, acts: number): Promise<void> {
  const child = spawn(process.execPath, [SCRIPT, 'go-on', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  let seen = 0;
  for await (const _line of createInterface({ input: child.stdout })) if (++seen === acts) child.kill('SIGKILL');
  expect(seen).toBeGreaterThanOrEqual(acts);
}

const HOW = {
  'copied over it': (from: string, to: string) => copyFileSync(from, to),
  'moved there': (from: string, to: string) => {
    rmSync(to);
    copyFileSync(from, `${to}.new`);
    renameSync(`${to}.new`, to);
  },
};

describe('a backup put in the place of a project that was killed', () => {
  // A table that names both acts and ways.
  const cases = [0, 1, 20, 300].flatMap((before) =>
    [1, 40].flatMap((killed) => (['copied over it', 'moved there'] as const).map((how) => ({ before, killed, how }))),
  );

  test.each(cases)('is never mixed with the log: $before acts behind, $killed in the log, $how', async (one) => {
    const path = finished('Study.parley');
    const backup = join(dirname(path), 'Backup.parley');
    copyFileSync(path, backup);
    if (one.before > 0) work(path, one.before);
    const base = join(dirname(path), 'Base.parley');
    await workUntilKilled(path, one.killed);
    copyFileSync(path, base);
    const log = readFileSync(`${path}-wal`);
    HOW[one.how](backup, path);
    const put = readFileSync(path);

    if (one.before === 0) {
      // The backup is the very file to which the log belongs: what was kept last comes back.
      const project = makeSession().open(path);
      expect(project.info().annotations).toBeGreaterThan(2);
      expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
      return;
    }
    const refused = expect.objectContaining({
      code: 'project-damaged',
      hint: expect.stringContaining('open it again'),
    });
    expect(() => openFile(path)).toThrow(refused);
    expect(readFileSync(path).equals(put)).toBe(true);
    expect(readdirSync(dirname(path)).sort()).toEqual([
      'Backup.parley',
      'Base.parley',
      'Study.parley',
      'Study.parley-log-set-aside',
    ]);
    const project = makeSession().open(path);
    expect(project.info()).toMatchObject({ annotations: 2, claims: 1 });
    expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });

    // Nothing is lost: with the file to which it belongs the log gives back what was kept.
    expect(readFileSync(`${path}-log-set-aside`).equals(log)).toBe(true);
    renameSync(`${path}-log-set-aside`, `${base}-wal`);
    const whole = makeSession().open(base);
    expect(whole.info().annotations).toBeGreaterThan(2 + one.before);
    expect(checkProject(whole.db)).toMatchObject({ ok: true, problems: [] });
  });

  test('is set aside also where the log lies there alone, as it does where a folder was put back file by file', async () => {
    const path = finished('Study.parley');
    const backup = join(dirname(path), 'Backup.parley');
    copyFileSync(path, backup);
    work(path, 20);
    await workUntilKilled(path, 40);
    const log = readFileSync(`${path}-wal`);
    copyFileSync(backup, path);
    rmSync(`${path}-shm`);
    const put = readFileSync(path);

    expect(() => openFile(path)).toThrow(expect.objectContaining({ code: 'project-damaged' }));
    expect(readFileSync(path).equals(put)).toBe(true);
    expect(readFileSync(`${path}-log-set-aside`).equals(log)).toBe(true);
    const project = makeSession().open(path);
    expect(project.info()).toMatchObject({ annotations: 2, claims: 1 });
    expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
  });

  test('may be another project', async () => {
    const path = finished('Study.parley');
    const other = finished('Other.parley');
    work(other, 5);
    await workUntilKilled(path, 30);
    copyFileSync(other, path);
    expect(() => openFile(path)).toThrow(expect.objectContaining({ code: 'project-damaged' }));
    expect(makeSession().open(path).info().annotations).toBe(7);
  });
});

test('a new project in the place of one that was killed and taken away begins empty', async () => {
  const path = finished('Study.parley');
  rmSync(path);
  // Killed as soon as something was kept: its file and a new one are as good as the same.
  const child = spawn(process.execPath, [SCRIPT, 'code', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  for await (const _line of createInterface({ input: child.stdout })) child.kill('SIGKILL');
  const log = readFileSync(`${path}-wal`);
  rmSync(path);
  const { project } = makeProject(path);
  expect(project.info()).toMatchObject({ articles: 0, annotations: 0, coders: [] });
  expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
  expect(readFileSync(`${path}-log-set-aside`).equals(log)).toBe(true);
});

describe('a project that was killed', () => {
  test.each([3, 60, 1500])('is taken for no other after %i acts, wherever all of it is moved', async (acts) => {
    const path = finished('Study.parley');
    await workUntilKilled(path, acts);
    const folder = temporaryFolder();
    for (const name of readdirSync(dirname(path))) copyFileSync(join(dirname(path), name), join(folder, name));
    for (const place of [path, join(folder, 'Study.parley')]) {
      const project = makeSession().open(place);
      expect(project.info().annotations).toBeGreaterThan(2);
      expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
    }
  });

  test('keeps all of its log where that lies there alone', async () => {
    const path = finished('Study.parley');
    await workUntilKilled(path, 60);
    rmSync(`${path}-shm`);
    const project = makeSession().open(path);
    expect(project.info().annotations).toBeGreaterThan(2);
    expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
  });

  test('is told to be damaged where it is damaged itself, and not changed', async () => {
    const path = finished('Study.parley');
    await workUntilKilled(path, 3);
    const bytes = readFileSync(path);
    bytes.fill(0xaa, 4096 * 20, 4096 * 60);
    writeFileSync(path, bytes);
    expect(() => openFile(path)).toThrow(expect.objectContaining({ code: 'project-damaged' }));
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(path))).toContain('Study.parley-wal');
  });
});
