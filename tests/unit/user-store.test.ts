import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFolder } from '../../src/main/user/data-folder.ts';
import { createUserStore } from '../../src/main/user/store.ts';

let folder = '';
let count = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-user-'));
  count = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function store(place = folder) {
  return createUserStore(place, { now: () => `2031-03-14T09:00:0${count++}.000Z`, newId: () => `id-${count++}` });
}

describe('the user’s own settings', () => {
  test('begin with an id for the coder and no name, and stay', () => {
    const place = join(folder, 'new', 'parley');
    const first = store(place);
    expect(first.coder()).toEqual({ id: 'id-0', name: '' });
    expect(first.settings()).toEqual({ theme: 'system', snapToWords: true, proposals: true, keys: {} });
    expect(first.recents()).toEqual([]);
    expect(store(place).coder()).toEqual({ id: 'id-0', name: '' });
    first.setCoder({ id: 'id-0', name: 'Ana' });
    expect(first.saveSettings({ theme: 'dark' })).toEqual({
      theme: 'dark',
      snapToWords: true,
      proposals: true,
      keys: {},
    });
    const second = store(place);
    expect(second.coder()).toEqual({ id: 'id-0', name: 'Ana' });
    expect(second.settings()).toEqual({ theme: 'dark', snapToWords: true, proposals: true, keys: {} });
    expect(readdirSync(place)).toEqual(['settings.json']);
  });

  test('list recent projects, the latest first, each once, 20 at most', () => {
    const own = store();
    for (let i = 0; i < 25; i++) own.remember(`/studies/Study ${i}.parley`);
    own.remember('/studies/Study 10.parley');
    const recents = store().recents();
    expect(recents).toHaveLength(20);
    expect(recents[0]).toMatchObject({ name: 'Study 10', location: '/studies/Study 10.parley' });
    expect(recents[1]?.name).toBe('Study 24');
    expect(recents.filter(({ name }) => name === 'Study 10')).toHaveLength(1);
  });

  test.each([
    ['', 'empty'],
    ['{"coder":', 'cut off'],
    ['[]', 'of another shape'],
    ['\u0000\u0001', 'binary'],
  ])('that are broken (%j) are set aside, and Parley starts', (bytes) => {
    writeFileSync(join(folder, 'settings.json'), bytes);
    expect(store().coder().name).toBe('');
    expect(readFileSync(join(folder, 'settings.broken.json'), 'utf8')).toBe(bytes);
    writeFileSync(join(folder, 'settings.json'), 'again');
    store();
    expect(readdirSync(folder).sort()).toEqual(['settings.broken-2.json', 'settings.broken.json', 'settings.json']);
  });

  test('of two windows don’t write over each other', () => {
    const one = store();
    const two = store();
    one.setCoder({ id: 'a', name: 'Ana' });
    two.saveSettings({ snapToWords: false });
    two.remember('/studies/Two.parley');
    one.remember('/studies/One.parley');
    const later = store();
    expect(later.coder().name).toBe('Ana');
    expect(later.settings().snapToWords).toBe(false);
    expect(later.recents().map(({ name }) => name)).toEqual(['One', 'Two']);
  });

  test('that can’t be written don’t stop the start, and say so when something is to be saved', () => {
    const place = join(folder, 'file');
    writeFileSync(place, 'not a folder');
    const own = store(place);
    expect(own.coder().name).toBe('');
    expect(() => own.remember('/studies/One.parley')).not.toThrow();
    expect(() => own.setCoder({ id: 'a', name: 'Ana' })).toThrow(expect.objectContaining({ code: 'read-only' }));
    expect(own.coder().name).toBe('');
    mkdirSync(join(folder, 'other', 'settings.json'), { recursive: true });
    expect(store(join(folder, 'other')).settings().theme).toBe('system');
    expect(existsSync(join(folder, 'other', 'settings.json'))).toBe(true);
  });
});

test.each([
  [{ PARLEY_DATA_DIR: '/data/p', HOME: '/home/ana' }, 'linux', '/data/p'],
  [{ HOME: '/home/ana' }, 'linux', '/home/ana/.local/share/parley'],
  [{ HOME: '/home/ana', XDG_DATA_HOME: '/d' }, 'linux', '/d/parley'],
  [{ HOME: '/home/ana', XDG_DATA_HOME: 'relative' }, 'linux', '/home/ana/.local/share/parley'],
  [{ HOME: '/Users/ana' }, 'darwin', '/Users/ana/Library/Application Support/Parley'],
  [{ APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'win32', 'C:\\Users\\ana\\AppData\\Roaming\\Parley'],
  [{ USERPROFILE: 'C:\\Users\\ana' }, 'win32', 'C:\\Users\\ana\\AppData\\Roaming\\Parley'],
])('%j on %s keeps its own things in %s', (env, platform, folder) => {
  expect(dataFolder(env, platform)).toBe(folder);
});
