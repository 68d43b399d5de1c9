import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/shared/api/contract.ts';
import { code, codebook, codedByTwo, paths, TEXT } from './support/shared-codebook.ts';
import type { Coded } from './support/coding.ts';
import { makeCoded, refusal } from './support/core.ts';

type Format = Input<'codebook.write'>['format'];

function fileOf(core: Coded, name: string, text?: string): string {
  const path = join(core.folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return core.context.handles.forPath(path);
}

describe('a codebook', () => {
  it.each<[Format]>([['qdc'], ['csv'], ['json']])(
    'goes into a file and another project as %s, in one undo',
    async (format) => {
      const { core, talks, first } = await codedByTwo();
      await core.client.call('codes.update', { id: talks, definition: '=Words, “quoted”\n& more', colour: '#123456' });
      await core.client.call('codes.retire', { ids: [await code(core, 'War')], retired: true });
      await core.client.call('codes.example', { id: talks, annotationId: first, is: true });
      await core.client.call('codebook.starter', {});
      const file = fileOf(core, `book.${format}`);
      const written = await core.client.call('codebook.write', { file, format, replace: false });
      expect(written).toMatchObject({ codes: 4, variables: format === 'json' ? 2 : 0 });
      expect(written.losses.map(({ what, count }) => [what, count])).toEqual(
        format === 'json'
          ? []
          : [
              ['Variables', 2],
              ['Examples', 1],
            ],
      );
      // Nothing half written lies beside it.
      expect(readdirSync(core.folder).filter((name) => name.includes('part'))).toEqual([]);

      const other = await makeCoded(TEXT, { idPrefix: 'other' });
      const theirs = other.context.handles.forPath(join(core.folder, `book.${format}`));
      const seen = await other.client.call('codebook.inspect', { file: theirs, both: 'keep' });
      expect(seen.added.slice(0, 4)).toEqual(['Diplomacy', 'Diplomacy › Talks', 'Truce', 'War']);
      expect((await codebook(other)).codes).toEqual([]);
      const { applied } = await other.client.call('codebook.read', { file: theirs, both: 'keep' });
      expect(applied.label).toBe(`read the codebook “book.${format}”`);
      expect(await paths(other)).toEqual(await paths(core));
      const [ours, its] = [await codebook(core), await codebook(other)];
      const facts = (book: typeof ours) =>
        book.codes
          .map(({ name, definition, colour, retired }) => ({ name, definition, colour, retired }))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(facts(its)).toEqual(facts(ours));
      expect(its.variables).toHaveLength(format === 'json' ? 2 : 0);
      await other.client.call('history.undo', {});
      expect(await codebook(other)).toMatchObject({ codes: [], variables: [] });
    },
  );

  it('comes with stable GUIDs, and retired codes as ones that can’t be coded with', async () => {
    const { core, war } = await codedByTwo();
    await core.client.call('codes.retire', { ids: [war], retired: true });
    const write = async (name: string) => {
      await core.client.call('codebook.write', { file: fileOf(core, name), format: 'qdc', replace: false });
      return readFileSync(join(core.folder, name), 'utf8');
    };
    const [one, two] = [await write('a.qdc'), await write('b.qdc')];
    expect(two).toBe(one);
    expect(one).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
    expect(one).toMatch(/<Code guid="[0-9a-f-]{36}" name="War" isCodable="false" color="#[0-9a-f]{6}"\/>/);
  });

  it('writes over a file only when told to', async () => {
    const { core } = await codedByTwo();
    const file = fileOf(core, 'book.csv', 'mine');
    const write = (replace: boolean) => core.client.call('codebook.write', { file, format: 'csv', replace });
    expect(await refusal(write(false))).toMatchObject({
      code: 'already-exists',
      message: '“book.csv” is there already.',
    });
    expect(readFileSync(join(core.folder, 'book.csv'), 'utf8')).toBe('mine');
    await write(true);
    expect(readFileSync(join(core.folder, 'book.csv'), 'utf8')).toContain('Diplomacy,Talks');
  });
});

describe('a file that can’t be read', () => {
  it.each([
    [
      'broken.qdc',
      '<CodeBook><Codes><Code name="A"></Codes>',
      '“broken.qdc” can’t be read. The file is broken: line 1',
    ],
    ['twice.csv', 'name\nA\na\n', '“twice.csv” can’t be read. The code “a” is there twice: in lines 2 and 3.'],
    ['circle.csv', 'name,parent\nA,B\nB,A\n', 'stand under each other in a circle'],
    [
      'zip.qdc',
      'PK\u0003\u0004\u0000\u0000\u0000\u0000binary\u0000\u0000',
      '“zip.qdc” isn’t a codebook: it is no text.',
    ],
    ['cut.qdc', '<CodeBook><Codes>', 'unclosed tag: Codes.'],
    ['empty.csv', '', '“empty.csv” is empty: there are no codes in it.'],
    ['blank.json', ' \n', '“blank.json” is empty: there are no codes in it.'],
    ['other.json', '{"a": 1}', '“other.json” can’t be read. The file is JSON, but not a codebook of Parley’s.'],
  ])('%s is refused, and changes nothing', async (name, text, message) => {
    const { core } = await codedByTwo();
    const before = await codebook(core);
    const file = fileOf(core, name, text);
    for (const method of ['codebook.inspect', 'codebook.read'] as const) {
      const refused = await refusal(core.client.call(method, { file, both: 'take' }));
      expect(refused.code).toBe('bad-format');
      expect(refused.message).toContain(message);
    }
    expect(await codebook(core)).toEqual(before);
    expect((await core.client.call('project.info', {})).history.redo).toBeNull();
  });

  it('nor is an empty codebook written as .qdc', async () => {
    const core = await makeCoded(TEXT);
    const file = fileOf(core, 'none.qdc');
    const refused = await refusal(core.client.call('codebook.write', { file, format: 'qdc', replace: false }));
    expect(refused).toMatchObject({ code: 'bad-input' });
    expect(readdirSync(core.folder)).not.toContain('none.qdc');
  });
});
