import { describe, expect, test } from 'vitest';
import { ROLE_KINDS } from '../../src/shared/model/role.ts';
import { paragraphs } from '../../src/shared/text/paragraphs.ts';
import { countWords } from '../../src/shared/text/words.ts';
import type { Figures } from '../bench/figures.ts';
import { makeArticle } from '../bench/generate.ts';
import { judge } from '../bench/goals.ts';
import { median, quantile } from '../bench/statistics.ts';
import { chooseTargets } from '../bench/targets.ts';

describe('the articles that are measured', () => {
  const made = makeArticle(3000, 7);

  test('are the same in every run, and others by another seed', () => {
    expect(makeArticle(3000, 7)).toEqual(made);
    expect(makeArticle(3000, 8).text).not.toBe(made.text);
  });

  test('have the words that were asked for, in paragraphs that Parley shows as such', () => {
    expect(countWords(made.text)).toBe(3000);
    expect(paragraphs(made.text)).toEqual(made.paragraphs.map(({ start, end }) => ({ start, end })));
  });

  test('have an annotation for every ten words, from a word’s start to a word’s end, none twice', () => {
    const starts = new Set(made.paragraphs.flatMap(({ words }) => words.map(({ start }) => start)));
    const ends = new Set(made.paragraphs.flatMap(({ words }) => words.map(({ end }) => end)));
    expect(made.annotations).toHaveLength(300);
    expect(made.annotations.every(({ start, end }) => start < end && starts.has(start) && ends.has(end))).toBe(true);
    expect(new Set(made.annotations.map(({ kind, start, end }) => `${kind} ${start} ${end}`)).size).toBe(300);
  });

  test('have short ones inside claims, and links from claims to what may fill the role', () => {
    const claims = made.annotations.filter(({ kind }) => kind === 'claim');
    const inside = made.annotations.filter(
      (one) => one.kind !== 'claim' && claims.some((claim) => claim.start <= one.start && one.end <= claim.end),
    );
    expect(inside.length).toBeGreaterThan(60);
    expect(made.links.length).toBeGreaterThan(20);
    for (const { claim, role, target } of made.links) {
      expect(made.annotations[claim]?.kind).toBe('claim');
      expect(made.annotations[target]?.kind).toBe(ROLE_KINDS[role][0]);
    }
  });

  test('are tagged where nothing is tagged yet', () => {
    const targets = chooseTargets(made, 6, 1);
    expect(chooseTargets(made, 6, 1)).toEqual(targets);
    for (const { paragraph, from, to, start, kind, next } of targets) {
      expect((made.paragraphs[paragraph]?.start ?? 0) + from).toBe(start);
      expect(to).toBeGreaterThan(from);
      expect(kind).not.toBe(next);
      expect(made.annotations.some((one) => one.start <= start && start < one.end)).toBe(false);
    }
  });
});

describe('figures', () => {
  test('a median lies in the middle; a quantile is one of the values', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(median([])).toBeNaN();
  });

  test('a goal is a ratio of what was measured; what wasn’t measured has none', () => {
    const figures: Figures = {
      open: 120,
      openLeast: 100,
      openMost: 140,
      work: 80,
      heap: 1,
      sweep: 40,
      sweepP95: 20,
      reading: 20,
      over50: 2,
      edits: { tag: { p50: 20, p95: 30 } },
      edit: { p50: 20, p95: 30 },
    };
    const goals = judge(
      new Map([
        ['parley 100000', figures],
        ['codemirror 100000', { ...figures, open: 60 }],
      ]),
      null,
    );
    expect(goals.map(({ what, measured, most }) => [what, measured, measured <= most])).toEqual([
      ['open 100,000 words : CodeMirror in memory', 2, false],
      ['edit, p95, 100,000 words', 30, true],
      ['edit, p95, 100,000 words : CodeMirror in memory', 1, true],
      ['scroll 100,000 words', 2, false],
    ]);
  });
});
