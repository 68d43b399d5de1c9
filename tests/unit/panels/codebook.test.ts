import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWanted } from '../../../src/renderer/panels/codebook/OptionsEditor.tsx';
import { dropTarget, stepMove, treeRows } from '../../../src/renderer/panels/codebook/tree-rows.ts';
import { planMove, planRetire } from '../../../src/shared/codebook/code-plans.ts';
import { makeBook, NOW } from '../codebook/support.ts';

const book = () => makeBook({ War: { Truce: { Monitored: {} }, Troops: {} }, Trade: {} }, {});
const ALL = { folded: new Set<string>(), query: '', showRetired: true, adding: undefined };
const lines = (rows: ReturnType<typeof treeRows>) =>
  rows.map((row) => `${'  '.repeat(row.depth)}${row.kind === 'new' ? '…' : row.code.name}`);

describe('the lines of the tree', () => {
  it('are all that isn’t folded, with the field for a new code in its place', () => {
    const { tree, id } = book();
    expect(lines(treeRows(tree, ALL))).toEqual(['War', '  Truce', '    Monitored', '  Troops', 'Trade']);
    expect(lines(treeRows(tree, { ...ALL, folded: new Set([id('War')]) }))).toEqual(['War', 'Trade']);
    const adding = { ...ALL, folded: new Set([id('War › Truce')]), adding: id('War › Truce') };
    expect(lines(treeRows(tree, adding))).toEqual(['War', '  Truce', '    Monitored', '    …', '  Troops', 'Trade']);
    expect(lines(treeRows(tree, { ...ALL, adding: null })).at(-1)).toBe('…');
  });

  it('are those with the words and those above them, folded or not', () => {
    const { tree, id } = book();
    const rows = treeRows(tree, { ...ALL, query: 'MÓNIT', folded: new Set([id('War')]) });
    expect(lines(rows)).toEqual(['War', '  Truce', '    Monitored']);
    expect(rows.map((row) => row.kind === 'code' && row.isFound)).toEqual([false, false, true]);
  });

  it('leave out what is retired, but not what stands above something in use', () => {
    const b = book();
    b.apply(planRetire(b.tree, [b.id('War › Troops')], true, NOW));
    expect(lines(treeRows(b.tree, { ...ALL, showRetired: false }))).not.toContain('  Troops');
    b.apply(planRetire(b.tree, [b.id('War')], true, NOW));
    b.apply(planRetire(b.tree, [b.id('War › Truce › Monitored')], false, NOW));
    expect(lines(treeRows(b.tree, { ...ALL, showRetired: false }))).toEqual([
      'War',
      '  Truce',
      '    Monitored',
      'Trade',
    ]);
  });
});

describe('a step', () => {
  it('goes there and back', () => {
    const ways = { up: 'down', down: 'up', in: 'out', out: 'in' } as const;
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom('up', 'down', 'in'), (n, way) => {
        const b = book();
        const code = b.tree.ordered()[n];
        if (!code) return;
        const before = b.paths();
        const there = stepMove(b.tree, code, way);
        if (!there) return;
        b.apply(planMove(b.tree, [code.id], there.parentId, there.beforeId, NOW));
        expect(b.paths()).not.toEqual(before);
        const moved = b.tree.get(code.id);
        const back = moved && stepMove(b.tree, moved, ways[way]);
        if (back) b.apply(planMove(b.tree, [code.id], back.parentId, back.beforeId, NOW));
        expect(b.paths().toSorted()).toEqual(before.toSorted());
      }),
    );
  });

  it('isn’t there at the ends', () => {
    const { tree, id } = book();
    const of = (path: string) => tree.get(id(path)) as never;
    expect(stepMove(tree, of('War'), 'up')).toBeNull();
    expect(stepMove(tree, of('Trade'), 'down')).toBeNull();
    expect(stepMove(tree, of('War'), 'in')).toBeNull();
    expect(stepMove(tree, of('Trade'), 'out')).toBeNull();
    expect(stepMove(tree, of('War › Truce › Monitored'), 'out')).toEqual({
      parentId: id('War'),
      beforeId: id('War › Troops'),
    });
  });
});

it('a drop goes before, under or behind', () => {
  const { tree, id } = book();
  const truce = tree.get(id('War › Truce')) as never;
  expect(dropTarget(tree, truce, 'into')).toEqual({ parentId: id('War › Truce'), beforeId: null });
  expect(dropTarget(tree, truce, 'before')).toEqual({ parentId: id('War'), beforeId: id('War › Truce') });
  expect(dropTarget(tree, truce, 'after')).toEqual({ parentId: id('War'), beforeId: id('War › Troops') });
});

it('two choices of one name become one, with what both were; an empty new one is nothing', () => {
  const typed = [
    { key: 0, name: 'Pro', was: ['for'] },
    { key: 1, name: 'against', was: ['against'] },
    { key: 2, name: ' pro ', was: ['in favour'] },
    { key: 3, name: '', was: [] },
  ];
  expect(toWanted(typed)).toEqual([
    { name: 'Pro', was: ['for', 'in favour'] },
    { name: 'against', was: ['against'] },
  ]);
});
