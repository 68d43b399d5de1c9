import { renameSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { readUnit } from '../../src/main/db/unit.ts';
import { textHash } from '../../src/main/db/texts.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Change } from '../../src/shared/change/change.ts';
import type { Annotation } from '../../src/shared/model/annotation.ts';
import { makeProject, makeSession } from './support/project.ts';
import { ana, creations, fill, makeAnnotation, makeArticle, makeLink, TEXT } from './support/records.ts';

function memo(before: Annotation, text: string): Change {
  return { record: 'annotation', id: before.id, before, after: { ...before, memo: text } };
}

function state(project: Project): unknown {
  return ['coder', 'article', 'annotation', 'link'].map((table) =>
    project.db.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );
}

describe('commit', () => {
  test('answers with what changed and what can be undone', () => {
    const { project } = makeProject();
    fill(project);
    const solene = makeAnnotation('solene', 'Solène');
    const applied = project.commit('edit the memo', [memo(solene, 'minister')], { notice: 'Noted.' });
    expect(applied).toEqual({
      label: 'edit the memo',
      changes: [memo(solene, 'minister')],
      reload: false,
      articleId: 'a1',
      history: { undo: 'edit the memo', redo: null },
      notice: 'Noted.',
    });
    expect(annotationTable(project.db).get('solene')?.memo).toBe('minister');
  });

  test('writes nothing when there is nothing to change', () => {
    const { project } = makeProject();
    fill(project);
    expect(project.commit('nothing', [])).toMatchObject({
      label: '',
      changes: [],
      history: { undo: 'link claimant “Solène”' },
    });
  });

  test.each<[string, Change[]]>([
    ['another memo', [memo(makeAnnotation('solene', 'Solène', { memo: 'older' }), 'x')]],
    ['a record that is gone', [memo(makeAnnotation('gone', 'Solène'), 'x')]],
    ['a record that is there already', creations(['annotation', makeAnnotation('solene', 'Velia')])],
    ['a coder who isn’t known', creations(['annotation', makeAnnotation('n', 'Velia', { coderId: 'ben' })])],
    ['a link to nothing', creations(['link', makeLink('l2', 'claim', 'gone')])],
    ['the same link twice', creations(['link', makeLink('l2', 'claim', 'solene')])],
    [
      'an annotation that leaves its link',
      [{ record: 'annotation', id: 'solene', before: makeAnnotation('solene', 'Solène'), after: null }],
    ],
  ])('refuses what expects %s, and changes nothing', (_what, bad) => {
    const { project } = makeProject();
    fill(project);
    const before = state(project);
    const good = creations(['annotation', makeAnnotation('velia', 'Velia')]);
    expect(() => project.commit('bad', [...good, ...bad])).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(state(project)).toEqual(before);
    expect(project.info().history).toEqual({ undo: 'link claimant “Solène”', redo: null });
  });

  test('refuses a span that its text doesn’t have', () => {
    const { project } = makeProject();
    fill(project);
    const family = TEXT.indexOf('👩‍👩‍👧');
    for (const fragments of [[{ start: 0, end: 1000 }], [{ start: family, end: family + 1 }], []]) {
      const change = creations(['annotation', makeAnnotation('n', 'Velia', { fragments })]);
      expect(() => project.commit('bad', change)).toThrow(expect.objectContaining({ code: 'bad-span' }));
    }
  });

  test('refuses an article without its text, and a text under another’s hash', () => {
    const { project } = makeProject();
    const article = makeArticle('a1');
    expect(() => project.commit('x', creations(['article', article]))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    const texts = new Map([[article.textHash, 'another text']]);
    expect(() => project.commit('x', creations(['article', article]), { texts })).toThrow();
    expect(project.info().articles).toBe(0);
  });

  test('never changes a text, nor the history', () => {
    const { project } = makeProject();
    fill(project);
    expect(() => project.db.exec("UPDATE text SET body = 'x'")).toThrow(/never changes/);
    expect(() => project.db.exec('DELETE FROM change')).toThrow(/only added to/);
    expect(() => project.db.exec("UPDATE change SET after = '{}'")).toThrow(/only added to/);
    expect(() => project.db.exec("UPDATE change_set SET label = 'x'")).toThrow(/only added to/);
    const other = makeArticle('a1', { textHash: textHash('x') });
    expect(() =>
      project.commit('x', [{ record: 'article', id: 'a1', before: makeArticle('a1'), after: other }]),
    ).toThrow(/can't be changed/);
  });

  test('says that the disk is full, keeps what was saved and goes on when there is room', () => {
    const { project } = makeProject();
    fill(project);
    const pages = project.db.pragma('page_count', { simple: true }) as number;
    project.db.pragma(`max_page_count = ${pages}`);
    const before = state(project);
    const big = [memo(makeAnnotation('solene', 'Solène'), 'word '.repeat(20_000))];
    expect(() => project.commit('edit', big)).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(state(project)).toEqual(before);
    project.db.pragma('max_page_count = 1000000');
    expect(project.commit('edit', big).label).toBe('edit');
  });

  test('says that the file is gone instead of writing where nobody finds it', () => {
    const { project } = makeProject();
    fill(project);
    renameSync(project.path, `${project.path}.moved`);
    const change = [memo(makeAnnotation('solene', 'Solène'), 'x')];
    expect(() => project.commit('edit', change)).toThrow(expect.objectContaining({ code: 'file-gone' }));
    renameSync(`${project.path}.moved`, project.path);
    expect(project.commit('edit', change).label).toBe('edit');
  });

  test('sends no more than 2,000 changes', () => {
    const { project } = makeProject();
    fill(project);
    const many = Array.from({ length: 2001 }, (_, i) => makeAnnotation(`n${i}`, 'Velia', { memo: String(i) }));
    const applied = project.commit(
      'tag all',
      creations(...many.map((a) => ['annotation', a] as ['annotation', Annotation])),
    );
    expect(applied).toMatchObject({ label: 'tag all', changes: [], reload: true, articleId: 'a1' });
    expect(project.info().annotations).toBe(2003);
    expect(project.undo()).toMatchObject({ label: 'tag all', changes: [], reload: true });
    expect(project.info().annotations).toBe(2);
    expect(project.redo()).toMatchObject({ reload: true });
    expect(project.info().annotations).toBe(2003);
  });

  test('names no article when several changed', () => {
    const { project } = makeProject();
    fill(project);
    const texts = new Map([[textHash('Another.'), 'Another.']]);
    const second = creations(['article', makeArticle('a2', {}, 'Another.')]);
    expect(
      project.commit('import', [...second, memo(makeAnnotation('solene', 'Solène'), 'x')], { texts }).articleId,
    ).toBeNull();
    const coder = { ...ana, name: 'Ana M.' };
    expect(project.commit('rename', [{ record: 'coder', id: 'ana', before: ana, after: coder }]).articleId).toBeNull();
  });
});

describe('undo and redo', () => {
  test('take back and do again, each whole, in order', () => {
    const { project } = makeProject();
    const states = [state(project)];
    fill(project);
    const end = state(project);
    expect(project.undo()).toMatchObject({
      label: 'link claimant “Solène”',
      changes: [{ record: 'link', id: 'l1', after: null }],
      articleId: 'a1',
      history: { undo: 'tag claim “A settlement is possible”', redo: 'link claimant “Solène”' },
    });
    project.undo();
    expect(project.undo().history).toEqual({ undo: null, redo: 'import 1 article' });
    expect(state(project)).toEqual(states[0]);
    expect(project.undo()).toMatchObject({ label: '', changes: [], articleId: null });
    expect(project.redo().label).toBe('import 1 article');
    expect(project.redo().label).toBe('tag claim “A settlement is possible”');
    expect(project.redo()).toMatchObject({ label: 'link claimant “Solène”', history: { redo: null } });
    expect(project.redo().label).toBe('');
    expect(state(project)).toEqual(end);
  });

  test('survive a restart', () => {
    const { session, project } = makeProject();
    fill(project);
    project.undo();
    session.close();
    const again = makeSession().open(project.path);
    expect(again.info().history).toEqual({
      undo: 'tag claim “A settlement is possible”',
      redo: 'link claimant “Solène”',
    });
    expect(again.redo().label).toBe('link claimant “Solène”');
    expect(readUnit(again.db, 'a1').links).toEqual([makeLink('l1', 'claim', 'solene')]);
  });

  test('a new act drops what could be done again, and the history keeps it', () => {
    const { project } = makeProject();
    fill(project);
    project.undo();
    project.commit('edit', [memo(makeAnnotation('solene', 'Solène'), 'x')]);
    expect(project.redo().label).toBe('');
    expect(project.undo().label).toBe('edit');
    expect(project.undo().label).toBe('tag claim “A settlement is possible”');
    const acts = project.db.prepare('SELECT kind, target, state, author_id FROM change_set ORDER BY seq').raw().all();
    expect(acts).toEqual([
      ['do', null, 'done', 'ana'],
      ['do', null, 'undone', 'ana'],
      ['do', null, 'dropped', 'ana'],
      ['undo', 3, null, 'ana'],
      ['do', null, 'undone', 'ana'],
      ['undo', 5, null, 'ana'],
      ['undo', 2, null, 'ana'],
    ]);
  });

  test('refuse when the file isn’t as the act left it', () => {
    const { project } = makeProject();
    fill(project);
    project.db.exec("UPDATE link SET position = 4 WHERE id = 'l1'");
    expect(() => project.undo()).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(project.info().history.undo).toBe('link claimant “Solène”');
  });

  test('lead along the same states, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('tag', 'memo', 'remove', 'undo', 'redo'), { maxLength: 25 }), (acts) => {
        const { session, project } = makeProject();
        fill(project);
        const past: unknown[] = [];
        let now = state(project);
        let future: unknown[] = [];
        let made = 0;
        const act = (label: string, changes: Change[]) => {
          if (project.commit(label, changes).label === '') return;
          past.push(now);
          future = [];
        };
        for (const name of acts) {
          const tags = readUnit(project.db, 'a1').annotations.filter(({ id }) => id.startsWith('n'));
          const last = tags.at(-1);
          if (name === 'tag') act('tag', creations(['annotation', makeAnnotation(`n${made++}`, 'Velia')]));
          else if (name === 'memo') act('memo', last ? [memo(last, `${last.memo}!`)] : []);
          else if (name === 'remove') {
            act('remove', last ? [{ record: 'annotation', id: last.id, before: last, after: null }] : []);
          } else if (name === 'undo' && past.length > 0) {
            project.undo();
            future.push(now);
            expect(state(project)).toEqual(past.pop());
          } else if (name === 'redo') {
            const next = future.pop();
            expect(project.redo().label === '').toBe(next === undefined);
            if (next !== undefined) {
              past.push(now);
              expect(state(project)).toEqual(next);
            }
          }
          now = state(project);
        }
        expect(checkProject(project.db).problems).toEqual([]);
        session.close();
      }),
      { numRuns: 40 },
    );
  });
});
