import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHandles } from '../../src/main/files/handles.ts';

function handles() {
  let n = 0;
  return createHandles(() => `h${++n}`);
}

describe('handles', () => {
  test('one path has one handle, however it is written', () => {
    const h = handles();
    const path = resolve('/tmp/a/report.txt');
    const handle = h.forPath(path);
    expect(h.forPath('/tmp/b/../a/report.txt')).toBe(handle);
    expect(h.forPath('/tmp/a/other.txt')).not.toBe(handle);
    expect(h.resolve(handle)).toEqual({ kind: 'path', path, name: 'report.txt' });
    expect(h.path(handle)).toBe(path);
    expect(handle).not.toContain('report');
  });

  test('bytes have a handle each and no path', () => {
    const h = handles();
    const bytes = new Uint8Array([65]);
    const handle = h.forBytes('report.txt', bytes);
    expect(h.forBytes('report.txt', bytes)).not.toBe(handle);
    expect(h.resolve(handle)).toEqual({ kind: 'bytes', name: 'report.txt', bytes });
    expect(() => h.path(handle)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('report.txt') }),
    );
  });

  test('a handle of another launch is refused', () => {
    expect(() => handles().resolve('h1')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => handles().path('/etc/passwd')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
