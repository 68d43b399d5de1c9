import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, realDisk } from '../../src/main/exchange/disk.ts';
import { FolderWriter } from '../../src/main/exchange/folder-writer.ts';
import { MARKER, markerText, readMarker } from '../../src/main/exchange/marker.ts';
import { claimTarget } from '../../src/main/exchange/target.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'parley-folder-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('folder writer', () => {
  it('writes interleaved pieces and knows hash, bytes and rows of each file', () => {
    const writer = new FolderWriter(folder, realDisk);
    writer.write({ path: 'a.csv', text: 'id\n' });
    writer.write({ path: 'text/b.txt', text: 'čaj ' });
    writer.write({ path: 'a.csv', text: '1\n' });
    writer.write({ path: 'text/b.txt', text: '🙂' });
    expect(writer.seal('text/b.txt')).toEqual({ sha256: sha256('čaj 🙂'), bytes: 9 });
    expect(writer.finish()).toEqual([
      { path: 'a.csv', sha256: sha256('id\n1\n'), bytes: 5, rows: 1 },
      { path: 'text/b.txt', sha256: sha256('čaj 🙂'), bytes: 9, rows: null },
    ]);
    expect(fs.readFileSync(join(folder, 'text/b.txt'), 'utf8')).toBe('čaj 🙂');
  });

  it('keeps a character whole that two pieces share', () => {
    const writer = new FolderWriter(folder, realDisk);
    const filler = 'x'.repeat(70_000);
    writer.write({ path: 'a.txt', text: `${filler}\ud83d` });
    writer.write({ path: 'a.txt', text: '\ude42' });
    writer.finish();
    expect(fs.readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(`${filler}🙂`);
  });

  it('goes back to a file after many others, with the hash of all of it', () => {
    const writer = new FolderWriter(folder, realDisk);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 50; i++) writer.write({ path: `${i}.txt`, text: `round ${round}\n` });
    }
    const text = 'round 0\nround 1\nround 2\n';
    const files = writer.finish();
    expect(files).toHaveLength(50);
    for (const file of files) {
      expect(file.sha256).toBe(sha256(text));
      expect(fs.readFileSync(join(folder, file.path), 'utf8')).toBe(text);
    }
  });

  it('makes every file durable after the last that was written into it, and can be stopped meanwhile', () => {
    const pathOf = new Map<number, string>();
    const acts = new Map<string, string[]>();
    const note = (fd: number, act: string) => {
      const path = pathOf.get(fd) ?? '';
      acts.set(path, [...(acts.get(path) ?? []), act]);
    };
    const watched: Disk = {
      ...realDisk,
      open(path, flags) {
        const fd = realDisk.open(path, flags);
        pathOf.set(fd, path);
        return fd;
      },
      write(fd, bytes) {
        note(fd, 'write');
        realDisk.write(fd, bytes);
      },
      sync(fd) {
        note(fd, 'sync');
        realDisk.sync(fd);
      },
    };
    const writer = new FolderWriter(folder, watched);
    for (const round of [1, 2]) for (let i = 0; i < 40; i++) writer.write({ path: `${i}.txt`, text: `${round}` });
    writer.seal('39.txt');
    let left = 10;
    const stop = () => {
      if (left-- === 0) throw new Error('stopped');
    };
    expect(() => writer.finish(stop)).toThrow('stopped');
    writer.finish();
    expect(acts.size).toBe(40);
    for (const done of acts.values()) expect(done.at(-1)).toBe('sync');
  });

  it('writes no more into a file whose hash was given out', () => {
    const writer = new FolderWriter(folder, realDisk);
    writer.write({ path: 'a.txt', text: 'x' });
    writer.seal('a.txt');
    expect(() => writer.write({ path: 'a.txt', text: 'y' })).toThrow(/finished/);
    expect(() => writer.seal('b.txt')).toThrow(/not written/);
  });

  it.each(['../out.txt', '/out.txt', 'a//b.txt', 'a/../../b.txt', 'a\\b.txt', 'C:x', ''])(
    'never leaves its folder: %s',
    (path) => {
      const writer = new FolderWriter(folder, realDisk);
      expect(() => writer.write({ path, text: 'x' })).toThrow(/no name/);
      writer.abandon();
    },
  );
});

/** Makes an export of one file in the place, as the exporter does. */
function exportOnce(place: string, text: string, disk: Disk = realDisk): void {
  const target = claimTarget(place, 'toy');
  try {
    const writer = new FolderWriter(target.partial, disk);
    writer.write({ path: 'sub/a.txt', text });
    const files = writer.finish().map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
    writer.write({ path: MARKER, text: markerText('toy', files) });
    writer.finish();
    target.commit(disk);
  } finally {
    target.abandon();
  }
}

