import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/shared/model/kind.ts';
import { ROLES } from '../../src/shared/model/role.ts';
import { VARIABLE_TYPES } from '../../src/shared/model/variable.ts';
import { TEXT } from './support/coding.ts';
import { makeCoded, type TestCore } from './support/core.ts';
import { wholeContent } from './support/whole-content.ts';

/** Numbers that choose among what is there; a kind of act. */
interface Throw {
  readonly what: keyof ReturnType<typeof acting>;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const NAMES = ['Talks', 'Truce', 'War', 'talks ', 'Arms › Control', ''];
const VALUES = ['for', 'For ', 'yes', 12, true, '2031-03-14', 'two\nlines', ''] as const;

/** The acts of all features that change something, on whatever is there. */
function acting(core: TestCore & { readonly articleId: string }, { a, b, c }: Throw) {
  const { client } = core;
  const { db } = core.context.session.need();
  const pick = (table: string, n: number): string => {
    const ids = db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as string[];
    return ids[n % Math.max(1, ids.length)] ?? 'none';
  };
  const [kind, name, type] = [KINDS[a % 3]!, NAMES[b % 6]!, VARIABLE_TYPES[c % 6]!];
  const parent = (n: number): string | null => (n % 3 === 0 ? null : pick('code', n));
  const options = [
    { name: 'for', was: ['for', 'against'] },
    { name: `against${c % 2}`, was: [] },
  ];
  const fragments = [
    { start: a, end: a + 5 + (b % 9) },
    { start: b + 60, end: b + 66 },
  ].slice(0, 1 + (c % 2));
  const held = async (file: string, text: string): Promise<string> =>
    (await client.call('files.hold', { name: file, base64: Buffer.from(text).toString('base64') })).file;
  const category = kind === 'venue' ? ('place' as const) : ('person' as const);
  const entity = { category, name: `${name} ${c % 4}`, aliases: [name] };
  const entityKind = kind === 'venue' ? 'venue' : 'actor';
  return {
    tag: () => client.call('annotations.add', { articleId: core.articleId, kind, fragments }),
    reshape: () => client.call('annotations.update', { id: pick('annotation', a), fragments, memo: name }),
    retype: () => client.call('annotations.update', { id: pick('annotation', a), kind: KINDS[b % 3]! }),
    untag: () => client.call('annotations.remove', { ids: [pick('annotation', a), pick('annotation', b)] }),
    mergeSpans: () =>
      client.call('annotations.merge', { keepId: pick('annotation', a), otherId: pick('annotation', b) }),
    splitSpan: () => client.call('annotations.split', { id: pick('annotation', a) }),
    link: () =>
      client.call('claims.link', {
        claimId: pick('annotation', a),
        role: ROLES[b % ROLES.length]!,
        ...(c % 2 === 0
          ? { targetIs: 'entity' as const, targetId: pick('entity', c) }
          : { targetId: pick('annotation', c) }),
      }),
    unlink: () => client.call('claims.unlink', { linkId: pick('link', a) }),
    code: () =>
      client.call('annotations.code', {
        ids: [pick('annotation', a), pick('annotation', b)],
        change: { addCodes: [pick('code', b)], removeCodes: [pick('code', c)] },
      }),
    value: () =>
      client.call('annotations.update', {
        id: pick('annotation', a),
        values: { [pick('variable', b)]: VALUES[c % VALUES.length]! },
      }),
    details: () => client.call('articles.update', { id: core.articleId, fields: { title: name }, status: 'done' }),
    addCode: () => client.call('codes.add', { parentId: parent(a), name, definition: name }),
    rename: () => client.call('codes.update', { id: pick('code', a), name: `${name}${c % 2}`, definition: name }),
    move: () =>
      client.call('codes.move', {
        ids: [...new Set([pick('code', a), pick('code', b)])],
        parentId: parent(c),
        beforeId: b % 2 ? pick('code', b + 1) : null,
      }),
    merge: () =>
      client.call('codes.merge', {
        ids: [pick('code', a), pick('code', b)],
        intoId: pick('code', c),
        keepDefinitions: a % 2 === 0,
      }),
    split: () =>
      client.call('codes.split', {
        id: pick('code', a),
        parts: [
          { name: `${name}a`, definition: '' },
          { name: `${name}b`, definition: name },
        ],
        where: b % 2 ? 'under' : 'beside',
        retire: c % 2 === 0,
        given: { [pick('annotation', b)]: [0], [pick('annotation', c)]: [0, 1] },
      }),
    retire: () => client.call('codes.retire', { ids: [pick('code', a)], retired: b % 2 === 0 }),
    removeCode: async () => {
      const asked = { id: pick('code', a), under: b % 2 ? ('remove' as const) : ('lift' as const) };
      const { losing } = await client.call('codebook.preview', { act: 'remove', ...asked });
      return client.call('codes.remove', { ...asked, losing });
    },
    example: () =>
      client.call('codes.example', { id: pick('code', a), annotationId: pick('annotation', b), is: c % 4 > 0 }),
    addVariable: () =>
      client.call('variables.add', {
        kind,
        name: `${name}${b}`,
        definition: '',
        type,
        options: type === 'category' ? options : [],
        initial: type === 'boolean' ? true : type === 'category' ? 'for' : null,
        required: a % 2 === 0,
      }),
    turnVariable: async () => {
      const asked = { id: pick('variable', a), fields: { type, options: type === 'category' ? options : [] } };
      const { losing } = await client.call('codebook.preview', { act: 'variable-update', ...asked });
      return client.call('variables.update', { ...asked, losing });
    },
    removeVariable: async () => {
      const id = pick('variable', a);
      const { losing } = await client.call('codebook.preview', { act: 'variable-remove', id });
      return client.call('variables.remove', { id, losing });
    },
    reorder: () => client.call('variables.reorder', { kind: 'claim', ids: [pick('variable', a)] }),
    starter: () => client.call('codebook.starter', {}),
    readCodes: async () =>
      client.call('codebook.read', {
        file: await held('codes.csv', `name,parent,definition\n${name || 'X'},,d${a % 3}\nUnder,${name || 'X'},u\n`),
        both: b % 2 ? 'keep' : 'take',
      }),
    addEntity: () =>
      client.call('entities.add', {
        entity: { ...entity, kind: entityKind, parentId: a % 2 ? pick('entity', b) : null },
        annotationIds: c % 3 === 0 ? [pick('annotation', a)] : [],
      }),
    editEntity: () =>
      client.call('entities.update', { id: pick('entity', a), fields: { parentId: pick('entity', b), note: name } }),
    name: () => client.call('entities.link', { annotationIds: [pick('annotation', a)], entityId: pick('entity', b) }),
    mergeEntities: () =>
      client.call('entities.merge', { keepId: pick('entity', a), otherIds: [pick('entity', b), pick('entity', c)] }),
    splitEntity: () =>
      client.call('entities.split', {
        id: pick('entity', a),
        to: b % 2 ? { entityId: pick('entity', c) } : { entity: { ...entity, kind: entityKind, name: `${name} s` } },
        spellings: [],
        annotationIds: [],
        aliases: [name],
      }),
    removeEntity: () => client.call('entities.remove', { ids: [pick('entity', a), pick('entity', b)] }),
    readEntities: async () =>
      client.call('entities.importCsv', {
        file: await held(
          'names.csv',
          `name,kind,aliases,parent\n${name || 'Q'},actor,A|B,Velia ${c % 2}\nVelia 0,actor,,\n`,
        ),
      }),
    readLines: async () =>
      client.call('exchange.read', {
        format: 'jsonl',
        files: [await held('lines.jsonl', lines(b, c))],
        mapping: { kinds: {}, roles: {}, coder: 'Ana', coderFrom: 'none' },
        options: {},
        job: 'lines',
      }),
    removeArticle: () => client.call('articles.remove', { ids: [pick('article', a)] }),
  };
}

/** An article that brings codes, values and entities by name. */
function lines(b: number, c: number): string {
  const text = `Velia said no to ${b % 3} 👩‍👩‍👧.`;
  return JSON.stringify({
    text,
    spans: [
      { id: 's1', kind: 'claim', fragments: [{ start_utf16: 6, end_utf16: 10, text: 'said' }] },
      {
        id: 's2',
        kind: 'actor',
        fragments: [{ start_utf16: 0, end_utf16: 5, text: 'Velia' }],
        entity: `Velia ${c % 2}`,
      },
    ],
    claims: [{ span: 's1', claimants: ['s2'], codes: [`Talks > New ${c % 2}`], values: { Stance: 'in favour' } }],
  });
}

describe('undo and redo', () => {
  const Thrown = fc.record({
    what: fc.nat(1000),
    a: fc.nat(40),
    b: fc.nat(40),
    c: fc.nat(40),
  });

  test('give back the very content that was there, whatever was done in whatever order', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Thrown, { minLength: 4, maxLength: 40 }), async (throws) => {
        const core = await makeCoded(TEXT);
        // Something of everything to begin with.
        for (const what of ['starter', 'addCode', 'tag', 'addEntity'] as const) {
          for (const n of [1, 2, 4]) {
            const act = acting(core, { what, a: n, b: n, c: n })[what];
            await act().catch(() => null);
          }
        }
        const states = [wholeContent(core)];
        for (const [n, { what: number, ...thrown }] of throws.entries()) {
          core.setTime(`2031-03-15T09:00:${String(n).padStart(2, '0')}.000Z`);
          const acts = acting(core, { what: 'tag', ...thrown });
          const what = Object.keys(acts)[number % Object.keys(acts).length] as keyof typeof acts;
          const before = wholeContent(core);
          const done = await acts[what]().then(
            () => true,
            () => false,
          );
          const after = wholeContent(core);
          // What is refused changes nothing.
          if (!done) expect(after, `${what} was refused`).toBe(before);
          if (after !== before) states.push(after);
        }
        expect((await core.client.call('project.check', {})).problems).toEqual([]);
        for (const state of states.slice(0, -1).reverse()) {
          await core.client.call('history.undo', {});
          expect(wholeContent(core)).toBe(state);
        }
        expect((await core.client.call('project.check', {})).problems).toEqual([]);
        for (const state of states.slice(1)) {
          await core.client.call('history.redo', {});
          expect(wholeContent(core)).toBe(state);
        }
      }),
      { numRuns: 12 },
    );
  });
});
