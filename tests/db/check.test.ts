import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import { runCheck } from '../../src/main/exchange/check.ts';
import { ParleyError } from '../../src/shared/api/errors.ts';
import { makeProject } from './support/project.ts';
import { creations, fill, makeAnnotation } from './support/records.ts';

/** Does to a closed file what Parley never does, and checks it. */
function checkAfter(harm: string): ReturnType<typeof checkProject> {
  const { session, project } = makeProject();
  fill(project);
  session.close();
  const db = new Database(project.path);
  db.pragma('foreign_keys = OFF');
  db.exec(harm);
  const report = checkProject(db);
  db.close();
  return report;
}

function messages(project: Pick<Project, 'db'>): string[] {
  return checkProject(project.db).problems.map(({ message }) => message);
}

describe('check', () => {
  test('tells how far it is, and stops where it is told to', () => {
    const { project } = makeProject();
    fill(project);
    const told: string[] = [];
    const report = checkProject(project.db, (done, total, what) => told.push(`${what} ${done}/${total}`));
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(told).toEqual([
      'Checking the file 0/0',
      'Checking the texts 0/1',
      'Checking what is coded, article by article 0/1',
      'Checking the links 0/0',
      'Checking what codes, names and titles are found by 0/0',
      'Checking what words are found by 0/1',
      'Checking the history 0/0',
    ]);
    // To be stopped is no finding: none of the steps goes on.
    for (const step of told.keys()) {
      let calls = 0;
      const stopping = (): unknown =>
        checkProject(project.db, () => {
          if (calls++ === step) throw new ParleyError('cancelled', 'Cancelled.', '');
        });
      expect(stopping).toThrow(expect.objectContaining({ code: 'cancelled' }));
      expect(calls).toBe(step + 1);
    }
  });

  test('sees the project as it was when it began, over a connection that can write nothing', () => {
    const { project } = makeProject();
    fill(project);
    let isTagged = false;
    const report = runCheck(project.path, (_done, _total, what) => {
      if (isTagged || what !== 'Checking the texts') return;
      isTagged = true;
      project.commit('tag', creations(['annotation', makeAnnotation('meanwhile', 'Velia', { kind: 'venue' })]));
    });
    expect(isTagged).toBe(true);
    expect(report).toEqual({ ok: true, articles: 1, annotations: 2, links: 1, problems: [] });
    expect(checkProject(project.db)).toMatchObject({ ok: true, annotations: 3 });
  });

  test('finds nothing in a sound project, and changes nothing', () => {
    const { project } = makeProject();
    fill(project);
    const parts = creations([
      'annotation',
      makeAnnotation('two', '', {
        kind: 'claim',
        fragments: [
          { start: 0, end: 5 },
          { start: 24, end: 60 },
        ],
      }),
    ]);
    project.commit('tag', parts);
    const before = project.db.prepare('SELECT total_changes()').pluck().get();
    expect(checkProject(project.db)).toEqual({ ok: true, articles: 1, annotations: 3, links: 1, problems: [] });
    expect(project.db.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  });

  test.each([
    [
      "DROP TRIGGER text_never_changes; UPDATE text SET body = replace(body, 'settlement', 'Settlement')",
      ['text', 'anchor'],
      [
        'The text of “Article a1” is not the one imported.',
        'The claim “A settlement is possible” in “Article a1” stands on “A Settlement is possible”.',
      ],
    ],
    [
      'UPDATE annotation SET start = start + 1, "end" = "end" + 1 WHERE id = \'solene\'',
      ['anchor'],
      ['its words are elsewhere in the text'],
    ],
    [
      "UPDATE annotation SET fragments = '[[0,5],[99,1000]]', pieces = 2 WHERE id = 'solene'",
      ['anchor'],
      ['The actor “Solène”'],
    ],
    ["UPDATE annotation SET fragments = '[[1,2]]' WHERE id = 'solene'", ['anchor'], ['isn’t filed under the place']],
    ["UPDATE annotation SET fragments = '[' WHERE id = 'solene'", ['integrity'], ['in “Article a1” can’t be read']],
    ["UPDATE annotation SET prefix = 'x' || prefix WHERE id = 'solene'", ['anchor'], ['other words around it']],
    ["UPDATE annotation SET quote = 'oops' WHERE id = 'claim'", ['integrity'], ['in “Article a1” can’t be read']],
    ['UPDATE article SET length = 7', ['text'], ['7 are kept for it']],
    [
      "DELETE FROM annotation WHERE id = 'solene'",
      ['orphan', 'orphan', 'index'],
      ['missing row of “annotation”', 'the annotation that fills the claimant is missing', '1 mention isn’t filed'],
    ],
    ["DELETE FROM annotation WHERE id = 'claim'", ['orphan', 'orphan'], ['missing row', 'its claim is missing']],
    ["UPDATE annotation SET kind = 'venue' WHERE id = 'solene'", ['orphan', 'index'], ['a venue can’t be a claimant']],
    ["UPDATE annotation SET kind = 'actor' WHERE id = 'claim'", ['orphan', 'index'], ['tagged as actor']],
    [
      "INSERT INTO coder VALUES ('ben', 'Ben', ''); UPDATE annotation SET coder_id = 'ben' WHERE id = 'solene'",
      ['orphan', 'index'],
      ['two coders'],
    ],
    [
      "DROP TRIGGER change_set_never_changes; UPDATE change_set SET after = '{' WHERE record = 'link'",
      ['history'],
      ['The history of “link claimant “Solène”” can’t be read.'],
    ],
    [
      "DROP TRIGGER change_never_changes; UPDATE change SET after = '{' WHERE record = 'annotation'",
      ['history'],
      ['The history of “tag claim'],
    ],
    [
      `DROP TRIGGER change_set_never_changes;
        UPDATE change_set SET record = NULL, record_id = NULL, after = NULL WHERE seq = 1`,
      ['history'],
      ['“import 1 article”'],
    ],
    ['DELETE FROM text', ['orphan', 'text'], ['missing row of “text”', 'The text of “Article a1” is missing.']],
  ])('finds what %s does', (harm, kinds, words) => {
    const report = checkAfter(harm);
    expect(report.ok).toBe(false);
    expect(report.problems.map(({ what }) => what)).toEqual(kinds);
    for (const [i, part] of words.entries()) expect(report.problems[i]?.message).toContain(part);
  });

  test('tells of a damaged file instead of failing', () => {
    const { session, project } = makeProject();
    fill(project);
    session.close();
    const bytes = readFileSync(project.path);
    bytes.fill(0xaa, 4096 * 3, 4096 * 9);
    writeFileSync(project.path, bytes);
    const db = new Database(project.path, { readonly: true });
    const report = checkProject(db);
    expect(report.ok).toBe(false);
    expect(report.problems[0]?.what).toBe('integrity');
    db.close();
  });

  test('lists the first problems and counts the others', () => {
    const { project } = makeProject();
    fill(project);
    const many = Array.from({ length: 300 }, (_, i) => makeAnnotation(`n${i}`, 'Velia', { memo: String(i) }));
    project.commit(
      'tag',
      many.flatMap((annotation) => creations(['annotation', annotation])),
    );
    project.db.exec('UPDATE annotation SET start = start + 1');
    const found = messages(project);
    expect(found).toHaveLength(200);
    expect(found.at(-1)).toMatch(/\(And 102 more\.\)$/);
  });

  test('tells once what stops several of its checks', () => {
    const { problems } = checkAfter('DROP TABLE code');
    const unread = problems.map(({ message }) => message).filter((message) => message.includes('no such table'));
    expect(unread).toEqual([...new Set(unread)]);
    expect(unread.length).toBeGreaterThan(0);
  });
});
