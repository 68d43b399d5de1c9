import type { Code } from '../model/code.ts';

/*
 * A code's path: the names from the top of the hierarchy down to it, `Settlement > Security guarantees`. It is made to be
 * read by people, and can be taken apart again: a `>` that stands in a name gets a `\` before it.
 */

const STEP = ' > ';

/** Names from the top down → a path. */
export function joinPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\>]/g, '\\$&')).join(STEP);
}

/** A path → its names from the top down; white space around them isn't theirs. */
export function splitPath(path: string): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < path.length; at++) {
    const character = path[at] as string;
    if (character === '\\' && at + 1 < path.length) name += path[++at];
    else if (character === '>') {
      names.push(name.trim());
      name = '';
    } else name += character;
  }
  return [...names, name.trim()].filter((one) => one !== '');
}

/** The path of each code, by id. A parent that isn't there, or that is below its own child, is passed over. */
export function codePaths(codes: ReadonlyMap<string, Code>): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const code of codes.values()) {
    const names: string[] = [];
    const passed = new Set<string>();
    for (let at: Code | undefined = code; at && !passed.has(at.id); at = codes.get(at.parentId ?? '')) {
      passed.add(at.id);
      names.unshift(at.name);
    }
    paths.set(code.id, joinPath(names));
  }
  return paths;
}

/** Codes as they stand in the codebook: each behind its parent, by position, then name. */
export function inTreeOrder(codes: readonly Code[]): readonly Code[] {
  const known = new Set(codes.map((code) => code.id));
  const below = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(code);
    else below.set(parent, [code]);
  }
  for (const siblings of below.values()) siblings.sort(byPlace);
  const ordered: Code[] = [];
  const passed = new Set<string>();
  const descend = (parent: string | null): void => {
    for (const code of below.get(parent) ?? []) {
      if (passed.has(code.id)) continue;
      passed.add(code.id);
      ordered.push(code);
      descend(code.id);
    }
  };
  descend(null);
  // Codes in a circle hang below nothing; a project has none, but none is dropped.
  return [...ordered, ...codes.filter((code) => !passed.has(code.id))];
}

function byPlace(a: Code, b: Code): number {
  return a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);
}
