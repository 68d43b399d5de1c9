import { describe, expect, it } from 'vitest';
import { dataPackage } from '../../src/shared/formats/data-package/data-package.ts';
import type { ReadResult } from '../../src/shared/formats/format.ts';
import { EMPTY_RECORDS, makeBook } from '../../src/shared/formats/book.ts';
import { TABLES } from '../../src/shared/formats/tables.ts';
import { DATASET_TABLES } from '../../src/shared/model/dataset.ts';
import { code, entity, variable } from './books.ts';
import { hardCorpus } from './corpora.ts';
import { type Disk, makeCorpus, NO_MAPPING, sha256, sources, words, writeAll } from './support.ts';

interface Descriptor {
  readonly $schema: string;
  readonly name: string;
  readonly created: string;
  readonly contributors?: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema?: {
      readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[];
        readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
      }[];
    };
  }[];
}

const TEXT = 'Velia said the port stays open.';

function small(): Disk {
  const corpus = makeCorpus([
    {
      text: TEXT,
      fields: { title: 'Port stays open', outlet: 'Harbour Post', date: '2031-03-14' },
      annotations: [
        { kind: 'actor', fragments: [words(TEXT, 'Velia')] },
        { kind: 'claim', fragments: [words(TEXT, 'the port stays open')], memo: 'firm' },
      ],
      links: [{ claim: 1, role: 'claimant', target: 0 }],
    },
  ]);
  return writeAll(dataPackage, corpus);
}

function descriptorOf(disk: Disk): Descriptor {
  return JSON.parse(disk.get('datapackage.json')?.toString() ?? '') as Descriptor;
}

function read(disk: Disk, options = {}): ReadResult {
  return dataPackage.read?.(sources(disk), NO_MAPPING, options) as ReadResult;
}

/** A package of claims that are coded. */
function coded(): Disk {
  const corpus = makeCorpus(
    [
      {
        text: TEXT,
        annotations: [
          { kind: 'actor', fragments: [words(TEXT, 'Velia')], entityId: 'e1' },
          {
            kind: 'claim',
            fragments: [words(TEXT, 'the port stays open')],
            codes: ['k2', 'k3'],
            values: { v1: 'for', v3: 7 },
            reporting: 'quoted',
            cue: [words(TEXT, 'said')],
            utteredOn: '2031-03-12',
          },
        ],
        links: [
          { claim: 1, role: 'claimant', target: 0 },
          { claim: 1, role: 'addressee', target: 'e2' },
        ],
      },
    ],
    ['Ana'],
    {
      codes: [code('k1', null, 'Talks'), code('k2', 'k1', 'Offer'), code('k3', 'k1', 'Place', { position: 1 })],
      variables: [
        variable('v1', 'claim', 'Stance', 'category', { options: ['for', 'against'] }),
        variable('v3', 'claim', 'Strength', 'integer', { position: 1 }),
      ],
      entities: [entity('e1', 'actor', 'Velia'), entity('e2', 'actor', 'Oster', { parentId: 'e1' })],
    },
  );
  return writeAll(dataPackage, corpus);
}

function onlyJson(text: string): Disk {
  return new Map([['datapackage.json', Buffer.from(text)]]);
}

/** The package after somebody changed one file. */
function changed(path: string, from: string, to: string): Disk {
  const disk = small();
  const text = disk.get(path)?.toString() ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return disk.set(path, Buffer.from(text.replace(from, to)));
}

