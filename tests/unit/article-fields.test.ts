import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARTICLE_FIELDS, ARTICLE_FIELD_MAX, fitsField } from '../../src/shared/model/article.ts';
import { ArticleFieldsSchema } from '../../src/shared/model/schemas.ts';

const passes = (field: keyof typeof ARTICLE_FIELD_MAX, value: string) =>
  ArticleFieldsSchema.shape[field].safeParse(value).success;

const part = (max: number, width: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'));

describe('what the window lets into a field', () => {
  it('is what the core takes: lengths', () => {
    expect(Object.keys(ArticleFieldsSchema.shape)).toEqual(ARTICLE_FIELDS);
    for (const field of ARTICLE_FIELDS) {
      if (field === 'date') continue;
      for (const more of [0, 1]) {
        const value = 'x'.repeat(ARTICLE_FIELD_MAX[field] + more);
        expect([field, more, fitsField(field, value)]).toEqual([field, more, more === 0]);
        expect(passes(field, value)).toBe(more === 0);
      }
    }
  });

  it.each([
    ['', true],
    ['2031-03-14', true],
    ['2032-02-29', true],
    ['2031-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2031-04-31', false],
    ['2031-13-01', false],
    ['2031-00-10', false],
    ['0001-01-01', true],
    ['2031-3-14', false],
    [' 2031-03-14', false],
    ['14 March 2031', false],
  ])('is what the core takes: the date “%s”', (value, fits) => {
    expect(fitsField('date', value)).toBe(fits);
    expect(passes('date', value)).toBe(fits);
  });

  it('is what the core takes: any four, two and two digits', () => {
    fc.assert(
      fc.property(part(9999, 4), part(14, 2), part(33, 2), (year, month, day) => {
        const value = `${year}-${month}-${day}`;
        expect(fitsField('date', value)).toBe(passes('date', value));
      }),
    );
  });
});
