import { describe, expect, it } from 'vitest';
import { titleInText } from '../../../src/renderer/panels/article/headline.ts';
import { wordsOf } from '../../../src/renderer/panels/claims/words.ts';
import { groupOf, headingAbove } from '../../../src/renderer/panels/corpus/grouping.ts';
import { longDate } from '../../../src/renderer/panels/parts/words.ts';
import { initials } from '../../../src/renderer/panels/topbar/initials.ts';
import type { ArticleRow } from '../../../src/shared/api/contract.ts';
import type { Annotation } from '../../../src/shared/model/annotation.ts';

const row = (date: string, outlet = 'Kestrel Wire') => ({ date, outlet }) as ArticleRow;

const annotation = (...fragments: { start: number; end: number }[]) => ({ fragments }) as unknown as Annotation;

describe('what the panels show', () => {
  it('finds a title that the text shows by itself', () => {
    expect(titleInText('Talks resume', '\uFEFFTalks  resume\r\n\r\nVelia said')).toBe('first');
    expect(titleInText('Talks resume', 'date 2031-03-14\n\nTalks resume\nVelia')).toBe('later');
    expect(titleInText('Talks resume', 'Talks resume today\nVelia')).toBeNull();
    expect(titleInText('', 'x')).toBeNull();
  });

  it('writes headings where the group changes, and none where it cannot know', () => {
    expect(headingAbove(row('2031-03-14'), undefined, 0, 'date')).toBe('14 March 2031');
    expect(headingAbove(row('2031-03-14'), row('2031-03-14'), 1, 'date')).toBeNull();
    expect(headingAbove(row('2031-03-13'), row('2031-03-14'), 1, 'date')).toBe('13 March 2031');
    expect(headingAbove(row('2031-03-13'), undefined, 200, 'date')).toBeNull();
    expect(headingAbove(row('2031-03-13'), row('2031-03-14'), 1, 'title')).toBeNull();
    expect(groupOf(row('', ''), 'outlet')).toBe('No outlet');
    expect(longDate('spring')).toBe('spring');
  });

  it('shows the words of a broken quotation with dots, without its outer quotes', () => {
    const text = '“It is possible,” she said, “if both come.”';
    expect(wordsOf(text, annotation({ start: 0, end: 17 }))).toBe('It is possible,');
    expect(wordsOf(text, annotation({ start: 1, end: 15 }, { start: 29, end: 42 }))).toBe(
      'It is possible … if both come.',
    );
    expect(wordsOf(text, annotation({ start: 0, end: 17 }, { start: 28, end: 43 }))).toBe(
      'It is possible, … if both come.',
    );
  });

  it('makes initials of names in any script', () => {
    expect([initials('Mara Kessel'), initials('ana'), initials('  '), initials('ليلى حداد')]).toEqual([
      'MK',
      'A',
      '?',
      'لح',
    ]);
  });
});
