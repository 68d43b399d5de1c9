import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { checkProject } from '../../src/main/db/check.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { makeProject } from './support/project.ts';
import { creations, fill, makeAnnotation, makeArticle } from './support/records.ts';

/** A project of Ana's, filled by her, in which `turn` says who acts. */
function two(): { project: Project; close(): void; turn(id: 'ana' | 'bob'): void } {
  let author = 'ana';
  const { session, project } = makeProject(undefined, () => author);
  fill(project);
  const turn = (id: string): void => {
    author = id;
  };
  turn('bob');
  const bob = { id: 'bob', name: 'Bob', createdAt: '2031-03-14T08:00:00.000Z' };
  project.commit('be there', creations(['coder', bob]), { beginning: true });
  turn('ana');
  return { project, turn, close: () => session.close() };
}

function bobs(id: string) {
  return makeAnnotation(id, 'Velia', { coderId: 'bob' });
}

describe('undo and redo of two coders', () => {
  test('nobody takes back what another did', () => {
    const { project, turn } = two();
    turn('bob');
    expect(project.info().history).toEqual({ undo: null, redo: null });
    expect(project.undo()).toMatchObject({ label: '', changes: [] });
    expect(project.commit('tag actor “Velia”', creations(['annotation', bobs('n')])).history).toEqual({
      undo: 'tag actor “Velia”',
      redo: null,
    });
    turn('ana');
    expect(project.info().history).toEqual({ undo: 'link claimant “Solène”', redo: null });
    expect(project.undo().label).toBe('link claimant “Solène”');
    expect(annotationTable(project.db).get('n')).not.toBeNull();
    turn('bob');
    expect(project.info().history).toEqual({ undo: 'tag actor “Velia”', redo: null });
    expect(project.redo().label).toBe('');
    expect(project.undo().history).toEqual({ undo: null, redo: 'tag actor “Velia”' });
  });

  test('a new act drops only what its own author could do again', () => {
    const { project, turn } = two();
    project.undo();
    turn('bob');
    project.commit('tag actor “Velia”', creations(['annotation', bobs('n')]));
    turn('ana');
    expect(project.redo().label).toBe('link claimant “Solène”');
  });

  test('what someone else has changed since is left as it is, and said', () => {
    const { project, turn } = two();
    const before = makeArticle('a1');
    const renamed = { ...before, title: 'Ana’s' };
    const again = { ...before, title: 'Bob’s' };
    project.commit('edit the details', [{ record: 'article', id: 'a1', before, after: renamed }]);
    turn('bob');
    project.commit('edit the title', [{ record: 'article', id: 'a1', before: renamed, after: again }]);
    turn('ana');
    expect(() => project.undo()).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message:
          '“Edit the details” can’t be undone: what it changed has been changed since by Bob (“edit the title”).',
      }),
    );
    expect(project.db.prepare('SELECT title FROM article').pluck().get()).toBe('Bob’s');
    turn('bob');
    project.undo();
    turn('ana');
    expect(project.undo().label).toBe('edit the details');
    turn('bob');
    expect(() => project.redo()).toThrow(/can’t be done again: what it changed has been changed by someone else/);
  });

  test('the tag that began an article is taken back and done again, though it is done since', () => {
    const { project, turn } = two();
    const before = makeArticle('a1');
    const begun = { ...before, status: 'in-progress' as const };
    const done = { ...begun, status: 'done' as const };
    project.commit('tag actor “Velia”', [
      ...creations(['annotation', makeAnnotation('n', 'Velia', { coderId: 'ana' })]),
      { record: 'article', id: 'a1', before, after: begun },
    ]);
    turn('bob');
    project.commit('mark it as done', [{ record: 'article', id: 'a1', before: begun, after: done }]);
    turn('ana');
    const undone = project.undo();
    expect(undone.changes).toMatchObject([{ record: 'annotation', id: 'n', after: null }]);
    expect(annotationTable(project.db).get('n')).toBeNull();
    expect(project.redo().changes).toHaveLength(1);
    expect(project.db.prepare('SELECT status FROM article').pluck().get()).toBe('done');
    expect(checkProject(project.db).problems).toEqual([]);
    // Where nobody has touched it, the article is new again.
    turn('bob');
    project.undo();
    turn('ana');
    project.undo();
    expect(project.db.prepare('SELECT status FROM article').pluck().get()).toBe('new');
  });

  test('an article that was begun by itself is no detail of another act', () => {
    const { project, turn } = two();
    const before = makeArticle('a1');
    const begun = { ...before, status: 'in-progress' as const };
    project.commit('mark it as in progress', [{ record: 'article', id: 'a1', before, after: begun }]);
    turn('bob');
    project.commit('mark it as done', [
      { record: 'article', id: 'a1', before: begun, after: { ...begun, status: 'done' as const } },
    ]);
    turn('ana');
    expect(() => project.undo()).toThrow(/changed since by Bob \(“mark it as done”\)/);
  });

  test('what can’t be taken back is left as it is when asked to, and undo goes on before it', () => {
    const { project, turn } = two();
    const before = makeArticle('a1');
    const renamed = { ...before, title: 'Ana’s' };
    project.commit('edit the details', [{ record: 'article', id: 'a1', before, after: renamed }]);
    turn('bob');
    project.commit('edit again', [
      { record: 'article', id: 'a1', before: renamed, after: { ...before, title: 'Bob’s' } },
    ]);
    turn('ana');
    expect(() => project.undo()).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(project.leave()).toMatchObject({
      label: 'edit the details',
      changes: [],
      history: { undo: 'link claimant “Solène”', redo: null },
    });
    expect(project.undo().label).toBe('link claimant “Solène”');
    expect(project.db.prepare('SELECT title FROM article').pluck().get()).toBe('Bob’s');
    while (project.info().history.undo) project.leave();
    expect(project.leave().label).toBe('');
    expect(checkProject(project.db).ok).toBe(true);
  });

  test('an article is not taken back from under what someone else tagged in it', () => {
    const { project, turn } = two();
    turn('bob');
    project.commit('tag actor “Velia”', creations(['annotation', bobs('n')]));
    turn('ana');
    project.undo();
    project.undo();
    expect(() => project.undo()).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('“Import 1 article”') }),
    );
    expect(annotationTable(project.db).get('n')).not.toBeNull();
  });

  test('each leads along their own states, whatever the other does', () => {
    const step = fc.tuple(fc.constantFrom('ana', 'bob'), fc.constantFrom('tag', 'undo', 'redo'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { project, turn, close } = two();
        const own = {
          ana: { past: [] as string[], future: [] as string[] },
          bob: { past: [] as string[], future: [] as string[] },
        };
        let made = 0;
        for (const [who, what] of steps) {
          turn(who as 'ana' | 'bob');
          const { past, future } = own[who as 'ana' | 'bob'];
          if (what === 'tag') {
            const id = `${who}${made++}`;
            const change: Change[] = creations(['annotation', makeAnnotation(id, 'Velia', { coderId: who })]);
            project.commit(id, change);
            past.push(id);
            future.length = 0;
            // Not beyond what was done here: Ana has a history of her own from before.
          } else if (what === 'undo' && past.length > 0) {
            const id = past.pop() as string;
            expect(project.undo().label).toBe(id);
            future.push(id);
          } else if (what === 'redo') {
            const id = future.pop();
            expect(project.redo().label).toBe(id ?? '');
            if (id !== undefined) past.push(id);
          }
          const there = project.db
            .prepare("SELECT id FROM annotation WHERE id GLOB 'ana[0-9]*' OR id GLOB 'bob[0-9]*'")
            .pluck()
            .all();
          expect(new Set(there)).toEqual(new Set([...own.ana.past, ...own.bob.past]));
        }
        expect(checkProject(project.db).problems).toEqual([]);
        close();
      }),
      { numRuns: 30 },
    );
  });
});
