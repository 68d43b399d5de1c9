/** As many characters as the words around an annotation have at most: what is as long may begin or end inside a word. */
const MOST = 32;

/** Chinese, Japanese, Thai and their like have no blanks between words: they are cut anywhere. */
const WITHOUT_BLANKS =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/**
 * The words before an annotation on one line, without the half word that they may begin with.
 * @param shorter characters that were taken out of them already, at most.
 */
export function beginning(before: string, shorter = 0): string {
  const line = before.replace(/\s+/gu, ' ');
  if (before.length < MOST - shorter) return line;
  return WITHOUT_BLANKS.test(line.slice(0, 1)) ? `…${line}` : `… ${line.slice(line.indexOf(' ') + 1)}`;
}

/** The words behind an annotation, as `beginning`. */
export function ending(after: string, shorter = 0): string {
  const line = after.replace(/\s+/gu, ' ');
  if (after.length < MOST - shorter) return line;
  return WITHOUT_BLANKS.test(line.slice(-1)) ? `${line}…` : `${line.slice(0, Math.max(0, line.lastIndexOf(' ')))} …`;
}
