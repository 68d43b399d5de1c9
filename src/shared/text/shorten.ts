/**
 * A text on one line, cut at a blank so that it has at most `length` UTF-16 units with the `…` that then ends it. A single
 * longer word is cut between two characters. White space and control characters become single blanks.
 */
export function shorten(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const room = line.slice(0, length);
  const blank = room.lastIndexOf(' ');
  const cut = blank > length / 2 ? room.slice(0, blank) : room.slice(0, -1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** A text with every run of white space and control characters as one blank, and none around it. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Words on one line with at most `most` characters as a reader counts them, `…` where something was left out: where words are
 * quoted, and a blank may be far. Never ends inside a character.
 */
export function clip(words: string, most: number): string {
  const line = oneLine(words);
  let kept = '';
  let count = 0;
  for (const { segment, index } of graphemes.segment(line)) {
    if (++count === most) {
      const rest = line.slice(index + segment.length);
      return rest === '' ? line : `${kept.trimEnd()}…`;
    }
    kept += segment;
  }
  return line;
}

/** A text without line ends, and without blanks around it; the blanks in it stay. */
export function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}

/** A text as it stands, blanks and line ends too, at most so many characters of it: where two are to be told apart. */
export function exactly(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
