import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dateLine, findDate } from '../../src/shared/text/dates.ts';

describe('findDate', () => {
  test.each([
    ['2031-03-14', '2031-03-14'],
    ['seen on 2031/3/4, late', '2031-03-04'],
    ['2031-03-14T22:10:00Z', '2031-03-14'],
    ['14 March 2031', '2031-03-14'],
    ['the 1st of March 2031', '2031-03-01'],
    ['14 MAR. 2031', '2031-03-14'],
    ['March 14, 2031', '2031-03-14'],
    ['Sept 3rd 2031', '2031-09-03'],
    ['14. März 2031', '2031-03-14'],
    ['1er août 2031', '2031-08-01'],
    ['14 de marzo de 2031', '2031-03-14'],
    ['14 Şubat 2031', '2031-02-14'],
    ['14 MAYIS 2031', '2031-05-14'],
    ['14 марта 2031', '2031-03-14'],
    ['2031年3月14日', '2031-03-14'],
    ['14.03.2031', '2031-03-14'],
    ['4.3.2031', '2031-03-04'],
    ['14/03/2031', '2031-03-14'],
    ['03/14/2031', '2031-03-14'],
    ['03/03/2031', '2031-03-03'],
  ])('%s', (line, date) => {
    expect(findDate(line)?.date).toBe(date);
  });

  test.each([
    ['03/04/2031', 'either way round'],
    ['30 February 2031', 'no such day'],
    ['29 February 2031', 'no leap year'],
    ['2031-13-01', 'no such month'],
    ['14 March', 'no year'],
    ['14 Marchioness 2031', 'no month'],
    ['March 2031', 'no day'],
    ['1234-56-78', 'no date'],
    ['call 555-2031-03-145', 'part of a number'],
    ['', 'nothing'],
  ])('%s is none: %s', (line) => {
    expect(findDate(line)).toBeNull();
  });

  test('says where the first one stands', () => {
    const line = 'Port Maren, 14 March 2031, updated 2031-03-15';
    const found = findDate(line);
    expect(found && line.slice(found.start, found.end)).toBe('14 March 2031');
  });

  test('every day, in each unambiguous way of writing', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2190-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
        const name = day.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
        for (const line of [
          date,
          `${dayOfMonth} ${name} ${year}`,
          `${name} ${dayOfMonth}, ${year}`,
          `${dayOfMonth}.${month}.${year}`,
        ]) {
          expect(dateLine(line)).toBe(date);
        }
      }),
    );
  });
});

describe('dateLine', () => {
  test.each([
    ['Published: Friday, 14 March 2031, 10:15 GMT'],
    ['Fri 14 March 2031 at 10.15 pm EST'],
    ['2031-03-14T10:15:00.000Z'],
    ['2031-03-14T10:15:00+02:00'],
    ['2031-03-14 10:15'],
    ['(March 14, 2031)'],
  ])('%s', (line) => {
    expect(dateLine(line)).toBe('2031-03-14');
  });

  test.each(['Talks of 14 March 2031', 'Port Maren, 14 March 2031', '14 March 2031 was a Friday in Velia', 'Friday'])(
    '%s holds more or less than a date',
    (line) => {
      expect(dateLine(line)).toBe('');
    },
  );
});

test('calendarDate refuses what the calendar has not', () => {
  expect(calendarDate(2032, 2, 29)).toBe('2032-02-29');
  expect(calendarDate(2031, 2, 29)).toBe('');
  expect(calendarDate(2031, 0, 1)).toBe('');
});
