/** As many characters as the words around an annotation have at most: what is as long may begin or end inside a word. */
const MOST = 32;

/**
 * The words before an annotation on one line, without the half word that they may begin with.
 * @param shorter characters that were taken out of them already, at most.
 */
export function beginning(before: string, shorter = 0): string {
  const line = before.replace(/\s+/gu, ' ');
  return before.length < MOST - shorter ? line : `… ${line.slice(line.indexOf(' ') + 1)}`;
}

/** The words behind an annotation, as `beginning`. */
export function ending(after: string, shorter = 0): string {
  const line = after.replace(/\s+/gu, ' ');
  return after.length < MOST - shorter ? line : `${line.slice(0, Math.max(0, line.lastIndexOf(' ')))} …`;
}
