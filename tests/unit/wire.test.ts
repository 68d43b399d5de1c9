import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenArticle } from '../../src/shared/api/contract.ts';
import { fromWire, toWire } from '../../src/shared/api/wire.ts';
import { type Annotation, REPORTINGS, UNCODED } from '../../src/shared/model/annotation.ts';
import type { Article } from '../../src/shared/model/article.ts';
import { KINDS } from '../../src/shared/model/kind.ts';
import type { Link } from '../../src/shared/model/link.ts';
import { ROLES } from '../../src/shared/model/role.ts';

const AT = '2031-03-14T08:00:00.000Z';

const article: Article = {
  id: 'a',
  textHash: 'h',
  title: 'Talks “resume”',
  outlet: '',
  date: '2031-03-14',
  author: '',
  url: '',
  language: 'en',
  status: 'new',
  fileName: '',
  length: 0,
  words: 0,
  addedAt: AT,
};

const fragment = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 90 }))
  .map(([start, length]) => ({ start, end: start + length }));
/** Mostly what a fresh tag holds; sometimes not. */
const seldom = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 3 }, { arbitrary: other, weight: 1 });
const time = fc.integer({ min: 0, max: 4e9 }).map((n) => new Date(n * 1000).toISOString());

const arbitraryAnnotation: fc.Arbitrary<Omit<Annotation, 'id'>> = fc.record({
  articleId: fc.constant('a'),
  kind: fc.constantFrom(...KINDS),
  coderId: fc.constantFrom('ana', 'ben', 'eva'),
  fragments: fc.oneof(
    { arbitrary: fc.tuple(fragment), weight: 4 },
    { arbitrary: fc.array(fragment, { minLength: 2, maxLength: 4 }), weight: 1 },
  ),
  memo: seldom('', fc.string({ unit: 'binary' })),
  attributes: seldom<Annotation['attributes']>(
    {},
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant(true as const))),
  ),
  entityId: seldom<string | null>(null, fc.string()),
  codes: seldom<readonly string[]>([], fc.array(fc.string())),
  values: seldom<Annotation['values']>({}, fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.nat()))),
  reporting: seldom<Annotation['reporting']>('', fc.constantFrom(...REPORTINGS)),
  cue: seldom<Annotation['cue']>([], fc.array(fragment, { maxLength: 2 })),
  utteredOn: seldom('', fc.constant('2031-03-14')),
  createdAt: fc.oneof(fc.constant(AT), time),
  updatedAt: fc.oneof(fc.constant(AT), time),
});

const arbitraryLink: fc.Arbitrary<Omit<Link, 'id'>> = fc
  .record({
    articleId: fc.constant('a'),
    // Some lead to what isn’t there, as in a file that something else has changed.
    claimId: fc.nat(9).map((n) => `n${n}`),
    role: fc.constantFrom(...ROLES),
    targetIs: fc.constantFrom('annotation', 'entity'),
    targetId: fc.nat(9).map((n) => `n${n}`),
    position: fc.nat(5),
  })
  .map((link): Omit<Link, 'id'> => ({ ...link, targetIs: link.targetIs as Link['targetIs'] }));

const arbitraryOpen: fc.Arbitrary<OpenArticle> = fc.record({
  article: fc.constant(article),
  text: fc.string({ unit: 'binary' }),
  annotations: fc
    .array(arbitraryAnnotation, { maxLength: 8 })
    .map((all) => all.map((annotation, i) => ({ ...annotation, id: `n${i}` }))),
  links: fc.array(arbitraryLink, { maxLength: 6 }).map((all) => all.map((link, i) => ({ ...link, id: `l${i}` }))),
});

const crossed = (method: string, output: unknown): unknown =>
  fromWire(method, JSON.parse(JSON.stringify(toWire(method, output))));

describe('an open article', () => {
  it('arrives as it was, in whatever order and however it is coded', () => {
    fc.assert(
      fc.property(arbitraryOpen, (open) => {
        expect(crossed('articles.open', open)).toEqual(JSON.parse(JSON.stringify(open)));
      }),
    );
  });

  it('says once what all its annotations have alike', () => {
    const annotations = Array.from(
      { length: 1000 },
      (_, i): Annotation => ({
        id: `01a21afc-2efa-734b-ba77-9b42e799${i}`,
        articleId: 'a',
        kind: 'actor',
        coderId: 'ana',
        fragments: [{ start: i * 50, end: i * 50 + 7 }],
        memo: '',
        attributes: {},
        ...UNCODED,
        createdAt: AT,
        updatedAt: AT,
      }),
    );
    const open: OpenArticle = { article, text: '', annotations, links: [] };
    const plain = JSON.stringify(open).length;
    expect(JSON.stringify(toWire('articles.open', open)).length).toBeLessThan(plain / 3);
    expect(crossed('articles.open', open)).toEqual(open);
  });
});

it('what other methods answer crosses as it is', () => {
  const output = { rows: [1, null] };
  expect(toWire('articles.list', output)).toBe(output);
  expect(fromWire('articles.list', output)).toBe(output);
  expect(toWire('constructor', output)).toBe(output);
});
