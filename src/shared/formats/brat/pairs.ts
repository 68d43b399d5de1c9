import { FormatError, type ReadMapping } from '../format.ts';

/** An annotation file with whose it is. */
export interface AnnSource {
  readonly path: string;
  /** As the file's name says; '' when it doesn't. */
  readonly coder: string;
}

/** A text with its annotation files: none, one, or one a coder. */
export interface Pair {
  readonly text: string;
  readonly anns: readonly AnnSource[];
}

/**
 * Finds for each .ann file the .txt that it belongs to: of the same name, or with `coderFrom: 'suffix'` of the longest name
 * that the .ann file's continues with `_CODER`. Throws `FormatError` for one without a text.
 */
export function pairFiles(paths: readonly string[], mapping: ReadMapping): readonly Pair[] {
  const pairs = new Map<string, { readonly text: string; readonly anns: AnnSource[] }>();
  for (const path of paths) {
    if (path.toLowerCase().endsWith('.txt')) pairs.set(path.slice(0, -4), { text: path, anns: [] });
  }
  for (const path of paths) {
    if (!path.toLowerCase().endsWith('.ann')) continue;
    const base = path.slice(0, -4);
    const name = pairs.has(base) || mapping.coderFrom === 'none' ? base : longestName(base, pairs);
    const pair = pairs.get(name);
    if (!pair)
      throw new FormatError(`${path} has no text beside it: ${base}.txt is not there.`, hintFor(base, mapping, pairs));
    pair.anns.push({ path, coder: base.slice(name.length + 1) });
  }
  return [...pairs.values()];
}

function hintFor(base: string, mapping: ReadMapping, pairs: ReadonlyMap<string, unknown>): string {
  const name = longestName(base, pairs);
  if (mapping.coderFrom === 'none' && pairs.has(name)) {
    return `If it is one coder’s annotation of ${name}.txt, read the coders from the file names (--coder-from suffix).`;
  }
  return 'Nothing was read. Put the text beside it, or take the .ann file out.';
}

/** The longest name of a text such that the base is that name, `_` and something; else the base. */
function longestName(base: string, pairs: ReadonlyMap<string, unknown>): string {
  const folder = base.lastIndexOf('/') + 1;
  for (let at = base.lastIndexOf('_', base.length - 2); at > folder; at = base.lastIndexOf('_', at - 1)) {
    const name = base.slice(0, at);
    if (pairs.has(name)) return name;
  }
  return base;
}
