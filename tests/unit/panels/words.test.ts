import { describe, expect, test } from 'vitest';
import { removalWords } from '../../../src/renderer/panels/article/removal-words.ts';
import { valueWords } from '../../../src/renderer/panels/claims/words.ts';
import { fileSize, moment, someOf } from '../../../src/renderer/panels/parts/words.ts';
import { secondsLeft } from '../../../src/renderer/panels/parts/use-job.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import { counted } from '../../../src/shared/text/counted.ts';

test('a day that was recorded is read as every other day of the record', () => {
  expect(valueWords('2031-03-14', 'date')).toBe('14 March 2031');
  expect(valueWords('2031-03-14', 'short-text')).toBe('2031-03-14');
  expect(valueWords('soon', 'date')).toBe('soon');
  expect(valueWords(false, 'boolean')).toBe('no');
});

describe('numbers in words', () => {
  test.each([
    [0, '0 articles'],
    [1, '1 article'],
    [1204, '1,204 articles'],
  ])('%i', (value, words) => expect(counted(value, 'article')).toBe(words));

  test('an odd plural', () => expect(counted(2, 'entry', 'entries')).toBe('2 entries'));

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [9949, '9.9 kB'],
    [9950, '10 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [20_000_000, '20 MB'],
  ])('%i bytes', (bytes, words) => expect(fileSize(bytes)).toBe(words));

  test('a moment, and what is none', () => {
    expect(moment('2031-03-14T09:05:00.000Z', 'UTC')).toBe('14 Mar 2031, 09:05');
    expect(moment('yesterday')).toBe('');
  });

  test('names in a row', () => {
    expect(someOf([])).toBe('');
    expect(someOf(['A'])).toBe('A');
    expect(someOf(['A', 'B'])).toBe('A and B');
    expect(someOf(['A', 'B', 'C'])).toBe('A, B and C');
    expect(someOf(['A', 'B', 'C', 'D', 'E'])).toBe('A, B and 3 more');
  });
});

describe('the time that is left', () => {
  test('follows the pace so far', () => expect(secondsLeft({ done: 25, total: 100, what: '' }, 2000)).toBe(6));
  test('is not told too early or without a total', () => {
    expect(secondsLeft({ done: 25, total: 100, what: '' }, 900)).toBeNull();
    expect(secondsLeft({ done: 25, total: 0, what: '' }, 9000)).toBeNull();
    expect(secondsLeft({ done: 0, total: 100, what: '' }, 9000)).toBeNull();
  });
});

const annotation = (id: string, coderId: string): Annotation => ({
  id,
  coderId,
  articleId: 'a',
  kind: 'actor',
  fragments: [{ start: 0, end: 1 }],
  memo: '',
  attributes: {},
  ...UNCODED,
  createdAt: '2031-03-14T00:00:00.000Z',
  updatedAt: '2031-03-14T00:00:00.000Z',
});

describe('what is removed with an article', () => {
  const coders = [
    { id: 'i', name: 'Ines Corvo', createdAt: '2031-03-14T00:00:00.000Z' },
    { id: 'm', name: 'Mara Kessel', createdAt: '2031-03-14T00:00:00.000Z' },
  ];

  test.each([
    [[], 'Nothing is coded in it.'],
    [[annotation('1', 'm')], 'With it goes 1 annotation by Mara Kessel.'],
    [
      [annotation('1', 'i'), annotation('2', 'm'), annotation('3', 'm')],
      'With it go 3 annotations by 2 coders: Mara Kessel 2, Ines Corvo 1.',
    ],
  ])('%#', (annotations, along) => {
    const words = removalWords('Straits stay closed', annotations, coders);
    expect(words).toContain(`“Straits stay closed” is taken out of the project. ${along} `);
    expect(words).toContain('Undo brings all of it back.');
  });

  test('an article without a title', () => {
    expect(removalWords('', [], coders)).toMatch(/^This article is taken out/);
  });
});
