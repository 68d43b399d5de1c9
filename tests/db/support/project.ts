import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createSession } from '../../../src/main/db/session.ts';
import type { Project, Session } from '../../../src/main/handlers/context.ts';

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** An empty folder for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-db-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A session with ids that count and a clock that stands. `authorId` says who acts now. */
export function makeSession(authorId: () => string = () => 'ana'): Session {
  let count = 0;
  const session = createSession({
    authorId,
    now: () => '2031-03-14T09:00:00.000Z',
    newId: () => `set-${String(++count).padStart(6, '0')}`,
  });
  cleanups.push(() => session.close());
  return session;
}

export function makeProject(
  path = join(temporaryFolder(), 'Study.parley'),
  authorId?: () => string,
): { session: Session; project: Project } {
  const session = makeSession(authorId);
  return { session, project: session.create(path) };
}
