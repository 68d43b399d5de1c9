import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { putInPlace, syncFolder } from '../../src/main/db/in-place.ts';
import { temporaryFolder } from '../api/support/core.ts';

afterEach(() => void vi.restoreAllMocks());

/** A call that the system refuses with this code. */
function deny(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

function written(there: string | null): { readonly folder: string; readonly partial: string; readonly place: string } {
  const folder = temporaryFolder();
  const partial = join(folder, '.part');
  const place = join(folder, 'talks.parley');
  fs.writeFileSync(partial, 'new');
  if (there !== null) fs.writeFileSync(place, there);
  return { folder, partial, place };
}

describe.each([
  ['a disk with links', () => undefined],
  ['a disk without links', () => void vi.spyOn(fs, 'linkSync').mockImplementation(deny('EPERM'))],
])('putting a file in its place, on %s', (_, prepare) => {
  it('gives it its name', () => {
    const { partial, place } = written(null);
    prepare();
    expect(putInPlace(partial, place)).toBe(true);
    expect(fs.readFileSync(place, 'utf8')).toBe('new');
  });

  it('never writes over what lies there', () => {
    const { partial, place } = written('mine');
    prepare();
    expect(putInPlace(partial, place)).toBe(false);
    expect(fs.readFileSync(place, 'utf8')).toBe('mine');
  });

  it('is no failure where the folder may be written and not listed', () => {
    const { partial, place } = written(null);
    prepare();
    vi.spyOn(fs, 'openSync').mockImplementation(deny('EACCES'));
    expect(putInPlace(partial, place)).toBe(true);
    expect(fs.readFileSync(place, 'utf8')).toBe('new');
  });
});

it('a folder that its disk doesn’t sync is no failure; a disk that fails is one', () => {
  const { folder } = written(null);
  const sync = vi.spyOn(fs, 'fsyncSync').mockImplementation(deny('EINVAL'));
  expect(() => syncFolder(folder)).not.toThrow();
  sync.mockImplementation(deny('EIO'));
  expect(() => syncFolder(folder)).toThrow('EIO');
});
