import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crumbs } from '../../../src/renderer/panels/chooser/location.ts';
import { nameProblem, projectFileName, safeName } from '../../../src/renderer/panels/chooser/new-name.ts';
import { all, extend, moved, only, toggle, typedRow } from '../../../src/renderer/panels/chooser/selection.ts';

const names = (location: string) => crumbs(location).map((crumb) => crumb.name);

describe('a location as steps', () => {
  test('of each system', () => {
    expect(names('/home/mara/news')).toEqual(['/', 'home', 'mara', 'news']);
    expect(names('/')).toEqual(['/']);
    expect(names('C:\\News\\Talks')).toEqual(['C:\\', 'News', 'Talks']);
    expect(names('\\\\archive\\share\\news')).toEqual(['\\\\archive\\share', 'news']);
  });

  test('a backslash is part of a name where slashes separate', () => {
    expect(names('/home/odd\\name')).toEqual(['/', 'home', 'odd\\name']);
  });

  test('each step says how far up it lies', () => {
    expect(crumbs('/a/b').map((crumb) => crumb.up)).toEqual([2, 1, 0]);
  });
});

describe('choosing rows', () => {
  test('with Ctrl one by one, with Shift a range from the anchor either way', () => {
    let selection = only(3);
    selection = toggle(selection, 5);
    expect([...selection.chosen]).toEqual([3, 5]);
    expect([...toggle(selection, 3).chosen]).toEqual([5]);
    expect([...extend(only(4), 2).chosen]).toEqual([2, 3, 4]);
    expect([...extend(extend(only(4), 2), 6).chosen]).toEqual([4, 5, 6]);
  });

  test('nothing and everything', () => {
    expect(only(-1).chosen.size).toBe(0);
    expect(all(4, 2)).toMatchObject({ active: 2 });
    expect(all(4, 2).chosen.size).toBe(4);
  });

  test('a key never leaves the list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -1, max: 49 }),
        fc.integer({ min: 1, max: 20 }),
        (key, length, active, page) => {
          const to = moved(key, Math.min(active, length - 1), length, page);
          expect(to).not.toBeNull();
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(length);
        },
      ),
    );
  });

  test('other keys, and an empty list, move nothing', () => {
    expect(moved('a', 0, 5, 3)).toBeNull();
    expect(moved('ArrowDown', -1, 0, 3)).toBeNull();
  });
});

describe('typing to find', () => {
  const list = ['alpha', 'beta', 'Bern', 'gamma', 'bells'];
  test('a letter goes to the next that begins so, whatever its case, and around', () => {
    expect(typedRow(list, 'b', -1)).toBe(1);
    expect(typedRow(list, 'b', 1)).toBe(2);
    expect(typedRow(list, 'b', 4)).toBe(1);
  });
  test('more letters keep the row that still fits', () => {
    expect(typedRow(list, 'be', 1)).toBe(1);
    expect(typedRow(list, 'ber', 1)).toBe(2);
    expect(typedRow(list, 'bel', 1)).toBe(4);
  });
  test('the same letter again goes on', () => expect(typedRow(list, 'bb', 1)).toBe(2));
  test('nothing fits', () => {
    expect(typedRow(list, 'x', 0)).toBe(-1);
    expect(typedRow(list, '', 0)).toBe(-1);
    expect(typedRow([], 'b', -1)).toBe(-1);
  });
});

describe('names of new files', () => {
  test.each(['', '  ', 'a/b', 'a\\b', 'what?', 'tab\there', '..', 'ends.', 'NUL', 'com1.txt', 'ä'.repeat(150)])(
    '%j is refused with a reason',
    (name) => expect(nameProblem(name)).toMatch(/\S/),
  );

  test.each(['Talks 2031', 'naïve', 'مفاوضات', 'v1.2', '🕊 talks'])('%j is fine', (name) =>
    expect(nameProblem(name)).toBeNull(),
  );

  test('a project ends in .parley, once', () => {
    expect(projectFileName(' Talks ')).toBe('Talks.parley');
    expect(projectFileName('Talks.Parley')).toBe('Talks.Parley');
  });

  test('any words become a name that can be used', () => {
    expect(safeName('Talks: part 1/2', 'x')).toBe('Talks part 1 2');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(nameProblem(safeName(words, 'dataset'))).toBeNull();
      }),
    );
  });
});
