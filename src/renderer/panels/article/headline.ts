/**
 * Whether a text shows its title by itself: one of its first three lines with words is the title, whatever its white space.
 * The title is then not drawn once more above it. `first`: it is the very first line, which is drawn as the headline.
 */
export function titleInText(title: string, text: string): 'first' | 'later' | null {
  const wanted = squeezed(title);
  if (wanted === '') return null;
  const lines = text
    .slice(0, 4000)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(squeezed)
    .filter((line) => line !== '');
  const at = lines.slice(0, 3).indexOf(wanted);
  return at < 0 ? null : at === 0 ? 'first' : 'later';
}

function squeezed(line: string): string {
  return line.replace(/[\s\uFEFF]+/gu, ' ').trim();
}
