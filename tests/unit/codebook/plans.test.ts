import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planAdd,
  planExample,
  planMove,
  planRemove,
  planRetire,
  planUpdate,
} from '../../../src/shared/codebook/code-plans.ts';
import { describeChange } from '../../../src/shared/codebook/describe.ts';
import { planMerge, planSplit } from '../../../src/shared/codebook/merge-plans.ts';
import { effectOf } from '../../../src/shared/codebook/effect.ts';
import { foldWords } from '../../../src/shared/text/fold.ts';
import { type Book, makeBook, NOW } from './support.ts';

/** Diplomacy › (Talks › (Mediation, Venue), Sanctions), War › (Talks), Trade */
const book = (): Book =>
  makeBook(
    {
      Diplomacy: { Talks: { Mediation: {}, Venue: {} }, Sanctions: {} },
      War: { Talks: { Mediation: {} } },
      Trade: {},
    },
    {
      c1: ['Diplomacy › Talks'],
      c2: ['War › Talks', 'Diplomacy › Talks'],
      c3: ['War › Talks › Mediation'],
      c4: ['Trade'],
    },
  );

describe('a new code', () => {
  it('stands behind its siblings, in its parent’s colour', () => {
    const b = book();
    b.apply(planAdd(b.tree, { id: 'n', parentId: b.id('Diplomacy'), name: '  Peace\n plan ' }, NOW));
    expect(b.paths()).toContain('Diplomacy › Peace plan');
    expect(b.tree.children(b.id('Diplomacy')).map(({ name }) => name)).toEqual(['Talks', 'Sanctions', 'Peace plan']);
    expect(b.tree.get('n')?.colour).toBe(b.tree.get(b.id('Diplomacy'))?.colour);
  });

  it.each([
    ['of a name that is there', 'TALKS', 'There is a code “Talks” under “Diplomacy” already.'],
    ['of a name that is there but for accents', 'Sánctions', 'There is a code “Sanctions” under “Diplomacy” already.'],
    ['without a name', ' \n ', 'A code needs a name.'],
    ['with the mark of a path', 'A › B', '›'],
    ['with a name too long', 'x'.repeat(201), '201 characters'],
  ])('is refused: one %s', (_, name, message) => {
    const b = book();
    expect(() => planAdd(b.tree, { id: 'n', parentId: b.id('Diplomacy'), name }, NOW)).toThrow(message);
  });
});

it('a rename to a sibling’s name is refused, to another case of its own isn’t', () => {
  const b = book();
  expect(() => planUpdate(b.tree, b.id('Trade'), { name: 'war' }, NOW)).toThrow('There is a code “War” at the top');
  b.apply(planUpdate(b.tree, b.id('Trade'), { name: 'TRADE', colour: '#ABC' }, NOW));
  expect(b.tree.get(b.id('TRADE'))).toMatchObject({ colour: '#aabbcc', updatedAt: NOW });
  expect(planUpdate(b.tree, b.id('TRADE'), { name: 'TRADE' }, NOW)).toEqual([]);
  expect(() => planUpdate(b.tree, b.id('TRADE'), { colour: 'red' }, NOW)).toThrow('“red” isn’t a colour.');
});

describe('a move', () => {
  it('takes along what stands under it, to the place that was asked for', () => {
    const b = book();
    b.apply(planMove(b.tree, [b.id('Diplomacy › Talks')], null, b.id('War'), NOW));
    expect(b.paths().filter((path) => !path.includes('›'))).toEqual(['Diplomacy', 'Talks', 'War', 'Trade']);
    expect(b.paths()).toContain('Talks › Mediation');
  });

  it('refuses a circle, itself, and a name that is there', () => {
    const b = book();
    const move = (path: string, under: string) => () => planMove(b.tree, [b.id(path)], b.id(under), null, NOW);
    expect(move('Diplomacy', 'Diplomacy › Talks › Venue')).toThrow('that stands under it');
    expect(move('Diplomacy', 'Diplomacy')).toThrow('can’t stand under itself');
    expect(move('War › Talks', 'Diplomacy')).toThrow('There is a code “Talks” under “Diplomacy” already.');
  });
});

it('several move to where one of them stands, in their order; one before itself stays', () => {
  const b = makeBook({ A: {}, B: {}, C: {}, D: {} }, {});
  const order = () => b.tree.children(null).map(({ name }) => name);
  b.apply(planMove(b.tree, [b.id('D'), b.id('B')], null, b.id('B'), NOW));
  expect(order()).toEqual(['A', 'D', 'B', 'C']);
  expect(planMove(b.tree, [b.id('D')], null, b.id('D'), NOW)).toEqual([]);
  b.apply(planMove(b.tree, [b.id('A'), b.id('C')], null, b.id('C'), NOW));
  expect(order()).toEqual(['D', 'B', 'A', 'C']);
});

