import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkTable } from '../../../src/renderer/store/links.ts';
import type { Link } from '../../../src/shared/model/link.ts';

const arbitraryLink: fc.Arbitrary<Link> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  articleId: fc.constant('a'),
  claimId: fc.constantFrom('c1', 'c2'),
  role: fc.constantFrom('claimant', 'addressee', 'venue'),
  targetIs: fc.constant('annotation' as const),
  targetId: fc.constantFrom('t1', 't2', 't3'),
  position: fc.nat(3),
});

const ids = (links: Iterable<Link>) => [...links].map(({ id }) => id).sort();

const link = (id: string, claimId: string): Link => ({
  id,
  articleId: 'a',
  claimId,
  role: 'claimant',
  targetIs: 'annotation',
  targetId: 't',
  position: 0,
});

describe('LinkTable', () => {
  it('finds by claim and by target just what was put and not removed', () => {
    const steps = fc.array(fc.oneof(arbitraryLink, fc.constantFrom('1', '2', '3', '4', '5')));
    fc.assert(
      fc.property(steps, (acts) => {
        const table = new LinkTable();
        const kept = new Map<string, Link>();
        for (const act of acts) {
          if (typeof act === 'string') {
            table.remove(act);
            kept.delete(act);
          } else {
            table.put(act);
            kept.set(act.id, act);
          }
        }
        expect(ids(table.all())).toEqual(ids(kept.values()));
        for (const claim of ['c1', 'c2']) {
          expect(ids(table.ofClaim(claim))).toEqual(ids([...kept.values()].filter((link) => link.claimId === claim)));
          const positions = table.ofClaim(claim).map(({ position }) => position);
          expect(positions).toEqual([...positions].sort((a, b) => a - b));
        }
        for (const target of ['t1', 't2', 't3']) {
          expect(ids(table.ofTarget(target))).toEqual(
            ids([...kept.values()].filter((link) => link.targetId === target)),
          );
        }
      }),
    );
  });

  it("keeps a claim's list the same while another claim's links change", () => {
    const table = new LinkTable([link('1', 'c1'), link('2', 'c2')]);
    const list = table.ofClaim('c1');
    table.put(link('3', 'c2'));
    table.remove('2');
    expect(table.ofClaim('c1')).toBe(list);
    expect(table.ofClaim('nobody')).toBe(table.ofClaim('nobody else'));
  });
});