describe('datapackage.json', () => {
  const disk = writeAll(dataPackage, hardCorpus());
  const descriptor = descriptorOf(disk);

  it('names the profile, the coders, and every file with its length and hash', () => {
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.name).toBe('harbour-talks');
    expect(descriptor.created).toBe('2031-05-01T12:00:00.000Z');
    expect(descriptor.contributors).toEqual(
      ['Ana', 'Ben_de_Vries', '=Cem'].map((title) => ({ title, roles: ['coder'] })),
    );
    for (const { path, bytes, hash } of descriptor.resources) {
      const content = disk.get(path) as Buffer;
      expect([bytes, hash]).toEqual([content.length, `sha256:${sha256(content)}`]);
    }
    const named = descriptor.resources.map(({ path }) => path);
    expect([...named, 'README.md', 'datapackage.json'].sort()).toEqual([...disk.keys()].sort());
  });

  it('has the columns that the files have, each described, and keys that lead somewhere', () => {
    const tables = new Map(
      descriptor.resources.flatMap(({ name, schema }) => (schema ? [[name, schema] as const] : [])),
    );
    expect([...tables.keys()]).toEqual([...DATASET_TABLES]);
    for (const [name, { fields, primaryKey, foreignKeys = [] }] of tables) {
      const header = disk.get(`${name}.csv`)?.toString().split('\r\n')[0];
      expect(header).toBe(fields.map((field) => field.name).join(','));
      expect(fields.every(({ description }) => description.length > 5)).toBe(true);
      const own = new Set(fields.map((field) => field.name));
      expect(primaryKey.every((key) => own.has(key))).toBe(true);
      for (const { fields: columns, reference } of foreignKeys) {
        expect(columns.every((column) => own.has(column))).toBe(true);
        const there = tables.get(reference.resource ?? name)?.fields.map((field) => field.name) ?? [];
        expect(reference.fields.every((column) => there.includes(column))).toBe(true);
      }
    }
  });

  it('leaves contributors out where there is none', () => {
    expect(descriptorOf(writeAll(dataPackage, makeCorpus([], []))).contributors).toBeUndefined();
  });
});

describe('the tables', () => {
  it('have one row a claim, with words and ids of those who fill its roles', () => {
    const [header = '', row = ''] = small().get('claims.csv')?.toString().split('\r\n') ?? [];
    const cells = row.split(',');
    const claim = Object.fromEntries(header.split(',').map((name, i) => [name, cells[i]]));
    expect(claim).toMatchObject({
      claim_id: 'a1s2',
      claim: 'the port stays open',
      claimants: 'Velia',
      claimant_ids: 'a1s1',
      addressees: '',
      date: '2031-03-14',
      outlet: 'Harbour Post',
      coder: 'Ana',
      memo: 'firm',
      start_utf16: '11',
      end_codepoint: '30',
      fragments_utf16: '11-30',
    });
  });

  it('begin with a byte order mark and are guarded in the flavour for spreadsheets alone', () => {
    const plain = writeAll(dataPackage, hardCorpus());
    const guarded = writeAll(dataPackage, hardCorpus(), { flavour: 'spreadsheet' });
    for (const table of Object.keys(TABLES)) {
      expect(plain.get(`${table}.csv`)?.subarray(0, 3).toString('hex')).not.toBe('efbbbf');
      expect(guarded.get(`${table}.csv`)?.subarray(0, 3).toString('hex')).toBe('efbbbf');
    }
    expect(plain.get('spans.csv')?.toString()).toContain(',=1+1,');
    expect(guarded.get('spans.csv')?.toString()).toContain(",'=1+1,");
    expect(guarded.get('spans.csv')?.toString()).not.toContain(',=1+1,');
  });

  it('have no texts when they are left out, and the README says so', () => {
    const disk = writeAll(dataPackage, hardCorpus(), { text: 'omit' });
    expect(disk.get('articles.csv')?.toString()).not.toContain('Nobody coded this');
    expect(disk.get('articles.csv')?.toString().split('\r\n')[0]).toMatch(/,text_sha256$/);
    expect(disk.get('README.md')?.toString()).toContain('texts were left out');
  });
});

describe('README.md', () => {
  it('names every file and column, the counts and the coders', () => {
    const disk = writeAll(dataPackage, hardCorpus());
    const readme = disk.get('README.md')?.toString() ?? '';
    for (const path of disk.keys()) if (path !== 'README.md') expect(readme).toContain(path);
    for (const { columns } of Object.values(TABLES)) {
      for (const { name, description } of columns(makeBook(EMPTY_RECORDS, []))) {
        expect(readme).toContain(`| ${name} |`);
        expect(readme).toContain(description);
      }
    }
    expect(readme).toContain(
      'It holds 5 articles, 13 spans, 4 claims and 11 filled roles; 4 codes (given 3 times), 7 variables and 5 entities.',
    );
    expect(readme).toContain('Ben_de_Vries (1)');
  });
});

