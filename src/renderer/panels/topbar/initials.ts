/** The first letters of a name's first and last word; `?` for none. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => (word ? [...word][0]?.toLocaleUpperCase() : '')).join('') || '?';
}
