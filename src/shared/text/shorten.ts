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