describe('a package that was changed', () => {
  it.each([
    [
      'a span’s offset',
      'spans.csv',
      '0-5,0-5',
      '1-6,0-5',
      /^spans.csv, row 2: “quote” is “Velia”; by the article’s text .* it is “elia ”/,
    ],
    ['a span’s words', 'spans.csv', 'actor,Velia', 'actor,Orla', /^spans.csv, row 2: “quote” is “Orla”/],
    [
      'a span outside the text',
      'spans.csv',
      '11-30,11-30',
      '11-99,11-30',
      /row 3: “fragments_utf16”: it reaches outside the text/,
    ],
    ['fragments that are none', 'spans.csv', '11-30,11-30', 'x,11-30', /it isn’t a list of fragments/],
    ['a kind', 'spans.csv', ',actor,', ',speaker,', /^spans.csv, row 2: “speaker” is no kind/],
    ['a time', 'spans.csv', '2031-03-04T05:06:00.000Z', 'noon', /^spans.csv, row 2: “created_at” isn’t a time/],
    [
      'an article of a span',
      'spans.csv',
      'a1s1,a1,',
      'a1s1,a9,',
      /^spans.csv, row 2: articles.csv has no article “a9”/,
    ],
    [
      'the text',
      'articles.csv',
      'stays open.',
      'stays shut.',
      /^spans.csv, row 2: “suffix” is .* it is “ said the port stays shut.”/,
    ],
    ['a date', 'articles.csv', '2031-03-14', '14.3.2031', /^articles.csv, row 2: “date”/],
    [
      'a claim’s words',
      'claims.csv',
      'the port stays',
      'the port is',
      /^claims.csv, row 2: “claim” is “the port is open”/,
    ],
    [
      'a claim that is gone',
      'claims.csv',
      /a1s2.*\r\n/s.exec(small().get('claims.csv')?.toString() ?? '')?.[0] ?? '',
      '',
      /^claims.csv has no row of the claim “a1s2”/,
    ],
    ['a role', 'links.csv', 'claimant', 'speaker', /^links.csv, row 2: “speaker” is no role/],
    ['a role of another kind', 'links.csv', 'claimant', 'venue', /^links.csv, row 2: spans.csv has no venue “a1s1”/],
    ['a column that is gone', 'links.csv', 'words', 'wordz', /^links.csv has no column “words”/],
    ['a row cut short', 'links.csv', ',Ana', '', /^links.csv, row 2: it has 10 cells, the header has 11/],
    [
      'a quote that is never closed',
      'links.csv',
      'Velia',
      '"Velia',
      /^links.csv, line 2: a quote is opened and never closed/,
    ],
    [
      'something that nothing else tells',
      'articles.csv',
      'Harbour Post',
      'Harbour Pest',
      /^claims.csv, row 2: “outlet”/,
    ],
    ['line ends alone', 'links.csv', '\r\n', '\n', /^links.csv isn’t as it was written: its SHA-256/],
  ])('is refused, naming the place: %s', (_name, path, from, to, message) => {
    expect(() => read(changed(path, from, to))).toThrow(message);
  });

  it('is read all the same when that is asked for and its rows agree', () => {
    const disk = changed('spans.csv', ',actor,', ',actor,');
    disk.set('spans.csv', Buffer.from((disk.get('spans.csv')?.toString() ?? '').replaceAll('\r\n', '\n')));
    expect(() => read(disk)).toThrow(/SHA-256/);
    expect(read(disk, { changed: 'accept' }).units[0]?.annotations).toHaveLength(2);
  });

  it('may have columns of its own, which are counted as not kept', () => {
    const disk = small();
    const lines = disk.get('links.csv')?.toString().trimEnd().split('\r\n') ?? [];
    disk.set('links.csv', Buffer.from(lines.map((line, i) => `${line},${i === 0 ? 'mine' : 'x'}\r\n`).join('')));
    expect(read(disk, { changed: 'accept' }).losses.map(({ what }) => what)).toEqual(['Column “mine” of links.csv']);
  });
});

