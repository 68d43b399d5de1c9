/*
 * Several names in one cell, joined with “; ”. Made to be read by people, and taken apart again exactly: a `;` or `\` in a
 * name gets a `\` before it.
 */

/** Names → one cell; '' for none. */
export function listCell(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** One cell → its names. */
export function parseList(cell: string): readonly string[] {
  if (cell === '') return [];
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < cell.length; at++) {
    const character = cell[at] as string;
    if (character === '\\' && at + 1 < cell.length) name += cell[++at];
    else if (character === ';') {
      names.push(name);
      name = '';
      if (cell[at + 1] === ' ') at++;
    } else name += character;
  }
  return [...names, name];
}
