import chardet from 'chardet';
import iconv from 'iconv-lite';

/*
 * Text from before Unicode. chardet tells which encoding is likely, iconv-lite reads it: the platform's own decoders
 * differ between versions.
 */

/**
 * By the name that chardet gives: the encoding to read it as. The windows-… forms add characters where the ISO
 * ones have none, so nothing is lost by reading the wider one.
 */
const READ_AS: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'ISO-8859-2',
  'ISO-8859-5': 'ISO-8859-5',
  'ISO-8859-6': 'ISO-8859-6',
  'ISO-8859-7': 'ISO-8859-7',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  'KOI8-R': 'KOI8-R',
  Shift_JIS: 'Shift_JIS',
  'EUC-JP': 'EUC-JP',
  'EUC-KR': 'EUC-KR',
  Big5: 'Big5',
  GB18030: 'GB18030',
};

/** Below this, chardet's answer says no more than that nothing speaks against it. */
const LEAST_CONFIDENCE = 15;
/** How much is looked at to tell the encoding, in bytes. */
const SAMPLE = 65_536;
/** A byte without a character, or one of the control characters that windows-… encodings don't have. */
const MISREAD = /[\ufffd\x80-\x84\x86-\x9f]/;

/** Bytes in some legacy encoding → text and the encoding's name; null when no encoding reads them without gaps. */
export function fromLegacy(bytes: Uint8Array): { text: string; encoding: string } | null {
  const likely = chardet
    .analyse(tellingLines(bytes))
    .filter((match) => match.confidence >= LEAST_CONFIDENCE)
    .map((match) => READ_AS[match.name])
    .filter((name) => name !== undefined);
  for (const name of new Set([...likely, 'windows-1252'])) {
    const text = iconv.decode(Buffer.from(bytes), name, { stripBOM: false });
    if (MISREAD.test(text)) continue;
    if (name === 'windows-1252' && isTurkishNames(text)) {
      return { text: iconv.decode(Buffer.from(bytes), 'windows-1254', { stripBOM: false }), encoding: 'windows-1254' };
    }
    return { text, encoding: name };
  }
  return null;
}

/**
 * Whether Ğ İ Ş ğ ı ş were read as the Icelandic letters that share their bytes. In Icelandic itself more than one letter
 * in ten is outside ASCII; where far fewer are, ð and þ are names from Turkey in a text of another language.
 */
function isTurkishNames(text: string): boolean {
  if (!/[ÐÞðþ]/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const outsideAscii = text.match(/[À-ÿ]/g)?.length ?? 0;
  return outsideAscii < letters * 0.08;
}

/** The lines that hold more than ASCII, up to the sample's size: only they tell encodings apart. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let start = 0; start < bytes.length && size < SAMPLE; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    const first = line.findIndex((byte) => byte >= 0x80);
    if (first >= 0) {
      // In a very long line, begin near the first telling byte.
      const from = Math.max(0, first - 1024);
      const part = line.subarray(from, from + SAMPLE - size);
      parts.push(part);
      size += part.length;
    }
    start = end;
  }
  return Buffer.concat(parts);
}
