import { expect, test, vi } from 'vitest';
import { createWindows } from '../../src/main/hosts/windows.ts';

test('the newest window acts, and the others are told once', () => {
  const windows = createWindows();
  const first = vi.fn();
  const second = vi.fn();
  windows.onTakenOver('a', first);
  expect(windows.acts('a')).toBe(true);
  windows.onTakenOver('b', second);
  expect(first).toHaveBeenCalledTimes(1);
  expect(windows.acts('a')).toBe(false);
  expect(windows.acts('b')).toBe(true);
  windows.acts('c');
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(1);
});

test('a window that was taken over stays so when it connects again, and is told at once', () => {
  const windows = createWindows();
  windows.acts('a');
  windows.acts('b');
  const told = vi.fn();
  windows.onTakenOver('a', told);
  expect(told).toHaveBeenCalledTimes(1);
  expect(windows.acts('a')).toBe(false);
  expect(windows.acts('b')).toBe(true);
});

test('one that is gone is told nothing', () => {
  const windows = createWindows();
  const told = vi.fn();
  windows.onTakenOver('a', told)();
  windows.acts('b');
  expect(told).not.toHaveBeenCalled();
});
