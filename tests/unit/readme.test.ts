import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/renderer/commands/registry.ts';
import { formats } from '../../src/shared/formats/registry.ts';
import { keyTable } from './support/key-table.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('has the keys as they are in the program', () => {
    const table = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/.exec(readme)?.[1];
    expect(table).toBe(keyTable(commands));
  });

  it('names every format', () => {
    for (const format of formats) expect(readme).toContain(`| \`${format.info.id}\` |`);
  });

  it('shows pictures and names files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((to) => !/^https?:/.test(to));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(root, link)), link).toBe(true);
  });
});