describe('target of an export', () => {
  it('is a new folder, an empty one, or an unchanged earlier export', () => {
    const place = join(folder, 'deep/down/out');
    exportOnce(place, 'one');
    exportOnce(place, 'two');
    expect(fs.readFileSync(join(place, 'sub/a.txt'), 'utf8')).toBe('two');
    expect(readMarker(place)?.format).toBe('toy');
    expect(fs.readdirSync(join(folder, 'deep/down'))).toEqual(['out']);

    const empty = join(folder, 'empty');
    fs.mkdirSync(empty);
    fs.writeFileSync(join(empty, '.DS_Store'), 'litter');
    exportOnce(empty, 'three');
    expect(fs.readdirSync(empty).sort()).toEqual([MARKER, 'sub']);
  });

  it.each([
    ['a folder with other files', (place: string) => fs.writeFileSync(join(place, 'thesis.doc'), 'x'), /other files/],
    [
      'an export of another format',
      (place: string) => fs.writeFileSync(join(place, MARKER), markerText('brat', [])),
      /an export as brat/,
    ],
    ['an unreadable marker', (place: string) => fs.writeFileSync(join(place, MARKER), '{'), /other files/],
  ])('is not %s', (_, fill, message) => {
    const place = join(folder, 'out');
    fs.mkdirSync(place);
    fill(place);
    const before = fs.readdirSync(place);
    expect(() => claimTarget(place, 'toy')).toThrow(message);
    expect(fs.readdirSync(place)).toEqual(before);
    expect(fs.readdirSync(folder)).toEqual(['out']);
  });

  it('is not an earlier export in which somebody has worked', () => {
    const place = join(folder, 'out');
    exportOnce(place, 'one');
    fs.writeFileSync(join(place, 'sub/notes.txt'), 'mine');
    expect(() => claimTarget(place, 'toy')).toThrow(/“sub\/notes.txt” in it isn’t part/);
    fs.rmSync(join(place, 'sub/notes.txt'));
    fs.writeFileSync(join(place, 'sub/a.txt'), 'edited');
    expect(() => claimTarget(place, 'toy')).toThrow(/“sub\/a.txt” in it was changed/);
    expect(fs.readFileSync(join(place, 'sub/a.txt'), 'utf8')).toBe('edited');
  });

  it('is not a file, nor a folder below one', () => {
    fs.writeFileSync(join(folder, 'file'), 'x');
    expect(() => claimTarget(join(folder, 'file'), 'toy')).toThrow(/is a file/);
    expect(() => claimTarget(join(folder, 'file/out'), 'toy')).toThrow(/can’t be a folder/);
    expect(fs.readFileSync(join(folder, 'file'), 'utf8')).toBe('x');
  });

  it('puts the earlier export back when the new one can’t be moved into its place', () => {
    const place = join(folder, 'out');
    exportOnce(place, 'one');
    const failing: Disk = {
      ...realDisk,
      rename(from, to) {
        if (from.includes('.unfinished-export-')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
        realDisk.rename(from, to);
      },
    };
    expect(() => exportOnce(place, 'two', failing)).toThrow(/busy/);
    expect(fs.readFileSync(join(place, 'sub/a.txt'), 'utf8')).toBe('one');
    expect(fs.readdirSync(folder)).toEqual(['out']);
  });

  it('follows a link and leaves it a link', () => {
    fs.mkdirSync(join(folder, 'real'));
    fs.symlinkSync(join(folder, 'real'), join(folder, 'link'));
    exportOnce(join(folder, 'link'), 'one');
    expect(fs.lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(join(folder, 'real/sub/a.txt'), 'utf8')).toBe('one');
  });

  it('leaves what others put into a folder that it made', () => {
    const given = claimTarget(join(folder, 'new', 'deep', 'one'), 'jsonl');
    const other = claimTarget(join(folder, 'new', 'two'), 'jsonl');
    fs.writeFileSync(join(other.partial, 'articles.jsonl'), '{}');
    other.commit(realDisk);
    given.abandon();
    expect(fs.readdirSync(join(folder, 'new'))).toEqual(['two']);
    expect(fs.readdirSync(join(folder, 'new', 'two'))).toEqual(['articles.jsonl']);
  });

  it('takes away what a process that was killed left beside it, and nothing of one that runs', () => {
    const place = join(folder, 'out');
    exportOnce(place, 'one');
    const { partial } = claimTarget(place, 'toy');
    const { pid } = spawnSync(process.execPath, ['--version']);
    const ofDead = (path: string) => path.replace(`-${process.pid}-`, `-${pid}-`);
    expect(ofDead(partial)).not.toBe(partial);
    const others = [
      ofDead(partial),
      ofDead(partial).replace('.unfinished-', '.replaced-'),
      // Of another place, of another machine, of another program.
      ofDead(partial).replace('out.unfinished', 'out2.unfinished'),
      ofDead(partial).replace(/export-[0-9a-f]{6}/, 'export-xxxxxx'),
      `${place}.unfinished-export-mine`,
    ];
    for (const other of others) {
      fs.mkdirSync(other);
      fs.writeFileSync(join(other, 'a.csv'), 'x');
    }
    exportOnce(place, 'two');
    expect(fs.readdirSync(folder).sort()).toEqual(
      [place, partial, ...others.slice(2)].map((path) => basename(path)).sort(),
    );
    expect(fs.readFileSync(join(place, 'sub/a.txt'), 'utf8')).toBe('two');
  });

  it('takes the folders that it made away again when it is given up', () => {
    claimTarget(join(folder, 'new/deep/out'), 'toy').abandon();
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
