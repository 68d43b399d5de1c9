/** A line of a text. */
export interface Line {
  /** UTF-16 offset in the whole text. */
  readonly start: number;
  /** Without its line end and the white space around it. */
  readonly text: string;
}

/** The first `most` lines from an offset on. Line ends are CRLF, LF, CR and U+2028/2029. */
export function linesFrom(text: string, from: number, most: number): Line[] {
  const lines: Line[] = [];
  const end = /\r\n|[\n\r\u2028\u2029]/g;
  end.lastIndex = from;
  for (let start = from; lines.length < most && start < text.length; start = end.lastIndex) {
    const match = end.exec(text);
    const stop = match?.index ?? text.length;
    const line = text.slice(start, stop);
    lines.push({ start: start + line.length - line.trimStart().length, text: line.trim() });
    if (!match) break;
  }
  return lines;
}

/** The last `most` lines that aren't blank, in order, within the text's last 4,000 units. */
export function lastLines(text: string, most: number): string[] {
  const lines = text
    .slice(-4000)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim());
  return lines.filter((line) => line !== '').slice(-most);
}
