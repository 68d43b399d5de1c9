import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/shared/formats/registry.ts';
import { expectedBook, expectedUnits, forget } from './expected.ts';
import { code, entity, variable } from './books.ts';
import { type Disk, makeCorpus, NO_MAPPING, shape, sources, words, writeAll } from './support.ts';

/*
 * Files as they are written, kept byte for byte: a change of the writer shows here, and what was written once must be read for
 * ever. After a change that is meant, PARLEY_WRITE_GOLDEN=1 writes them anew; the files of an earlier layout are kept as they
 * are under a number (data-package-1: before there were codes, variables and entities) and read as well.
 */

const FOLDER = join(import.meta.dirname, 'golden');

const TEXT =
  'Port Maren stays open\r\n\r\n“The harbour,” Tamsin Orrel said in the Glass House, “belongs to all of us 🚢.” Her\r\n' +
  'counterpart, Idris Vey, agreed: -40 berths = enough.\r\n';

/** What the files of the first layouts hold. */
const FIRST = makeCorpus(
  [
    {
      text: TEXT,
      fields: {
        title: 'Port Maren stays open',
        outlet: 'Kestrel Wire',
        date: '2031-03-14',
        author: 'R. Oake',
        url: 'https://kestrel.example/port',
        language: 'en',
        status: 'in-progress',
        fileName: 'kestrel-port.txt',
      },
      annotations: [
        { kind: 'actor', fragments: [words(TEXT, 'Tamsin Orrel')], memo: 'Speaker of the council.\n"Tam"' },
        {
          kind: 'claim',
          fragments: [words(TEXT, '“The harbour,”'), words(TEXT, '“belongs to all of us 🚢.”')],
          attributes: { Tone: 'firm' },
        },
        { kind: 'venue', fragments: [words(TEXT, 'the Glass House')] },
        { kind: 'actor', fragments: [words(TEXT, 'us')] },
        { kind: 'claim', fragments: [words(TEXT, '-40 berths = enough')], coder: 1, attributes: { Quoted: true } },
        { kind: 'actor', fragments: [words(TEXT, 'Idris Vey')], coder: 1, memo: '=same as Vey, I.' },
      ],
      links: [
        { claim: 1, role: 'claimant', target: 0 },
        { claim: 1, role: 'venue', target: 2 },
        { claim: 1, role: 'addressee', target: 3 },
        { claim: 4, role: 'claimant', target: 5 },
      ],
    },
    { text: 'Nothing to code here.\n', fields: { title: 'Weather', fileName: 'weather.txt', status: 'done' } },
  ],
  ['Ana Quill', 'Ben'],
);

const BOOK = {
  codes: [
    code('k1', null, 'Harbour', { definition: 'Who the harbour is for.', examples: ['a1s2'] }),
    code('k2', 'k1', 'Common good', { position: 0, definition: 'It is everybody’s.' }),
    code('k3', null, 'Capacity', { position: 1, colour: '#aa3377', retired: true }),
  ],
  variables: [
    variable('v1', 'claim', 'Stance', 'category', { options: ['for', 'against'], definition: 'Towards the opening.' }),
    variable('v2', 'claim', 'Certain', 'boolean', { position: 1, required: true }),
    variable('v3', 'actor', 'Speaks as', 'short-text'),
  ],
  entities: [
    entity('e1', 'actor', 'Tamsin Orrel', {
      category: 'person',
      aliases: ['T. Orrel', 'Orrel; the speaker'],
      parentId: 'e2',
    }),
    entity('e2', 'actor', 'Harbour Council', { category: 'organisation', country: 'Kestrel' }),
    entity('e3', 'venue', 'Glass House', { note: '=the old customs house' }),
  ],
};

