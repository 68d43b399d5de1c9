/**
 * Counts the records of a file while it is written, piece by piece, so that an export's report can name them without
 * reading the file again. CSV after RFC 4180: a line break inside quotes doesn't end a record, the header isn't one.
 */
export interface RowCounter {
  add(text: string): void;
  /** Records so far; a last one without a line break counts. */
  rows(): number;
}

/** A counter for files of which Parley knows what a row is (`.csv`, `.jsonl`), else null. */
export function rowCounterFor(path: string): RowCounter | null {
  if (path.endsWith('.csv')) return countRecords(true, 1);
  if (path.endsWith('.jsonl')) return countRecords(false, 0);
  return null;
}

/** @param quoted whether `"` opens text in which a line break is only text; @param headers how many records aren't rows. */
function countRecords(quoted: boolean, headers: number): RowCounter {
  let records = 0;
  let inQuotes = false;
  let open = false;

  function add(text: string): void {
    let at = 0;
    while (at < text.length) {
      if (inQuotes) {
        const close = text.indexOf('"', at);
        if (close < 0) return;
        inQuotes = false;
        at = close + 1;
        continue;
      }
      const lineEnd = text.indexOf('\n', at);
      const quote = quoted ? text.slice(at, lineEnd < 0 ? undefined : lineEnd).indexOf('"') : -1;
      if (quote >= 0) {
        inQuotes = true;
        open = true;
        at += quote + 1;
      } else if (lineEnd >= 0) {
        records++;
        open = false;
        at = lineEnd + 1;
      } else {
        open = true;
        return;
      }
    }
  }

  return { add, rows: () => Math.max(0, records + (open ? 1 : 0) - headers) };
}
