import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectedByClick } from '../../src/renderer/editor/clicks.ts';
import { lanesFor } from '../../src/renderer/editor/lanes.ts';
import { cutPieces, type Emphasis } from '../../src/renderer/editor/pieces.ts';
import { type Annotation, UNCODED } from '../../src/shared/model/annotation.ts';
import { KINDS, type Kind } from '../../src/shared/model/kind.ts';
import { compareSpans } from '../../src/shared/text/span.ts';

const text = 'Hale said that the draft was blocked by the Northern League, he added.';
const whole = { start: 0, end: text.length };
const plain: Emphasis = { selectedId: null, related: new Map(), cue: [], flash: null };

function annotation(id: string, kind: Kind, ...words: (string | readonly [number, number])[]): Annotation {
  const fragments = words.map((w) => {
    const start = typeof w === 'string' ? text.indexOf(w) : w[0];
    return { start, end: typeof w === 'string' ? start + w.length : w[1] };
  });
  const at = '2031-03-14T09:00:00.000Z';
  return {
    id,
    kind,
    fragments,
    articleId: 'a',
    coderId: 'c',
    memo: '',
    attributes: {},
    ...UNCODED,
    createdAt: at,
    updatedAt: at,
  };
}

const outer = annotation('outer', 'claim', 'the draft was blocked by the Northern League');
const inner = annotation('inner', 'claim', 'was blocked by the Northern League');
const league = annotation('league', 'actor', 'the Northern League');
const draw = (annotations: readonly Annotation[], emphasis: Partial<Emphasis> = {}, range = whole) =>
  cutPieces(text, range, annotations, { ...plain, ...emphasis }).map((p) => ({
    ...p,
    words: text.slice(p.from, p.to),
  }));

const alone = (annotations: readonly Annotation[]) =>
  draw(annotations).map((p) => [p.words, p.className.split(' ').includes('an-claim-within')]);

