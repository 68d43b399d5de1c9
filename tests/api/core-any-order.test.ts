import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Applied } from '../../src/shared/api/contract.ts';
import { KINDS } from '../../src/shared/model/kind.ts';
import { ROLES } from '../../src/shared/model/role.ts';
import { putCodebook } from './support/codebook.ts';
import { open, TEXT } from './support/coding.ts';
import { applyTo, makeCoded } from './support/core.ts';

const CODES = ['arms', 'talks', 'old'];
const STANCES = ['for', 'against', null] as const;
const ENTITIES = ['solene', 'port'];

describe('whatever is done in whatever order', () => {
  const Act = fc.record({
    what: fc.constantFrom(
      'add',
      'span',
      'kind',
      'remove',
      'merge',
      'split',
      'link',
      'unlink',
      'relink',
      'code',
      'values',
      'cue',
      'name',
      'undo',
      'redo',
    ),
    a: fc.nat(30),
    b: fc.nat(30),
    kind: fc.constantFrom(...KINDS),
    role: fc.constantFrom(...ROLES),
  });

  test('a window that applies the answers shows what the project holds, and the check finds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Act, { minLength: 5, maxLength: 30 }), async (acts) => {
        const core = await makeCoded(TEXT);
        putCodebook(core);
        const { client } = core;
        let shown = await open(core);
        for (const { what, a, b, kind, role } of acts) {
          const one = shown.annotations[a % Math.max(1, shown.annotations.length)]?.id ?? 'none';
          const two = shown.annotations[b % Math.max(1, shown.annotations.length)]?.id ?? 'none';
          const link = shown.links[a % Math.max(1, shown.links.length)]?.id ?? 'none';
          const fragments = [
            { start: a, end: a + 5 },
            { start: b + 40, end: b + 44 },
          ];
          const acting: Record<string, () => Promise<Applied>> = {
            add: async () =>
              (await client.call('annotations.add', { articleId: core.articleId, kind, fragments })).applied,
            span: () => client.call('annotations.update', { id: one, fragments }),
            kind: () => client.call('annotations.update', { id: one, kind }),
            remove: () => client.call('annotations.remove', { ids: [one, two] }),
            merge: () => client.call('annotations.merge', { keepId: one, otherId: two }),
            split: () => client.call('annotations.split', { id: one }),
            link: () =>
              client.call(
                'claims.link',
                b % 3 === 0
                  ? { claimId: one, role, targetIs: 'entity', targetId: ENTITIES[a % 2] ?? '' }
                  : { claimId: one, role, targetId: two },
              ),
            relink: () => client.call('claims.relink', { linkId: link, position: b % 3, ...(b % 2 ? { role } : {}) }),
            code: () =>
              client.call('annotations.code', {
                ids: [one, two],
                change: { addCodes: [CODES[a % 3] ?? ''], removeCodes: [CODES[b % 3] ?? ''] },
              }),
            values: () =>
              client.call('annotations.update', {
                id: one,
                values: { tone: a, stance: STANCES[b % 3] ?? null, vote: b % 2 === 0 },
                utteredOn: '2031-03-11',
              }),
            cue: () =>
              client.call('annotations.update', { id: one, reporting: 'quoted', cue: [{ start: b, end: b + 3 }] }),
            name: () => client.call('annotations.update', { id: one, entityId: ENTITIES[b % 2] ?? null }),
            unlink: () => client.call('claims.unlink', { linkId: link }),
            undo: () => client.call('history.undo', {}),
            redo: () => client.call('history.redo', {}),
          };
          const applied = await acting[what]?.().catch(() => null);
          const truth = await open(core).catch(() => null);
          // Undo has taken back the import itself: nothing is left to look at.
          if (truth === null) return;
          if (applied) {
            const copy = applyTo(shown, applied);
            expect(copy.article).toEqual(truth.article);
            expect(new Set(copy.annotations)).toEqual(new Set(truth.annotations));
            expect(new Set(copy.links)).toEqual(new Set(truth.links));
          } else {
            expect(truth).toEqual(shown);
          }
          shown = truth;
        }
        expect((await client.call('project.check', {})).problems).toEqual([]);
        const slots = new Map<string, number>();
        for (const { claimId, role, position } of shown.links) {
          const slot = `${claimId} ${role}`;
          expect(position).toBe(slots.get(slot) ?? 0);
          slots.set(slot, position + 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});
