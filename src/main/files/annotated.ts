import { readdir } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { FoundFile } from './find-articles.ts';

/**
 * How many of these texts have brat's annotations beside them: `NAME.ann`, or `NAME_CODER.ann` for `NAME.txt`. A folder that
 * can't be listed counts as having none.
 */
export async function countAnnotated(files: readonly FoundFile[]): Promise<number> {
  const layers = new Map<string, ReadonlySet<string>>();
  let count = 0;
  for (const { held } of files) {
    if (held.kind !== 'path' || extname(held.path).toLowerCase() !== '.txt') continue;
    const folder = dirname(held.path);
    const names = layers.get(folder) ?? (await annotatedNames(folder));
    layers.set(folder, names);
    if (names.has(basename(held.path, extname(held.path)))) count++;
  }
  return count;
}

/** Every name of a text that an .ann file of the folder may belong to: `a_b.ann` to `a_b` or to `a`. */
async function annotatedNames(folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const file of await readdir(folder).catch(() => [])) {
    if (!file.toLowerCase().endsWith('.ann')) continue;
    const name = file.slice(0, -4);
    names.add(name);
    for (let at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) names.add(name.slice(0, at));
  }
  return names;
}
