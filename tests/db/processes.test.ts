import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { openFile } from '../../src/main/db/open.ts';
import { makeProject, makeSession, temporaryFolder } from './support/project.ts';
import { fill } from './support/records.ts';

const SCRIPT = fileURLToPath(new URL('support/process.ts', import.meta.url));

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(act: string, path: string): ChildProcess {
  const child = spawn(process.execPath, [SCRIPT, act, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return line;
}

/** What another process is told; as a user without rights where this one has all. */
function askOther(act: string, path: string): string {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT, act, path], { encoding: 'utf8', ...nobody });
  return stdout.trim() || stderr;
}

describe('a second process', () => {
  test('is refused a project that this one holds, and gets it afterwards', async () => {
    const { session, project } = makeProject();
    expect(await firstLine(start('open', project.path))).toBe('project-locked');
    expect(project.info().articles).toBe(0);
    session.close();
    expect(await firstLine(start('open', project.path))).toBe('ok');
  });

  test('keeps this one out for as long as it lives, and no longer', async () => {
    const { session, project } = makeProject();
    session.close();
    const holder = start('hold', project.path);
    expect(await firstLine(holder)).toBe('ok');
    expect(() => openFile(project.path)).toThrow(expect.objectContaining({ code: 'project-locked' }));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(existsSync(`${project.path}-lock`)).toBe(true);
    const again = makeSession();
    expect(again.open(project.path).info().articles).toBe(0);
    again.close();
    expect(existsSync(`${project.path}-lock`)).toBe(false);
  });

  test.each([
    ['renamed', (from: string, to: string) => renameSync(from, to)],
    ['given a second name', (from: string, to: string) => linkSync(from, to)],
  ])('is refused a project that was %s while this one holds it, for as long as it does', async (_how, give) => {
    const folder = temporaryFolder();
    const { session, project } = makeProject(join(folder, 'Study.parley'));
    fill(project);
    mkdirSync(join(folder, 'moved'));
    const other = join(folder, 'moved', 'Other.parley');
    give(project.path, other);
    expect(await firstLine(start('open', other))).toBe('project-locked');
    expect(readdirSync(join(folder, 'moved'))).toEqual(['Other.parley']);
    // Nothing that this one keeps is lost by the other’s look.
    session.close();
    const next = start('open', other);
    expect(await firstLine(next)).toBe('ok');
    await once(next, 'exit');
    expect(makeSession().open(other).info()).toMatchObject({ annotations: 2 });
  });

  test('keeps this one out of the same file under another name, and no longer when it is killed', async () => {
    const { session, project } = makeProject();
    session.close();
    const holder = start('hold', project.path);
    expect(await firstLine(holder)).toBe('ok');
    const other = `${project.path}.other`;
    linkSync(project.path, other);
    const refused = expect.objectContaining({
      code: 'project-locked',
      message: expect.stringContaining('another name'),
    });
    expect(() => openFile(other)).toThrow(refused);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    openFile(other).close();
    expect(makeSession().open(project.path).info().articles).toBe(0);
  });

  test('that only looks at a project with another program hinders nobody', async () => {
    const { session, project } = makeProject();
    session.close();
    const looker = start('look', project.path);
    expect(await firstLine(looker)).toBe('ok');
    expect(makeSession().open(project.path).info().articles).toBe(0);
  });

  test('that may only read is told so, and leaves nothing behind', () => {
    const folder = temporaryFolder();
    const { session, project } = makeProject(join(folder, 'Study.parley'));
    session.close();
    chmodSync(project.path, 0o444);
    chmodSync(folder, 0o777);
    expect(askOther('open', project.path)).toBe('read-only');
    chmodSync(folder, 0o555);
    expect(askOther('open', project.path)).toBe('read-only');
    expect(askOther('create', join(folder, 'New.parley'))).toBe('read-only');
    expect(readdirSync(folder)).toEqual(['Study.parley']);
    chmodSync(folder, 0o755);
  });
});

describe('a process that is killed while coding', () => {
  test.each([1, 40, 90, 160, 333])('has kept everything that it said was kept (after %i lines)', async (lines) => {
    const path = join(temporaryFolder(), 'Study.parley');
    const child = start('code', path);
    if (!child.stdout) throw new Error('no output');
    const tags = new Set<string>();
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('undid ')) tags.delete(line.slice(6));
      else tags.add(line);
      // Everything that still comes was written before the end, too.
      if (++seen === lines) child.kill('SIGKILL');
    }
    expect(seen).toBeGreaterThanOrEqual(lines);

    const project = makeSession().open(path);
    const kept = new Set(
      annotationTable(project.db)
        .ofArticle('a1')
        .map(({ id }) => id),
    );
    const lost = [...tags].filter((id) => !kept.has(id));
    // The step that the end cut off may have been kept without being told: a tag more, or the last tag taken back.
    expect(lost.length).toBeLessThanOrEqual(lost[0] === [...tags].at(-1) ? 1 : 0);
    expect([...kept].filter((id) => id.startsWith('tag-') && !tags.has(id)).length).toBeLessThanOrEqual(1);
    expect(checkProject(project.db)).toMatchObject({ ok: true, problems: [] });
  });
});
