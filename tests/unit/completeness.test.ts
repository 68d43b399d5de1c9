import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingOf, missingWords, type Requirements } from '../../src/shared/model/completeness.ts';
import { KINDS } from '../../src/shared/model/kind.ts';
import { ROLES } from '../../src/shared/model/role.ts';

const codebook: Requirements = {
  codes: [{ retired: false }],
  variables: [
    { id: 'stance', kind: 'claim', name: 'Stance', required: true, retired: false },
    { id: 'tone', kind: 'claim', name: 'Tone', required: false, retired: false },
    { id: 'old', kind: 'claim', name: 'Old', required: true, retired: true },
    { id: 'office', kind: 'actor', name: 'Office', required: true, retired: false },
  ],
};

const words = (...input: Parameters<typeof missingOf>) => missingWords(missingOf(...input));

describe('a record', () => {
  test('lacks a claimant, a code and its required values', () => {
    expect(words({ kind: 'claim', codes: [], values: {} }, [], codebook)).toBe('3 missing: claimant, code, Stance');
    expect(words({ kind: 'actor', codes: [], values: {} }, [], codebook)).toBe('1 missing: Office');
    expect(words({ kind: 'venue', codes: [], values: {} }, [], codebook)).toBe('Complete');
  });

  test('is complete without an addressee or a venue, and false and 0 are values', () => {
    const claim = { kind: 'claim', codes: ['a'], values: { stance: false } } as const;
    expect(words(claim, [{ role: 'claimant' }], codebook)).toBe('Complete');
    expect(words({ ...claim, values: { stance: 0 } }, [{ role: 'claimant' }], codebook)).toBe('Complete');
    expect(words({ ...claim, values: { stance: '' } }, [{ role: 'claimant' }], codebook)).toBe('1 missing: Stance');
  });

  test('needs no code while the codebook offers none', () => {
    const claim = { kind: 'claim', codes: [], values: {} } as const;
    const none = { codes: [{ retired: true }], variables: [] };
    expect(words(claim, [{ role: 'venue' }], none)).toBe('1 missing: claimant');
  });
});

const record = fc.record({
  kind: fc.constantFrom(...KINDS),
  codes: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  values: fc.dictionary(fc.constantFrom('stance', 'tone', 'office'), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
});
const links = fc.array(fc.record({ role: fc.constantFrom(...ROLES) }), { maxLength: 4 });

describe('properties', () => {
  test('more coded is never less complete, and what is said to be missing is what makes it complete', () => {
    fc.assert(
      fc.property(record, links, (one, filled) => {
        const missing = missingOf(one, filled, codebook);
        let { codes, values } = one;
        let all: readonly { role: (typeof ROLES)[number] }[] = filled;
        for (const { part, variableId } of missing) {
          if (part === 'claimant') all = [...all, { role: 'claimant' }];
          if (part === 'code') codes = [...codes, 'a'];
          if (variableId !== null) values = { ...values, [variableId]: 1 };
          const left = missingOf({ ...one, codes, values }, all, codebook);
          expect(left.length).toBeLessThan(missing.length);
        }
        expect(missingOf({ ...one, codes, values }, all, codebook)).toEqual([]);
      }),
    );
  });
});
