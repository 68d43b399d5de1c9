import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileFailure } from '../../src/main/files/failure.ts';
import { type FilesWorld, makeFilesWorld } from './files-support.ts';

let world: FilesWorld;

beforeEach(() => {
  world = makeFilesWorld();
});

afterEach(() => {
  vi.unstubAllEnvs();
  world.close();
});

const refused = (code: string) => fileFailure(Object.assign(new Error('no'), { code }), 'closed').toInfo();

const hold = (name: string, base64: string) => world.client.call('files.hold', { name, base64 });

describe('files.places', () => {
  test('the folders that are there, and the open project’s', async () => {
    const home = join(world.folder, 'home');
    mkdirSync(join(home, 'Documents'), { recursive: true });
    mkdirSync(join(home, 'Schreibtisch'));
    mkdirSync(join(home, '.config'));
    writeFileSync(
      join(home, '.config', 'user-dirs.dirs'),
      '# desktop\nXDG_DESKTOP_DIR="$HOME/Schreibtisch"\nXDG_DOWNLOAD_DIR="$HOME"\n',
    );
    vi.stubEnv('HOME', home);
    vi.stubEnv('USERPROFILE', home);
    vi.stubEnv('XDG_CONFIG_HOME', '');
    const before = await world.client.call('files.places', {});
    expect(before.places.map((place) => place.name)).toEqual(['Home', 'Documents', 'Desktop']);
    expect(world.core.context.handles.path(before.places[2]?.folder ?? '')).toBe(join(home, 'Schreibtisch'));

    await world.client.call('project.create', { file: world.handle('talks.parley') });
    const after = await world.client.call('files.places', {});
    expect(after.places.map((place) => place.name)).toContain('This project’s folder');
  });
});

describe('files.list', () => {
  beforeEach(() => {
    mkdirSync(join(world.folder, 'in', 'Zeta'), { recursive: true });
    mkdirSync(join(world.folder, 'in', 'alpha'));
    for (const name of ['report 10.txt', 'report 2.TXT', 'notes.md', 'talks.parley', 'picture.png', '.hidden.txt']) {
      writeFileSync(join(world.folder, 'in', name), 'Talks');
    }
    symlinkSync(join(world.folder, 'nowhere'), join(world.folder, 'in', 'broken.txt'));
  });

  test.each([
    ['all', ['alpha', 'Zeta', 'notes.md', 'picture.png', 'report 2.TXT', 'report 10.txt', 'talks.parley']],
    ['articles', ['alpha', 'Zeta', 'notes.md', 'report 2.TXT', 'report 10.txt']],
    ['projects', ['alpha', 'Zeta', 'talks.parley']],
    ['folders', ['alpha', 'Zeta']],
  ] as const)('%s', async (show, names) => {
    const listing = await world.client.call('files.list', { folder: world.handle('in'), show });
    expect(listing.entries.map((entry) => entry.name)).toEqual(names);
  });

  test('says where it is, what is above, and how large things are', async () => {
    const folder = world.handle('in');
    const listing = await world.client.call('files.list', { folder, show: 'all' });
    expect(listing).toMatchObject({ folder, location: join(world.folder, 'in'), parent: world.handle() });
    expect(listing.entries[0]).toMatchObject({ kind: 'folder', bytes: 0, file: world.handle('in', 'alpha') });
    expect(listing.entries[2]).toMatchObject({ kind: 'file', bytes: 5 });
    expect(Date.parse(listing.entries[2]?.modifiedAt ?? '')).toBeGreaterThan(0);
    let root = world.folder;
    while (dirname(root) !== root) root = dirname(root);
    const top = await world.client.call('files.list', {
      folder: world.core.context.handles.forPath(root),
      show: 'folders',
    });
    expect(top.parent).toBeNull();
  });

  test('a folder that is gone, and a file that is none', async () => {
    await expect(world.client.call('files.list', { folder: world.handle('gone'), show: 'all' })).rejects.toMatchObject({
      code: 'file-gone',
      message: expect.stringContaining('gone'),
    });
    await expect(
      world.client.call('files.list', { folder: world.handle('in', 'notes.md'), show: 'all' }),
    ).rejects.toMatchObject({ code: 'file-gone' });
  });

  test('a folder or file that may not be read', () => {
    expect(refused('EACCES')).toMatchObject({ code: 'file-unreadable', message: '“closed” may not be read by you.' });
    expect(refused('EPERM').code).toBe('file-unreadable');
    expect(refused('ELOOP').message).toContain('link');
    expect(refused('EIO')).toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('closed') });
  });
});

describe('files.child', () => {
  test('there or not yet', async () => {
    writeFileSync(join(world.folder, 'talks.parley'), '');
    const there = await world.client.call('files.child', { folder: world.handle(), name: 'talks.parley' });
    expect(there).toEqual({ file: world.handle('talks.parley'), exists: true });
    const not = await world.client.call('files.child', { folder: world.handle(), name: 'new talks.parley' });
    expect(not).toEqual({ file: world.handle('new talks.parley'), exists: false });
  });

  test('a link that leads nowhere is there: writing would follow it', async () => {
    symlinkSync(join(world.folder, 'nowhere'), join(world.folder, 'link'));
    expect((await world.client.call('files.child', { folder: world.handle(), name: 'link' })).exists).toBe(true);
  });

  test.each(['../out', 'a/b', 'a\\b', '.', '..', 'a\0b', 'a\nb', '  ', 'ä'.repeat(200)])(
    '%j is refused',
    async (name) => {
      await expect(world.client.call('files.child', { folder: world.handle(), name })).rejects.toMatchObject({
        code: 'bad-input',
      });
    },
  );

  test('in a folder that is gone', async () => {
    await expect(world.client.call('files.child', { folder: world.handle('gone'), name: 'a' })).rejects.toMatchObject({
      code: 'file-gone',
    });
  });
});

describe('files.hold', () => {
  test('keeps the bytes', async () => {
    const { file } = await hold('report.txt', Buffer.from('Talks – día').toString('base64'));
    const held = world.core.context.handles.resolve(file);
    expect(held.kind === 'bytes' && Buffer.from(held.bytes).toString()).toBe('Talks – día');
  });

  test('refuses what is too large, cut off, or oddly named', async () => {
    await expect(hold('big.txt', 'AAAA'.repeat(7 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('big.txt'),
    });
    await expect(hold('cut.txt', 'QUJDR')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(hold('odd.txt', 'QU!D')).rejects.toMatchObject({ code: 'bad-input' });
    await expect(hold('../odd.txt', 'QUJD')).rejects.toMatchObject({ code: 'bad-input' });
  });
});