describe('a merge', () => {
  it('recodes, and merges what has the same name under both', () => {
    const b = book();
    const [from, into] = [b.id('War › Talks'), b.id('Diplomacy › Talks')];
    const changes = planMerge(b.tree, [from], into, { keepDefinitions: false }, b.coded, NOW);
    expect(effectOf(changes, 'ana', false)).toMatchObject({ annotations: 2, others: 1, otherCoders: 1, losing: 0 });
    b.apply(changes);
    expect(b.codesOf('c2')).toEqual(['Diplomacy › Talks']);
    expect(b.codesOf('c3')).toEqual(['Diplomacy › Talks › Mediation']);
    expect(b.paths()).not.toContain('War › Talks');
  });

  it('into one that stands under it puts that in its place', () => {
    const b = book();
    b.apply(
      planMerge(b.tree, [b.id('Diplomacy')], b.id('Diplomacy › Talks'), { keepDefinitions: false }, b.coded, NOW),
    );
    expect(b.paths()).toEqual([
      'Talks',
      'Talks › Mediation',
      'Talks › Venue',
      'Talks › Sanctions',
      'War',
      'War › Talks',
      'War › Talks › Mediation',
      'Trade',
    ]);
  });

  it('keeps definitions when asked to', () => {
    const b = book();
    b.apply(planUpdate(b.tree, b.id('Trade'), { definition: 'Goods.' }, NOW));
    b.apply(planUpdate(b.tree, b.id('War'), { definition: 'Arms.' }, NOW));
    b.apply(planMerge(b.tree, [b.id('Trade')], b.id('War'), { keepDefinitions: true }, b.coded, NOW));
    expect(b.tree.get(b.id('War'))?.definition).toBe('Arms.\n\nFrom “Trade”: Goods.');
  });

  it('with itself is refused', () => {
    const b = book();
    const id = b.id('War');
    expect(() => planMerge(b.tree, [id], id, { keepDefinitions: false }, b.coded, NOW)).toThrow('with itself');
  });
});

describe('examples', () => {
  it('of merged codes are all kept, however many', () => {
    const b = book();
    const [talks, war] = [b.id('Diplomacy › Talks'), b.id('War')];
    for (const [id, letter] of [
      [talks, 'a'],
      [war, 'b'],
    ] as const) {
      for (let n = 0; n < 40; n++) b.apply(planExample(b.tree, id, `${letter}${n}`, true, () => true, NOW));
    }
    b.apply(planMerge(b.tree, [talks], war, { keepDefinitions: false }, b.coded, NOW));
    expect(b.tree.get(war)?.examples).toHaveLength(80);
    expect(() => planExample(b.tree, war, 'c', true, () => true, NOW)).toThrow('has 50 examples');
    b.undoAll();
    expect(b.tree.get(war)?.examples).toEqual([]);
  });

  it('that are gone don’t count, and come back with their claims', () => {
    const b = book();
    const id = b.id('War');
    for (let n = 0; n < 50; n++) b.apply(planExample(b.tree, id, `c${n}`, true, () => true, NOW));
    expect(() => planExample(b.tree, id, 'new', true, () => true, NOW)).toThrow('has 50 examples');
    b.apply(planExample(b.tree, id, 'new', true, (each) => each !== 'c7', NOW));
    expect(b.tree.get(id)?.examples).toEqual(expect.arrayContaining(['c7', 'new']));
  });
});

it('a split gives claims to its parts and leaves the others', () => {
  const b = book();
  const id = b.id('Diplomacy › Talks');
  b.apply(planExample(b.tree, id, 'c1', true, () => true, NOW));
  const parts = [
    { id: 'p1', name: 'Offers', definition: '' },
    { id: 'p2', name: 'Refusals', definition: 'No.' },
  ];
  const split = { parts, where: 'beside', retire: true, given: new Map([['c1', [1, 0]]]) } as const;
  const changes = planSplit(b.tree, id, split, b.coded, NOW);
  // An example goes along with its claim: it isn't told as if it were lost.
  const lines = changes.flatMap((change) => describeChange(change, (code) => b.tree.get(code)?.name ?? ''));
  expect(lines).toContain('“Talks” has 1 example fewer');
  expect(lines.filter((line) => line.startsWith('New: ') && line.endsWith(', with 1 example'))).toHaveLength(2);
  b.apply(changes);
  expect(b.codesOf('c1')).toEqual(['Diplomacy › Refusals', 'Diplomacy › Offers']);
  expect(b.codesOf('c2')).toEqual(['War › Talks', 'Diplomacy › Talks']);
  expect(b.tree.children(b.id('Diplomacy')).map(({ name }) => name)).toEqual([
    'Talks',
    'Offers',
    'Refusals',
    'Sanctions',
  ]);
  expect(b.tree.get(id)).toMatchObject({ retired: true, examples: [] });
  expect(b.tree.get('p1')?.examples).toEqual(['c1']);
});

