/*
 * The Unicode encodings, read by hand where platforms differ: Node 20 to 24 and Electron give the same result.
 */

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as strict UTF-8, a BOM kept; null when they aren't. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes as UTF-16, whatever they hold; an odd last byte is left out. */
export function fromUtf16(bytes: Uint8Array, order: 'LE' | 'BE'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (order === 'BE' ? even.swap16() : even).toString('utf16le');
}

/** Whether half of a surrogate pair stands alone: such text can't be written as UTF-8. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Characters that running text in any script can't do without: ASCII, and the blanks and stops of East Asia. */
const EVERYDAY = /[\t\n\r\x20-\x7e\u3000-\u3002\uff0c]/g;
/** What running text doesn't hold. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const NOT_TEXT = /[\0-\x08\x0e-\x1f\p{Cn}\p{Co}\p{Cs}]/u;
/** How much is looked at to tell the byte order, in bytes. */
const SAMPLE = 65_536;

/**
 * The byte order of UTF-16 without a BOM, or null when the bytes aren't UTF-16. They are when, read in one order, they are
 * text with at least every fiftieth character an everyday one.
 */
export function utf16Order(bytes: Uint8Array): 'LE' | 'BE' | null {
  if (bytes.length % 2 === 1 || !bytes.includes(0) || isAsciiWithZeros(bytes.subarray(0, SAMPLE))) return null;
  let best: 'LE' | 'BE' | null = null;
  let most = 0;
  for (const order of ['LE', 'BE'] as const) {
    const text = fromUtf16(bytes.subarray(0, SAMPLE), order).replace(/[\ud800-\udbff]$/, '');
    const everyday = text.match(EVERYDAY)?.length ?? 0;
    if (everyday > most && everyday * 50 >= text.length && !NOT_TEXT.test(text)) {
      best = order;
      most = everyday;
    }
  }
  return best;
}

/** ASCII text with zeros strewn in. In UTF-16, every second byte of such a text would be zero. */
function isAsciiWithZeros(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if (byte > 0x7e || (byte < 0x20 && (byte < 9 || byte > 13))) return false;
  }
  return zeros * 5 < bytes.length * 2;
}

/**
 * Where bytes that are all but UTF-8 are broken: the number of the line, from 1, of the first byte that doesn't fit; null
 * when they don't look like UTF-8 at all. They do when at least five characters of several bytes are whole for each
 * that is broken.
 */
export function brokenUtf8Line(bytes: Uint8Array): number | null {
  let whole = 0;
  let broken = 0;
  let line = 1;
  let brokenLine = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      if (byte === 0x0a) line++;
      i++;
      continue;
    }
    const length =
      byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
    let seen = 1;
    while (seen < length && ((bytes[i + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (length > 0 && seen === length) {
      whole++;
    } else {
      broken++;
      brokenLine ||= line;
    }
    i += seen;
  }
  return broken > 0 && whole >= broken * 5 ? brokenLine : null;
}