const CORPUS = makeCorpus(
  [
    {
      text: TEXT,
      fields: {
        title: 'Port Maren stays open',
        outlet: 'Kestrel Wire',
        date: '2031-03-14',
        author: 'R. Oake',
        url: 'https://kestrel.example/port',
        language: 'en',
        status: 'in-progress',
        fileName: 'kestrel-port.txt',
      },
      annotations: [
        {
          kind: 'actor',
          fragments: [words(TEXT, 'Tamsin Orrel')],
          entityId: 'e1',
          values: { v3: 'speaker of the council' },
          memo: 'Speaker of the council.\n"Tam"',
        },
        {
          kind: 'claim',
          fragments: [words(TEXT, '“The harbour,”'), words(TEXT, '“belongs to all of us 🚢.”')],
          codes: ['k2', 'k3'],
          values: { v1: 'for', v2: true },
          reporting: 'quoted',
          cue: [words(TEXT, 'said')],
          utteredOn: '2031-03-13',
          attributes: { Tone: 'firm' },
        },
        { kind: 'venue', fragments: [words(TEXT, 'the Glass House')], entityId: 'e3' },
        { kind: 'actor', fragments: [words(TEXT, 'us')] },
        {
          kind: 'claim',
          fragments: [words(TEXT, '-40 berths = enough')],
          coder: 1,
          values: { v2: false },
          cue: [words(TEXT, 'agreed')],
          attributes: { Quoted: true },
        },
        { kind: 'actor', fragments: [words(TEXT, 'Idris Vey')], coder: 1, memo: '=same as Vey, I.' },
      ],
      links: [
        { claim: 1, role: 'claimant', target: 0 },
        { claim: 1, role: 'venue', target: 2 },
        { claim: 1, role: 'addressee', target: 3 },
        { claim: 1, role: 'about', target: 'e2' },
        { claim: 4, role: 'claimant', target: 5 },
      ],
    },
    { text: 'Nothing to code here.\n', fields: { title: 'Weather', fileName: 'weather.txt', status: 'done' } },
  ],
  ['Ana Quill', 'Ben'],
  BOOK,
);

const VARIANTS = [
  { format: 'data-package', folder: 'data-package', options: {} },
  { format: 'data-package', folder: 'data-package-spreadsheet', options: { flavour: 'spreadsheet' } },
  { format: 'jsonl', folder: 'jsonl', options: {} },
  { format: 'brat', folder: 'brat', options: {} },
] as const;

function readFolder(folder: string): Disk {
  const paths = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const kept = paths.filter((path) => fs.statSync(join(folder, path)).isFile()).sort();
  return new Map(kept.map((path) => [path.replaceAll('\\', '/'), fs.readFileSync(join(folder, path))]));
}

function texts(disk: Disk): Record<string, string> {
  return Object.fromEntries(
    [...disk].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [path, bytes.toString()]),
  );
}

describe('files kept from before', () => {
  it('are there for every format', () => {
    expect(new Set(VARIANTS.map(({ format }) => format))).toEqual(new Set(formats.map(({ info }) => info.id)));
  });

  for (const { format: id, folder, options } of VARIANTS) {
    const format = formats.find(({ info }) => info.id === id);
    if (!format) throw new Error(`there is no format ${id}`);
    const path = join(FOLDER, folder);

    it(`of the first layout are read for ever: ${folder}-1`, () => {
      const lost = new Set(format.loses(FIRST, options).map(({ what }) => what));
      const first = readFolder(`${path}-1`);
      const result = format.read?.(sources(first, format), { ...NO_MAPPING, coderFrom: 'suffix' }, {});
      const units = result?.units.map((unit) => shape(forget(unit, lost, NO_MAPPING.coder)));
      expect(units).toEqual(expectedUnits(FIRST, lost, NO_MAPPING.coder).map(shape));
      expect(result?.losses).toEqual([]);
      expect(result?.book).toEqual({ codes: [], variables: [], entities: [] });
    });

    it(`are written the same today: ${folder}`, () => {
      const disk = writeAll(format, CORPUS, options);
      if (process.env.PARLEY_WRITE_GOLDEN === '1') {
        fs.rmSync(path, { recursive: true, force: true });
        for (const [file, bytes] of disk) {
          fs.mkdirSync(dirname(join(path, file)), { recursive: true });
          fs.writeFileSync(join(path, file), bytes);
        }
      }
      expect(texts(disk)).toEqual(texts(readFolder(path)));
    });

    it(`are read back: ${folder}`, () => {
      const lost = new Set(format.loses(CORPUS, options).map(({ what }) => what));
      const result = format.read?.(sources(readFolder(path), format), { ...NO_MAPPING, coderFrom: 'suffix' }, {});
      const units = result?.units.map((unit) => shape(forget(unit, lost, NO_MAPPING.coder)));
      expect(units).toEqual(expectedUnits(CORPUS, lost, NO_MAPPING.coder).map(shape));
      expect(result?.losses).toEqual([]);
      expect(result && expectedBook(result.book, lost)).toEqual(expectedBook(CORPUS, lost));
    });
  }
});
