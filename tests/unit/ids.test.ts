import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIds, ID_PATTERN } from '../../src/shared/model/ids.ts';

test('ids are UUIDs of version 7 that carry their time', () => {
  const id = createIds(randomBytes, () => Date.parse('2031-03-14T09:00:00.000Z'))();
  expect(id).toMatch(ID_PATTERN);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2031-03-14T09:00:00.000Z'));
});

test('ids sort in the order of their making, within a millisecond and when the clock goes back', () => {
  let time = 1_931_000_000_000;
  const newId = createIds(randomBytes, () => time);
  const ids = Array.from({ length: 20_000 }, (_, i) => {
    if (i === 9_000) time += 2;
    if (i === 12_000) time -= 5_000;
    return newId();
  });
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(ID_PATTERN);
});
