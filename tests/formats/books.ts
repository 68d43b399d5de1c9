import * as fc from 'fast-check';
import type { BookRecords } from '../../src/shared/formats/book.ts';
import type { Coding } from '../../src/shared/model/annotation.ts';
import type { Code } from '../../src/shared/model/code.ts';
import { CATEGORIES_OF, type Entity } from '../../src/shared/model/entity.ts';
import { type Kind, KINDS } from '../../src/shared/model/kind.ts';
import type { Variable, VariableType, VariableValue } from '../../src/shared/model/variable.ts';
import { foldWords } from '../../src/shared/text/fold.ts';

/* Codebooks and authority lists for the tests of formats. */

const AT = '2031-01-02T03:04:05.678Z';
const LATER = '2031-01-03T03:04:05.678Z';

export function code(id: string, parentId: string | null, name: string, more: Partial<Code> = {}): Code {
  return {
    id,
    parentId,
    name,
    definition: '',
    colour: '#4477aa',
    position: 0,
    retired: false,
    examples: [],
    createdAt: AT,
    updatedAt: LATER,
    ...more,
  };
}

export function variable(
  id: string,
  kind: Kind,
  name: string,
  type: VariableType,
  more: Partial<Variable> = {},
): Variable {
  return {
    id,
    kind,
    name,
    definition: '',
    type,
    options: [],
    initial: null,
    required: false,
    position: 0,
    retired: false,
    createdAt: AT,
    updatedAt: LATER,
    ...more,
  };
}

export function entity(id: string, kind: Entity['kind'], name: string, more: Partial<Entity> = {}): Entity {
  return {
    id,
    kind,
    category: kind === 'actor' ? 'other' : 'place',
    name,
    aliases: [],
    country: '',
    party: '',
    parentId: null,
    note: '',
    createdAt: AT,
    updatedAt: LATER,
    ...more,
  };
}

/** A codebook of the things that formats get wrong. */
export const HARD_BOOK: BookRecords = {
  codes: [
    code('k1', null, 'Settlement; or not', { definition: '=1+1, "quoted"\nline | bar', examples: ['a1s2'] }),
    code('k2', 'k1', 'Guarantees > troops \\ all', { position: 1, retired: true }),
    code('k3', 'k1', '-x', { colour: '#AA3377' }),
    code('k4', 'k2', 'שלום'),
  ],
  variables: [
    variable('v1', 'claim', 'Stance', 'category', {
      options: ['for; but', 'against\\', 'neither'],
      initial: 'neither',
    }),
    variable('v2', 'claim', 'Sure?', 'boolean', { required: true, initial: false, position: 1 }),
    variable('v3', 'claim', 'stance', 'integer', { position: 2, definition: 'A | b.\nAnother line.' }),
    variable('v4', 'claim', '日付', 'date', { position: 3, retired: true }),
    variable('v5', 'actor', '???', 'short-text', { initial: '=x' }),
    variable('v6', 'claim', 'Note', 'long-text', { position: 4 }),
    variable('v7', 'venue', 'Stance!', 'category', { options: ['a'] }),
  ],
  entities: [
    entity('e1', 'actor', 'Velia', { category: 'state', aliases: ['The Republic; of Velia', 'V\\a', '=Velia'] }),
    entity('e2', 'actor', 'Néa "Maren"', {
      category: 'person',
      country: 'Velia',
      party: '-',
      parentId: 'e3',
      note: 'a\r\nb',
    }),
    entity('e3', 'actor', 'Foreign Ministry', { category: 'organisation', parentId: 'e1' }),
    entity('e4', 'venue', 'Blue House', { parentId: 'e5' }),
    entity('e5', 'venue', 'Velia'),
  ],
};

const words = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, ''));
const name = fc
  .oneof(fc.constantFrom('Stance', 'a > b', 'x; y', '\\', '=1', 'Éa', 'ea'), words)
  .map((text) => text.replace(/[\r\n]/g, ' ').trim() || 'nameless');

const names = fc.uniqueArray(name, { maxLength: 5, selector: foldWords });

const anyCodes = fc.tuple(names, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), words).map(([list, picks, text]) =>
  list.map((own, i): Code => {
    // The parent is one of those before, so there is no circle.
    const parent = (picks[i] ?? 0) % (i + 1);
    return code(`k${i}`, parent === i ? null : `k${parent}`, own, { definition: text, position: i, retired: i === 2 });
  }),
);

const TYPES: readonly VariableType[] = ['category', 'boolean', 'integer', 'date', 'short-text', 'long-text'];

const anyVariables = fc
  .tuple(names, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), names)
  .map(([list, picks, options]) =>
    list.map((own, i): Variable => {
      const type = TYPES[(picks[i] ?? 0) % TYPES.length] ?? 'category';
      const kind = KINDS[(picks[i] ?? 0) % 3] ?? 'claim';
      return variable(`v${i}`, kind, own, type, { position: i, options: type === 'category' ? options : [] });
    }),
  );

const anyEntities = fc
  .tuple(names, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), names, words)
  .map(([list, picks, aliases, note]) =>
    list.map((own, i): Entity => {
      const kind = (picks[i] ?? 0) % 2 === 0 ? 'actor' : 'venue';
      const categories = CATEGORIES_OF[kind];
      const parent = (picks[i] ?? 0) % (i + 1);
      return entity(`e${i}`, kind, own, {
        category: categories[(picks[i] ?? 0) % categories.length] ?? 'other',
        parentId: parent === i ? null : `e${parent}`,
        aliases: i % 2 === 0 ? aliases : [],
        note,
      });
    }),
  );

export const anyRecords: fc.Arbitrary<BookRecords> = fc.record({
  codes: anyCodes,
  variables: anyVariables,
  entities: anyEntities,
});

function valueOf({ type, options }: Variable, pick: number, text: string): VariableValue | null {
  switch (type) {
    case 'category':
      return options[pick % (options.length || 1)] ?? null;
    case 'boolean':
      return pick % 2 === 0;
    case 'integer':
      return pick - 5;
    case 'date':
      return '2031-03-14';
    case 'short-text':
      return text.replace(/[\r\n]/g, '') || null;
    case 'long-text':
      return text || null;
  }
}

/** What an annotation of a kind may be coded with out of a book; the cue apart, which is of a text. */
export function anyCoding(book: BookRecords): fc.Arbitrary<(kind: Kind) => Partial<Coding>> {
  return fc
    .record({
      pick: fc.nat(),
      codes: fc.subarray([...book.codes]),
      values: fc.subarray([...book.variables]),
      text: words,
    })
    .map(({ pick, codes, values, text }) => (kind: Kind) => {
      const mine = values.filter((one) => one.kind === kind).map((one) => [one.id, valueOf(one, pick, text)] as const);
      const given = Object.fromEntries(mine.filter(([, value]) => value !== null)) as Coding['values'];
      if (kind !== 'claim') {
        const likely = book.entities.filter((one) => one.kind === kind);
        return { values: given, entityId: likely[pick % (likely.length + 1)]?.id ?? null };
      }
      return {
        values: given,
        codes: codes.map(({ id }) => id),
        reporting: (['', 'quoted', 'paraphrased', 'reported'] as const)[pick % 4] ?? '',
        utteredOn: pick % 3 === 0 ? '2031-03-12' : '',
      };
    });
}
