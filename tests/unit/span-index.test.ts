import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnnotationIndex } from '../../src/renderer/store/annotation-index.ts';
import { type Annotation, UNCODED } from '../../src/shared/model/annotation.ts';
import { compareSpans, spanEnd, spanStart } from '../../src/shared/text/span.ts';
import { SpanIndex, type Spanned } from '../../src/shared/text/span-index.ts';

const item = (id: string, start: number, end: number): Spanned => ({ id, fragments: [{ start, end }] });
const ids = (items: readonly Spanned[]): string[] => items.map((i) => i.id);

const arbitraryItems = fc
  .array(fc.tuple(fc.nat(500), fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 500 }))), {
    maxLength: 300,
  })
  .map((pairs) => pairs.map(([start, length], i) => item(`i${i}`, start, start + length)));

describe('SpanIndex', () => {
  it('answers as a plain list would, after any additions and removals', () => {
    const acts = fc.array(fc.tuple(fc.nat(299), fc.nat(500), fc.integer({ min: 1, max: 80 })), { maxLength: 60 });
    fc.assert(
      fc.property(arbitraryItems, acts, fc.nat(600), fc.nat(600), (items, acts, a, b) => {
        const index = new SpanIndex(items);
        const plain = new Map(items.map((i) => [i.id, i]));
        for (const [n, start, length] of acts) {
          const changed = item(`i${n}`, start, start + length);
          if (length % 3 === 0) {
            expect(index.remove(changed.id)).toBe(plain.delete(changed.id));
          } else {
            index.add(changed);
            plain.set(changed.id, changed);
          }
        }
        const sorted = [...plain.values()].sort(
          (x, y) => compareSpans(x.fragments, y.fragments) || (x.id < y.id ? -1 : 1),
        );
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(index.size).toBe(plain.size);
        expect(ids(index.all())).toEqual(ids(sorted));
        expect(ids(index.inRange(from, to))).toEqual(
          ids(sorted.filter((i) => spanStart(i.fragments) < to && spanEnd(i.fragments) > from)),
        );
        expect(index.next(from)).toBe(sorted.find((i) => spanStart(i.fragments) >= from));
        expect(index.previous(from)).toBe(sorted.findLast((i) => spanStart(i.fragments) < from));
      }),
    );
  });

  it('steps by id and filters', () => {
    const index = new SpanIndex([item('c', 4, 6), item('a', 0, 9), item('b', 0, 3)]);
    expect(ids(index.all())).toEqual(['a', 'b', 'c']);
    expect(index.next('a')?.id).toBe('b');
    expect(index.next('a', (i) => i.id === 'c')?.id).toBe('c');
    expect(index.previous('c')?.id).toBe('b');
    expect(index.previous('a')).toBeUndefined();
    expect(index.next('unknown')).toBeUndefined();
    expect(index.previous('unknown')).toBeUndefined();
  });

  it('counts the gap between fragments as its own', () => {
    const broken: Spanned = {
      id: 'x',
      fragments: [
        { start: 0, end: 5 },
        { start: 50, end: 55 },
      ],
    };
    expect(ids(new SpanIndex([broken]).inRange(20, 30))).toEqual(['x']);
  });
});

const annotation = (id: string, kind: Annotation['kind'], start: number): Annotation => ({
  id,
  kind,
  articleId: 'a',
  coderId: 'c',
  fragments: [{ start, end: start + 5 }],
  memo: '',
  attributes: {},
  ...UNCODED,
  createdAt: '2031-03-14T09:00:00.000Z',
  updatedAt: '2031-03-14T09:00:00.000Z',
});

describe('AnnotationIndex', () => {
  it('has a new version and new lists after each change, and only then', () => {
    const index = AnnotationIndex.from([annotation('2', 'claim', 10), annotation('1', 'actor', 0)]);
    const { version } = index;
    const claims = index.claims();
    expect(ids(claims)).toEqual(['2']);
    index.remove('none');
    expect(index.version).toBe(version);
    expect(index.claims()).toBe(claims);
    index.replace(annotation('1', 'claim', 20));
    expect(index.version).toBeGreaterThan(version);
    expect(ids(index.claims())).toEqual(['2', '1']);
    expect(ids(claims)).toEqual(['2']);
    index.remove('2');
    expect(index.get('2')).toBeUndefined();
    expect(ids(index.all())).toEqual(['1']);
  });
});
