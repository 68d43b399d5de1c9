import { ParleyError } from '../../shared/api/errors.ts';
import { fromLegacy } from './legacy.ts';
import { looksLike } from './sniff.ts';
import { brokenUtf8Line, fromUtf16, fromUtf8, hasLoneSurrogate, utf16Order } from './utf.ts';

/** A text, and how its bytes were read. */
export interface Decoded {
  /** Every character as it stands in the file, line ends too; without the BOM. */
  readonly text: string;
  /** `UTF-8`, `UTF-16LE`, `windows-1252` …: how the bytes were read. */
  readonly encoding: string;
}

const SAVE_AS_UTF8 = 'Open it in a text editor, save it as plain text in UTF-8, and choose it again.';

/**
 * The bytes of a text file → its text. A BOM decides; without one, UTF-16 is known by its zeros, UTF-8 by being valid,
 * and anything else is read in the legacy encoding that is likeliest.
 * @param name the file's name, for messages.
 * Errors: `file-empty`, `file-binary` (not text, and what it looks like), `file-unreadable` (text, but broken).
 */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  if (bytes.length === 0) throw emptyFile(name, 'is empty');
  const kind = looksLike(bytes);
  if (kind !== null) {
    throw new ParleyError(
      'file-binary',
      `“${name}” looks like ${kind}, not like plain text.`,
      'Open it in the program that it belongs to, save it as plain text (.txt), and choose that file.',
    );
  }
  const decoded = byBom(bytes, name) ?? byContent(bytes, name);
  refuseNotText(decoded.text, name);
  return decoded;
}

function byBom(bytes: Uint8Array, name: string): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = fromUtf8(bytes.subarray(3));
    if (text === null) throw brokenUtf8(name, brokenUtf8Line(bytes));
    return { text, encoding: 'UTF-8' };
  }
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'LE', name);
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'BE', name);
  return null;
}

function byContent(bytes: Uint8Array, name: string): Decoded {
  const order = utf16Order(bytes);
  if (order !== null) return utf16(bytes, order, name);
  const text = fromUtf8(bytes);
  if (text !== null) return { text, encoding: 'UTF-8' };
  if (bytes.includes(0)) throw notText(name);
  const line = brokenUtf8Line(bytes);
  if (line !== null) throw brokenUtf8(name, line);
  const legacy = fromLegacy(bytes);
  if (legacy === null) throw notText(name);
  return legacy;
}

/** A half character could be neither hashed nor exported as it is, and replacing it would change the text: it is refused. */
function utf16(bytes: Uint8Array, order: 'LE' | 'BE', name: string): Decoded {
  const text = fromUtf16(bytes, order);
  if (bytes.length % 2 === 1 || hasLoneSurrogate(text)) {
    throw new ParleyError(
      'file-unreadable',
      `“${name}” is text in UTF-16 with half a character in it: the file is damaged or cut off.`,
      SAVE_AS_UTF8,
    );
  }
  return { text, encoding: `UTF-16${order}` };
}

/** Control characters other than tab, line ends and page breaks. An old end-of-file mark (U+001A) counts once. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\x01-\x08\x0e-\x1f\x7f]/g;

function refuseNotText(text: string, name: string): void {
  if (text.includes('\0')) throw notText(name);
  const controls = text.match(CONTROL)?.length ?? 0;
  if (controls > 2 && controls * 200 > text.length) throw notText(name);
  if (!/[^\s\p{C}]/u.test(text)) throw emptyFile(name, 'holds nothing but blank space');
}

function emptyFile(name: string, what: string): ParleyError {
  return new ParleyError(
    'file-empty',
    `“${name}” ${what}: there is nothing to code.`,
    'Choose a file with text in it.',
  );
}

function notText(name: string): ParleyError {
  return new ParleyError('file-binary', `“${name}” isn’t a text file, whatever its name says.`, SAVE_AS_UTF8);
}

function brokenUtf8(name: string, line: number | null): ParleyError {
  const where = line === null ? '' : ` on line ${line}`;
  return new ParleyError(
    'file-unreadable',
    `“${name}” is text in UTF-8 with a broken character${where}: the file is damaged or cut off.`,
    SAVE_AS_UTF8,
  );
}
