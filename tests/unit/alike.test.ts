import { describe, expect, test } from 'vitest';
import { alike } from '../../src/main/handlers/precedents/alike.ts';

const CLAIM = 'The port stays open to both sides';

describe('alike', () => {
  test.each([
    ['the same but for case, accents and signs', '“THE PORT, stays open to bóth sides!”', true],
    ['one word less', 'The port stays open to both', true],
    ['one word less in front', 'port stays open to both sides', true],
    ['two words more', 'The port stays open to both sides at once', true],
    ['one less and one more', 'port stays open to both sides now', true],
    ['three words more', 'The port stays open to both sides at once again', false],
    ['another word within', 'The port stays closed to both sides', false],
  ])('of a claim: %s', (_, words, fits) => {
    expect(alike(CLAIM, true)?.fits(words)).toBe(fits);
    expect(alike(words, true)?.fits(CLAIM)).toBe(fits);
  });

  test('of a mention and a short claim only the same words', () => {
    expect(alike('Velia', false)?.fits('New Velia')).toBe(false);
    expect(alike('VELIA', false)?.fits('Velia,')).toBe(true);
    expect(alike('stays open', true)?.fits('stays open now')).toBe(false);
  });

  test('is nothing without a word', () => {
    expect(alike('— “!”', true)).toBeNull();
  });
});