describe('pieces', () => {
  it('keeps an actor in a claim in a claim visible', () => {
    const pieces = draw([outer, inner, league]);
    expect(pieces.map((p) => [p.words, p.className, p.ids, p.description])).toEqual([
      ['the draft ', 'an an-claim an-claim-start', 'outer', 'claim'],
      ['was blocked by ', 'an an-claim an-claim-2 an-claim-inner-start', 'inner outer', 'claim in claim'],
      [
        'the Northern League',
        'an an-claim an-claim-end an-claim-2 an-claim-inner-end an-actor an-actor-start an-actor-end',
        'league inner outer',
        'actor in claim in claim',
      ],
    ]);
  });

  it('shows a claim on the very words of an actor, or within them, by itself', () => {
    const said = annotation('said', 'claim', 'the Northern League');
    const within = annotation('within', 'claim', 'Northern');
    expect(alone([league, said])).toEqual([['the Northern League', true]]);
    expect(alone([league, within])).toEqual([
      ['the ', false],
      ['Northern', true],
      [' League', false],
    ]);
    expect(alone([league, said, outer]).at(-1)).toEqual(['the Northern League', true]);
    expect(alone([league, outer]).at(-1)).toEqual(['the Northern League', false]);
  });

  it('lets what follows an actor at once draw the end of its box, and nothing else', () => {
    const longer = annotation('longer', 'claim', 'Hale said that');
    const hale = annotation('hale', 'actor', 'Hale');
    const sides = (emphasis: Partial<Emphasis>) =>
      draw([hale, longer, league], emphasis).map((p) => p.className.match(/an-after-\w+/g) ?? []);
    expect(sides({})).toEqual([[], ['an-after-actor'], []]);
    expect(sides({ selectedId: 'hale' })).toEqual([[], ['an-after-actor', 'an-after-selected'], []]);
    expect(sides({ selectedId: 'longer' })).toEqual([[], ['an-after-actor'], []]);
  });

  it('rounds only true ends: what goes on in the next paragraph has none', () => {
    const [piece] = draw([outer], {}, { start: 20, end: 40 });
    expect(piece?.className).toBe('an an-claim');
  });

  it('rings every fragment of the selected one and marks the gap between', () => {
    const broken = annotation('broken', 'claim', 'the draft', 'he added');
    const pieces = draw([broken, league], { selectedId: 'broken' });
    const ring = 'an-selected an-selected-claim an-selected-start an-selected-end';
    expect(
      pieces.map((p) => [p.words, p.className.includes(ring), p.className.includes('an-gap-claim'), p.ids]),
    ).toEqual([
      ['the draft', true, false, 'broken'],
      [' was blocked by ', false, true, ''],
      ['the Northern League', false, true, 'league'],
      [', ', false, true, ''],
      ['he added', true, false, 'broken'],
    ]);
    expect(draw([broken]).map((p) => p.words)).toEqual(['the draft', 'he added']);
  });

  it('names the role where a related one begins', () => {
    const pieces = draw([annotation('hale', 'actor', 'Hale'), inner], { related: new Map([['hale', 'claimant']]) });
    expect(pieces.map((p) => [p.words, p.role, p.className.includes('an-related-actor')])).toEqual([
      ['Hale', 'by', true],
      ['was blocked by the Northern League', '', false],
    ]);
  });

  it('marks bidi control characters, and a span that was jumped to', () => {
    const hidden = 'ab\u202ecd';
    const pieces = cutPieces(hidden, { start: 0, end: 5 }, [], { ...plain, flash: [{ start: 1, end: 4 }] });
    expect(pieces.map((p) => [p.from, p.to, p.className, p.control])).toEqual([
      [1, 2, 'an an-flash', ''],
      [2, 3, 'an an-flash an-control', 'RLO'],
      [3, 4, 'an an-flash', ''],
    ]);
  });

  it('covers exactly what is annotated, once, with exactly those annotations', () => {
    const spans = fc.array(
      fc.tuple(fc.constantFrom(...KINDS), fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, fc.nat(30), fc.integer({ min: 31, max: 70 }), (raw, start, end) => {
        const annotations = raw
          .map(([kind, from, length, gap], i) =>
            annotation(`n${i}`, kind, [from, from + length], [from + length + gap, from + length + gap + 3]),
          )
          .sort((a, b) => compareSpans(a.fragments, b.fragments));
        const pieces = cutPieces(text, { start, end }, annotations, plain);
        for (let at = start; at < end; at++) {
          const over = annotations.filter((a) => a.fragments.some((f) => f.start <= at && at < f.end)).map((a) => a.id);
          const here = pieces.filter((p) => p.from <= at && at < p.to);
          expect(here.length).toBe(over.length > 0 ? 1 : 0);
          expect((here[0]?.ids.split(' ') ?? []).sort()).toEqual(over.sort());
        }
        for (const piece of pieces) expect(piece.from >= start && piece.to <= end).toBe(true);
      }),
    );
  });
});

describe('bars in the margin', () => {
  const claims = [1, 2, 3, 4, 5].map((n) => annotation(`c${n}`, 'claim', [n, 30 + n]));

  it('has one for each claim, three at most, and counts the rest', () => {
    expect(lanesFor(whole, [league], null)).toBeNull();
    expect(lanesFor(whole, [league, outer], null)).toEqual({ ids: ['outer'], more: 0, selected: -1 });
    expect(lanesFor(whole, claims, null)).toEqual({ ids: ['c1', 'c2', 'c3'], more: 2, selected: -1 });
  });

  it('always has one for the selected claim', () => {
    expect(lanesFor(whole, claims, 'c5')).toEqual({ ids: ['c1', 'c2', 'c5'], more: 2, selected: 2 });
  });

  it('has none where only the gap of a claim runs', () => {
    const broken = annotation('b', 'claim', [0, 4], [50, 60]);
    expect(lanesFor({ start: 10, end: 40 }, [broken], 'b')).toBeNull();
  });
});

describe('a click', () => {
  it('takes the innermost, then outwards, and round again; bare text takes none', () => {
    const ids = ['actor', 'inner', 'outer'];
    expect(selectedByClick(ids, null)).toBe('actor');
    expect(selectedByClick(ids, 'elsewhere')).toBe('actor');
    expect(selectedByClick(ids, 'inner')).toBe('outer');
    expect(selectedByClick(ids, 'outer')).toBe('actor');
    expect(selectedByClick([], 'actor')).toBeNull();
  });
});
