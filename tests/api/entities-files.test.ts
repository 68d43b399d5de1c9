import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkProject } from '../../src/main/db/check.ts';
import type { Entity } from '../../src/shared/model/entity.ts';
import { makeCoded, refusal } from './support/core.ts';
import { add, all, TEXT } from './support/entities.ts';

const strip = (rows: readonly Entity[]) =>
  rows.map(({ name, aliases, kind, category }) => ({ name, aliases, kind, category }));

describe('the list as a file', () => {
  test('written, read into another project, and read again without a change', async () => {
    const core = await makeCoded(TEXT);
    const velia = await add(core, 'Velia', {
      category: 'state',
      aliases: ['Republic of Velia', 'a|b', '|b', 'b|', '=1+1'],
    });
    await add(core, 'Adra “A.” Solène, Jr', { parentId: velia });
    await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const folder = core.context.handles.forPath(core.folder);
    const written = await core.client.call('entities.writeCsv', { folder, name: 'entities' });
    expect(written).toMatchObject({ rows: 3 });
    expect(await refusal(core.client.call('entities.writeCsv', { folder, name: 'entities.csv' }))).toMatchObject({
      code: 'already-exists',
    });
    const path = join(core.folder, 'entities.csv');
    expect(readFileSync(path, 'utf8')).toContain('\uFEFFname,kind,category,aliases,country,party,parent,note\r\n');
    const file = core.context.handles.forPath(path);
    expect(await core.client.call('entities.readCsv', { file })).toMatchObject({
      added: [],
      changed: [],
      unchanged: 3,
      problems: [],
    });

    const other = await makeCoded(TEXT, { idPrefix: 'other' });
    const there = other.context.handles.forPath(path);
    expect((await other.client.call('entities.readCsv', { file: there })).added).toHaveLength(3);
    expect((await other.client.call('entities.list', all)).total).toBe(0);
    const applied = await other.client.call('entities.importCsv', { file: there });
    expect(applied.notice).toBe('3 names added, 0 changed.');
    const [mine, theirs] = [
      await core.client.call('entities.list', all),
      await other.client.call('entities.list', all),
    ];
    expect(strip(theirs.rows)).toEqual(strip(mine.rows));
    expect(theirs.rows.map(({ parentName }) => parentName)).toEqual(mine.rows.map(({ parentName }) => parentName));
    await other.client.call('history.undo', {});
    expect((await other.client.call('entities.list', all)).total).toBe(0);
  });

  test('rows that can’t be taken are named with their line, the others are taken', async () => {
    const core = await makeCoded(TEXT);
    await add(core, 'Velia', { category: 'state' });
    const path = join(core.folder, 'list.csv');
    const read = async (text: string) => {
      writeFileSync(path, text);
      return core.client.call('entities.readCsv', { file: core.context.handles.forPath(path) });
    };
    const preview = await read(
      'Category,Name,Aliases,Parent\nstate,velia,Velian state,\n,,,\nplanet,Mars,,\nperson,Ann,,Nobody\nperson,ann,,\nplace,Here,,\norganisation,A,,B\norganisation,B,,A\n',
    );
    expect(preview.added.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ann', 'actor'],
      ['Here', 'venue'],
      ['A', 'actor'],
      ['B', 'actor'],
    ]);
    expect(preview.changed).toMatchObject([{ after: { name: 'Velia', aliases: ['velia', 'Velian state'] } }]);
    expect(preview.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, 'It has no name.'],
      [4, '“planet” isn’t a category.'],
      [5, 'Its parent “Nobody” isn’t known; taken without it.'],
      [6, '“ann” stands in the file twice.'],
      [9, 'It would be part of itself through “A”; taken without it.'],
    ]);
    await core.client.call('entities.importCsv', { file: core.context.handles.forPath(path) });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    for (const broken of ['kind,category\nactor,person\n', 'name\n"open\n']) {
      expect(await refusal(read(broken))).toMatchObject({ code: 'bad-format' });
    }
  });

  test('what a row doesn’t say stays as it is, and a name that is there is found whatever it is', async () => {
    const core = await makeCoded(TEXT);
    await add(core, 'Velia', { category: 'state' });
    await add(core, 'Port Maren', { kind: 'venue', category: 'forum' });
    const path = join(core.folder, 'list.csv');
    const read = async (text: string) => {
      writeFileSync(path, text);
      return core.client.call('entities.readCsv', { file: core.context.handles.forPath(path) });
    };
    const preview = await read('name,aliases\nVelia,The Republic\nPort Maren,The port\nSomebody,\n');
    expect(preview.changed.map(({ before, after, what }) => [before.category, after.category, what])).toEqual([
      ['state', 'state', '1 other name: The Republic'],
      ['forum', 'forum', '1 other name: The port'],
    ]);
    expect(preview.added).toMatchObject([{ name: 'Somebody', kind: 'actor', category: 'other' }]);
    expect(preview.sums).toEqual({ names: 2, categories: 0, parents: 0, fields: 0 });
  });

  test('what a list changes is told, in words and in numbers, whatever stands between its cells', async () => {
    const core = await makeCoded(TEXT);
    const league = await add(core, 'League', { category: 'organisation' });
    await add(core, 'Velia', { category: 'state', parentId: league });
    await add(core, 'Ministry', { category: 'organisation' });
    const path = join(core.folder, 'list.csv');
    writeFileSync(
      path,
      'name;kind;category;aliases;country;parent;note\nVelia;actor;group;A|B|C|D|E;Kestrel;Union;Old\n' +
        'Ministry;;;;;Velia;\nUnion;;organisation;;;Nobody;\n',
    );
    const file = core.context.handles.forPath(path);
    const preview = await core.client.call('entities.readCsv', { file });
    expect(preview.changed.map(({ what }) => what)).toEqual([
      '5 other names: A, B, C, D …; category state → group; part of “Union”, not of “League”; country Kestrel; a note',
      'part of “Velia”',
    ]);
    expect(preview.sums).toEqual({ names: 5, categories: 1, parents: 2, fields: 1 });
    expect(preview.problems).toMatchObject([{ line: 4, isTaken: true }]);
    const applied = await core.client.call('entities.importCsv', { file });
    expect(applied.notice).toBe('1 name added, 2 changed.');
  });
});
