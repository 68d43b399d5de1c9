import { array, assert, constantFrom, nat, property, record, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/shared/lint/lint.ts';
import { rules } from '../../../src/shared/lint/rules/all.ts';
import type { Annotation } from '../../../src/shared/model/annotation.ts';
import { RULE_IDS } from '../../../src/shared/model/finding.ts';
import { KINDS } from '../../../src/shared/model/kind.ts';
import type { Link } from '../../../src/shared/model/link.ts';
import { snapToCharacters } from '../../../src/shared/text/characters.ts';
import { normaliseSpan, type Span, spanProblem } from '../../../src/shared/text/span.ts';
import { processorTime } from '../support/processor-time.ts';
import { annotation } from './support.ts';

const TEXT =
  'Velia’s envoy said: “The port 👩‍👩‍👧‍👦 stays open to both sides,” he told “Néa\r\n\r\nMaren,\tin the “Blue House”. ' +
  '“We agree with all of it,” שרה כהן said. 東京は語った。 The port stays open to both sides. Done';

const spans = array(tuple(nat(TEXT.length), nat(60)), { minLength: 1, maxLength: 3 }).map(
  (ranges): Span =>
    normaliseSpan(
      ranges.map(([start, length]) => snapToCharacters(TEXT, { start, end: Math.min(TEXT.length, start + length) })),
    ),
);
const layers = record({
  tags: array(tuple(constantFrom(...KINDS), spans), { maxLength: 14 }),
  links: array(tuple(nat(13), nat(13)), { maxLength: 10 }),
});

function toLayer({ tags, links }: { tags: (readonly [Annotation['kind'], Span])[]; links: [number, number][] }) {
  const annotations = tags.flatMap(([kind, span], i) =>
    span.length > 0 ? [annotation(TEXT, [kind, span], `a${i}`)] : [],
  );
  const joined = links.flatMap(([claim, target], i): Link[] => {
    const from = annotations.find(({ id, kind }) => id === `a${claim}` && kind === 'claim');
    const to = annotations.find(({ id, kind }) => id === `a${target}` && kind === 'actor');
    if (!from || !to) return [];
    const ends = { claimId: from.id, role: 'claimant', targetIs: 'annotation', targetId: to.id } as const;
    return [{ id: `l${i}`, articleId: 'article', ...ends, position: 0 }];
  });
  return { text: TEXT, locale: 'en', annotations, links: joined, hasEntities: true };
}

describe('lint', () => {
  test('has a rule for each id, told in words', () => {
    expect(rules.map(({ id }) => id)).toEqual(RULE_IDS);
    for (const { title, explanation } of rules) expect(title.length * explanation.length).toBeGreaterThan(100);
  });

  test('of any coding: names each finding once, points into the text, says the same again in any order', () => {
    assert(
      property(layers, (drawn) => {
        const layer = toLayer(drawn);
        const found = lint(layer);
        const names = found.map(({ rule, key }) => `${rule} ${key}`);
        expect(new Set(names).size).toBe(names.length);
        for (const { span, message, key } of found) {
          expect(spanProblem(TEXT, span)).toBeNull();
          expect(message).not.toBe('');
          expect(key.length).toBeLessThanOrEqual(400);
        }
        expect(
          lint({ ...layer, annotations: layer.annotations.toReversed() })
            .map((one) => `${one.rule} ${one.key}`)
            .sort(),
        ).toEqual(names.toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('what reshapes or removes settles its finding, and gives a span that can be kept', () => {
    assert(
      property(layers, (drawn) => {
        const layer = toLayer(drawn);
        for (const { rule, key, fixes } of lint(layer)) {
          for (const { fix } of fixes) {
            if (fix.act === 'reshape') {
              expect(spanProblem(TEXT, fix.fragments)).toBeNull();
              const annotations = layer.annotations.map((one) =>
                one.id === fix.id ? { ...one, fragments: fix.fragments } : one,
              );
              const left = lint({ ...layer, annotations });
              expect(left.some((one) => one.rule === rule && one.annotationIds.includes(fix.id))).toBe(false);
            } else if (fix.act === 'remove') {
              const annotations = layer.annotations.filter(({ id }) => id !== fix.id);
              expect(lint({ ...layer, annotations }).some((one) => one.rule === rule && one.key === key)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['nothing but quotations', '“We stay here now.” ', 150_000],
    ['nothing but opening marks', '“', 50_000],
    ['small letters that never end a sentence', 'we stay. ', 200_000],
    ['quotations, a paragraph each', '“We stay here for now.”\n', 200_000],
  ])('of %s takes no time', (_, piece, length) => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    const annotations = Array.from({ length: 1000 }, (_, i) => [
      annotation(text, ['actor', [{ start: i * 20, end: i * 20 + 4 }]], `a${i}`),
      annotation(text, ['claim', [{ start: i * 20 + 5, end: i * 20 + 18 }]], `c${i}`),
    ]).flat();
    // A second alone on a machine; what grew with the square of the length took half a minute.
    expect(processorTime(() => lint({ text, locale: 'en', annotations, links: [], hasEntities: true }))).toBeLessThan(
      6000,
    );
  });

  test('of a long article with many annotations takes no time', () => {
    const text = Array.from(
      { length: 400 },
      (_, i) => `Velia ${i} said: “The port stays open for month ${i} or so.”`,
    ).join('\n\n');
    const annotations = Array.from({ length: 400 }, (_, i) => [
      annotation(text, ['actor', `Velia ${i} `], `a${i}`),
      annotation(text, ['claim', `The port stays open for month ${i} `], `c${i}`),
    ]).flat();
    const began = performance.now();
    const found = lint({ text, locale: 'en', annotations, links: [], hasEntities: false });
    expect(found.filter(({ rule }) => rule === 'claim-without-claimant')).toHaveLength(400);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