it('a removal takes what stands under it along, or lifts it; claims lose what goes', () => {
  const b = book();
  const id = b.id('War');
  const changes = planRemove(b.tree, id, 'remove', b.coded, NOW);
  expect(effectOf(changes, 'ana', true)).toMatchObject({ annotations: 2, losing: 2, codes: { removed: 3 } });
  const lifted = planRemove(b.tree, id, 'lift', b.coded, NOW);
  expect(effectOf(lifted, 'ana', true)).toMatchObject({ annotations: 0, losing: 0, codes: { removed: 1 } });
  b.apply(lifted);
  expect(b.paths()).toContain('Talks › Mediation');
  expect(() => planRemove(b.tree, b.id('Diplomacy'), 'lift', b.coded, NOW)).toThrow(
    'There is a code “Talks” at the top',
  );
});

it('retiring goes for what stands under it too', () => {
  const b = book();
  b.apply(planRetire(b.tree, [b.id('Diplomacy')], true, NOW));
  expect(b.tree.ordered().filter(({ retired }) => retired)).toHaveLength(5);
  expect(b.codesOf('c1')).toEqual(['Diplomacy › Talks']);
});

/** An act of any kind on any codes; those that are refused change nothing. */
const act = fc.record({
  kind: fc.constantFrom('add', 'move', 'merge', 'split', 'retire', 'lift', 'rename'),
  a: fc.nat(30),
  b: fc.nat(30),
  c: fc.nat(30),
  name: fc.constantFrom('Talks', 'War', 'Peace', 'Plan', 'offer'),
});

it('any sequence of acts keeps a forest with unique names and dense places, and loses no use', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      const b = book();
      let count = 0;
      for (const { kind, a, b: other, c, name } of acts) {
        const all = b.tree.ordered();
        const [one, two, three] = [a, other, c].map((n) => all[n % all.length]?.id ?? '') as [string, string, string];
        const uses = b.usedClaims();
        try {
          const id = `n${count++}`;
          if (kind === 'add') b.apply(planAdd(b.tree, { id, parentId: c > 20 ? null : one, name }, NOW));
          if (kind === 'move') b.apply(planMove(b.tree, [one, two], c > 20 ? null : three, null, NOW));
          if (kind === 'merge') b.apply(planMerge(b.tree, [one, two], three, { keepDefinitions: true }, b.coded, NOW));
          if (kind === 'retire') b.apply(planRetire(b.tree, [one], a > 15, NOW));
          if (kind === 'rename') b.apply(planUpdate(b.tree, one, { name }, NOW));
          // A heading that nothing is coded with can go without a use being lost.
          if (kind === 'lift' && b.coded([one]).length === 0) b.apply(planRemove(b.tree, one, 'lift', b.coded, NOW));
          if (kind === 'split') {
            const given = new Map(b.coded([one]).map((claim, i) => [claim.id, i % 2 === 0 ? [0] : []]));
            const parts = [{ id, name, definition: '' }];
            b.apply(
              planSplit(b.tree, one, { parts, where: a > 15 ? 'under' : 'beside', retire: false, given }, b.coded, NOW),
            );
          }
        } catch (error) {
          if ((error as Error).name !== 'CodebookProblem') throw error;
        }
        const { tree } = b;
        expect(tree.ordered()).toHaveLength(b.codes.size);
        for (const parentId of [null, ...tree.ordered().map((code) => code.id)]) {
          const level = tree.children(parentId);
          expect(level.map((code) => code.position)).toEqual(level.map((_, i) => i));
          expect(new Set(level.map((code) => foldWords(code.name))).size).toBe(level.length);
        }
        expect(b.usedClaims()).toEqual(uses);
        for (const claim of b.claims.values()) for (const code of claim.codes) expect(tree.get(code)).toBeDefined();
      }
      // All of it can be taken back.
      b.undoAll();
      expect(b.paths()).toEqual(book().paths());
      expect([...b.claims.values()].map(({ codes }) => codes)).toEqual(
        [...book().claims.values()].map(({ codes }) => codes),
      );
    }),
    { numRuns: 300 },
  );
});
