import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan, findSpan, verifySpan } from '../../src/shared/anchor/selector.ts';
import { spanProblem } from '../../src/shared/text/span.ts';

const text = 'Ana said yes. Later Ben said no. At the end Cem said yes.';

function at(words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
}

describe('describeSpan', () => {
  it('keeps the words of each fragment and the context of the whole', () => {
    const selector = describeSpan(text, [at('Ben'), at('no')]);
    expect(selector).toEqual({
      exact: ['Ben', 'no'],
      prefix: 'Ana said yes. Later ',
      suffix: '. At the end Cem said yes.',
    });
  });

  it('keeps at most 32 units on either side', () => {
    const long = `${'a'.repeat(100)}X${'b'.repeat(100)}`;
    expect(describeSpan(long, [{ start: 100, end: 101 }])).toEqual({
      exact: ['X'],
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('never splits a surrogate pair at the end of the context', () => {
    const emoji = `${'😀'.repeat(20)}xX${'y'}${'😀'.repeat(20)}`;
    const selector = describeSpan(emoji, [{ start: 41, end: 42 }]);
    expect(selector.prefix).toBe(`${'😀'.repeat(15)}x`);
    expect(selector.suffix).toBe(`y${'😀'.repeat(15)}`);
  });

  it('is empty of context where the text begins and ends', () => {
    expect(describeSpan('word', [{ start: 0, end: 4 }])).toEqual({ exact: ['word'], prefix: '', suffix: '' });
  });
});

describe('verifySpan', () => {
  it('is anchored where the words stand at their offsets, whatever is around them', () => {
    const selector = { ...describeSpan(text, [at('Ben')]), prefix: 'something else ' };
    expect(verifySpan(text, [at('Ben')], selector)).toBe('anchored');
  });

  it('is moved when the words stand once elsewhere with their context', () => {
    const span = [at('Ben'), at('no')];
    const selector = describeSpan(text, span);
    const longer = `New headline\r\n\r\n${text}`;
    expect(verifySpan(longer, span, selector)).toBe('moved');
    expect(findSpan(longer, selector)).toEqual(span.map((f) => ({ start: f.start + 16, end: f.end + 16 })));
  });

  it('is an orphan when the words are gone, or stand in two such places', () => {
    const span = [at('Ben')];
    const selector = describeSpan(text, span);
    expect(verifySpan(text.replace('Ben', 'Bea'), span, selector)).toBe('orphan');
    const alone = { exact: ['said'], prefix: '', suffix: '' };
    expect(verifySpan(text, [at('Later')], alone)).toBe('orphan');
  });

  it('tells two equal words apart by their context', () => {
    const second = at('said yes', at('Cem').start);
    const selector = describeSpan(text, [second]);
    expect(verifySpan(`>> ${text}`, [second], selector)).toBe('moved');
  });

  it('is an orphan when the span is not one of this text', () => {
    expect(verifySpan('abc', [{ start: 2, end: 9 }], { exact: ['xyz'], prefix: '', suffix: '' })).toBe('orphan');
    expect(verifySpan('abc', [], { exact: [], prefix: '', suffix: '' })).toBe('orphan');
  });

  it('finds every span of every text again at its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const end = start + 1 + (b % (any.length - start));
        fc.pre(spanProblem(any, [{ start, end }]) === null);
        const selector = describeSpan(any, [{ start, end }]);
        expect(verifySpan(any, [{ start, end }], selector)).toBe('anchored');
        expect(/\p{Cs}/u.test(selector.prefix + selector.suffix)).toBe(false);
        expect(any).toContain(selector.prefix + selector.exact[0] + selector.suffix);
      }),
    );
  });
});
