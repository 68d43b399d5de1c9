import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenArticle } from '../../src/shared/api/contract.ts';
import { answers, fromWire } from '../../src/shared/api/wire.ts';
import { type Annotation, REPORTINGS } from '../../src/shared/model/annotation.ts';
import type { Article } from '../../src/shared/model/article.ts';
import { KINDS } from '../../src/shared/model/kind.ts';
import type { Link } from '../../src/shared/model/link.ts';
import { ROLES } from '../../src/shared/model/role.ts';
import { compareSpans } from '../../src/shared/text/span.ts';
import { packed } from '../api/support/packed.ts';

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

const crossed = (open: OpenArticle): unknown => fromWire('articles.open', JSON.parse(packed(open).json));

/** In reading order, as the core gives them. */
const inOrder = (open: OpenArticle): OpenArticle => ({
  ...open,
  annotations: open.annotations.toSorted((a, b) => compareSpans(a.fragments, b.fragments) || (a.id < b.id ? -1 : 1)),
});

describe('an open article', () => {
  it('arrives as it was, however it is coded', () => {
    fc.assert(
      fc.property(arbitraryOpen, (any) => {
        const open = inOrder(any);
        expect(crossed(open)).toEqual(JSON.parse(JSON.stringify(open)));
      }),
    );
  });

  it('has what stands in the same place in the order of ids, in whatever order it came', () => {
    fc.assert(
      fc.property(arbitraryOpen, fc.infiniteStream(fc.nat()), (any, keys) => {
        const open = inOrder(any);
        const shuffled = open.annotations
          .map((each) => ({ each, key: Number(keys.next().value) }))
          .toSorted((a, b) => compareSpans(a.each.fragments, b.each.fragments) || a.key - b.key)
          .map(({ each }) => each);
        expect(crossed({ ...open, annotations: shuffled })).toEqual(JSON.parse(JSON.stringify(open)));
      }),
    );
  });
});

it('what other methods answer crosses as it is', async () => {
  const output = { rows: [1, null] };
  const answer = answers(async (method) => (method === 'files.child' ? undefined : output));
  expect(await answer('articles.list', {})).toBe('{"rows":[1,null]}');
  expect(await answer('files.child', {})).toBe('null');
  expect(fromWire('articles.list', output)).toBe(output);
  expect(fromWire('constructor', output)).toBe(output);
});