describe('a package whose coding was changed', () => {
  it.each([
    [
      'a code that isn’t there',
      'claim_codes.csv',
      'a1s2,k2',
      'a1s2,k9',
      /^claim_codes.csv, row 2: codes.csv has no code “k9”/,
    ],
    [
      'a code’s name',
      'codes.csv',
      'Talks > Offer,Offer',
      'Talks > Offer,Bid',
      /^codes.csv, row 3: “code” is “Talks > Offer”/,
    ],
    ['a code below itself', 'codes.csv', 'k1,Talks,Talks,,', 'k1,Talks,Talks,k2,', /“.*” is below itself/],
    ['a code below nothing', 'codes.csv', 'Offer,Offer,k1', 'Offer,Offer,k7', /is below “k7”, which isn’t there/],
    ['a code given twice', 'claim_codes.csv', 'a1s2,k3', 'a1s2,k2', /the claim has the same code twice/],
    ['a claim’s codes', 'claims.csv', 'Talks > Offer; Talks > Place', 'Talks > Offer', /^claims.csv, row 2: “codes”/],
    ['how a claim is told', 'claims.csv', ',quoted,', ',sung,', /“reporting” is “sung”; it can be quoted/],
    ['a cue', 'claims.csv', '6-10,6-10', '6-99,6-10', /^claims.csv, row 2: “cue_utf16”: it reaches outside the text/],
    ['a day', 'claims.csv', '2031-03-12', '2031-02-30', /“uttered_on” isn’t a day/],
    [
      'a value',
      'claims.csv',
      ',for,7,',
      ',for,many,',
      /“var_strength” is “many”, which “Strength” \(integer\) can’t be/,
    ],
    ['a variable’s type', 'variables.csv', ',integer,', ',number,', /^variables.csv, row 3: “type”/],
    ['the name of an entity', 'entities.csv', 'other,Velia', 'other,Orla', /^entities.csv, row 2: “parent” is “Velia”/],
    ['an entity of a span', 'spans.csv', ',e1\r', ',e7\r', /^spans.csv, row 2: entities.csv has no actor “e7”/],
    ['an entity of a role', 'links.csv', ',entity,,,e2', ',entity,,,e7', /entities.csv has no actor “e7”/],
    [
      'a category of entities',
      'entities.csv',
      'actor,other,Oster',
      'actor,place,Oster',
      /“category”: it isn’t one of its kind’s/,
    ],
  ])('is refused, naming the place: %s', (_name, path, from, to, message) => {
    const disk = coded();
    const text = disk.get(path)?.toString() ?? '';
    expect(text).toContain(from);
    disk.set(path, Buffer.from(text.replace(from, to)));
    expect(() => read(disk)).toThrow(message);
  });

  it('types variables and lists the choices of categories, those that are gone as well', () => {
    const { resources } = descriptorOf(writeAll(dataPackage, hardCorpus()));
    const fields = resources.find(({ name }) => name === 'claims')?.schema?.fields ?? [];
    expect(fields.filter(({ name }) => name.startsWith('var_')).map(({ name, type }) => [name, type])).toEqual([
      ['var_stance', 'string'],
      ['var_sure', 'boolean'],
      ['var_stance_2', 'integer'],
      ['var_日付', 'date'],
      ['var_note', 'string'],
    ]);
    expect(fields.find(({ name }) => name === 'var_stance')).toMatchObject({
      constraints: { enum: ['for; but', 'against\\', 'neither', 'a choice that is gone'] },
    });
  });
});

describe('a folder that is no package', () => {
  it('is refused, saying why', () => {
    expect(() => read(new Map())).toThrow('There is no datapackage.json among the files.');
    expect(() => read(onlyJson('{'))).toThrow(/datapackage.json isn’t JSON/);
    expect(() => read(onlyJson('{"resources":[]}'))).toThrow(/doesn’t describe a data package that Parley wrote/);
    expect(() => read(changed('datapackage.json', '"layout": 2', '"layout": 3'))).toThrow(/written by a newer Parley/);
    const disk = small();
    disk.delete('links.csv');
    expect(() => read(disk)).toThrow('links.csv is not there.');
  });

  it('is refused when there are two', () => {
    const disk = new Map(
      [...small()].flatMap(([path, bytes]) => [[`x/${path}`, bytes] as const, [`y/${path}`, bytes] as const]),
    );
    expect(() => read(disk)).toThrow('There are several data packages: x/datapackage.json, y/datapackage.json.');
  });

  it('is found in a folder below', () => {
    expect(read(new Map([...small()].map(([path, bytes]) => [`x/${path}`, bytes]))).units).toHaveLength(1);
  });
});
