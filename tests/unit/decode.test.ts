import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ParleyError } from '../../src/shared/api/errors.ts';
import { decodeText } from '../../src/main/files/decode.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

function refusal(bytes: Uint8Array): ParleyError {
  try {
    decodeText(bytes, 'report.txt');
  } catch (error) {
    if (error instanceof ParleyError) return error;
    throw error;
  }
  throw new Error('was read');
}

const TRICKY = 'Velia’s “offer”\r\n👩‍👩‍👧 cafe\u0301\rנמל \u200fמרן\u2029end \n';

describe('Unicode', () => {
  test('UTF-8 keeps every character and line end', () => {
    expect(decodeText(utf8(TRICKY), 'a.txt')).toEqual({ text: TRICKY, encoding: 'UTF-8' });
  });

  test('a BOM decides and is no part of the text', () => {
    expect(decodeText(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(TRICKY)]), 'a.txt')).toEqual({
      text: TRICKY,
      encoding: 'UTF-8',
    });
    expect(decodeText(utf16le(`\ufeff${TRICKY}`), 'a.txt')).toEqual({ text: TRICKY, encoding: 'UTF-16LE' });
    expect(decodeText(utf16be(`\ufeff${TRICKY}`), 'a.txt')).toEqual({ text: TRICKY, encoding: 'UTF-16BE' });
  });

  test('only the first BOM is taken off', () => {
    expect(decodeText(utf8('\ufeff\ufeffText'), 'a.txt').text).toBe('\ufeffText');
  });

  test.each([
    ['English', 'The talks go on in the capital, the minister said.\r\n'],
    ['Russian', 'Министр заявил, что переговоры будут продолжены.\n'],
    ['Chinese', '外交部长表示，会谈将于下周在首都继续举行。\n双方都希望达成协议。'],
    ['one word', 'Yes'],
  ])('UTF-16 without a BOM: %s', (_, text) => {
    expect(decodeText(utf16le(text), 'a.txt')).toEqual({ text, encoding: 'UTF-16LE' });
    expect(decodeText(utf16be(text), 'a.txt')).toEqual({ text, encoding: 'UTF-16BE' });
  });

  const written = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .map((text) => `Text ${text}`)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    .filter((text) => !/[\0-\x08\x0e-\x1f\x7f\p{Cn}\p{Co}]/u.test(text));

  test('whatever was written is read', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(decodeText(utf8(text), 'a.txt').text).toBe(text);
        expect(decodeText(utf8(`\ufeff${text}`), 'a.txt').text).toBe(text);
        expect(decodeText(utf16le(`\ufeff${text}`), 'a.txt').text).toBe(text);
        expect(decodeText(utf16be(`\ufeff${text}`), 'a.txt').text).toBe(text);
      }),
    );
  });
});

describe('legacy encodings', () => {
  const SAMPLES: readonly [string, string][] = [
    ['windows-1252', 'The minister said “we will stay” — and the café agreed to pay €5.'],
    ['windows-1252', 'Le ministre a déclaré que la réunion était très importante pour la région.'],
    ['windows-1254', 'Dışişleri Bakanı görüşmelerin İstanbul’da süreceğini söyledi. Şimdi iki taraf da çözüm istiyor.'],
    ['windows-1251', 'Министр заявил, что переговоры будут продолжены на следующей неделе.'],
    ['KOI8-R', 'Министр заявил, что переговоры будут продолжены на следующей неделе.'],
    ['windows-1256', 'وقال وزير الخارجية إن المحادثات ستستمر الأسبوع المقبل في العاصمة.'],
    ['windows-1255', 'שר החוץ אמר כי השיחות יימשכו בשבוע הבא בבירה.'],
    ['ISO-8859-7', 'Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.'],
    ['ISO-8859-2', 'Minister spraw zagranicznych powiedział, że rozmowy będą kontynuowane w przyszłym tygodniu.'],
    ['windows-1250', 'Ministr zahraničí řekl, že jednání budou příští týden pokračovat.'],
    ['Shift_JIS', '外務大臣は、来週も首都で協議が続くと述べた。両国は合意を望んでいる。'],
    ['EUC-JP', '外務大臣は、来週も首都で協議が続くと述べた。両国は合意を望んでいる。'],
    ['GB18030', '外交部长表示，会谈将于下周在首都继续举行。双方都希望达成协议。'],
    ['Big5', '外交部長表示，會談將於下週在首都繼續舉行。雙方都希望達成協議。'],
    ['EUC-KR', '외교부 장관은 다음 주에도 수도에서 회담이 계속될 것이라고 말했다.'],
  ];

  test.each(SAMPLES)('%s: %s', (encoding, text) => {
    const full = `${text}\r\n\r\n${text}`;
    expect(decodeText(iconv.encode(full, encoding), 'a.txt')).toEqual({ text: full, encoding });
  });

  test('a telling character far behind much ASCII is found', () => {
    const text = `${'The talks go on in the harbour. '.repeat(20_000)}\nThe café “closed”.`;
    expect(decodeText(iconv.encode(text, 'windows-1252'), 'a.txt')).toEqual({ text, encoding: 'windows-1252' });
    const oneLine = text.replace('\n', ' ');
    expect(decodeText(iconv.encode(oneLine, 'windows-1252'), 'a.txt').text).toBe(oneLine);
  });

  test('Turkish names in an English text, and Icelandic', () => {
    const names =
      'The envoy, Çağla Şahinoğlu, met her counterpart in the harbour on Monday, and both agreed to go on with the talks.';
    expect(decodeText(iconv.encode(names, 'windows-1254'), 'a.txt')).toEqual({ text: names, encoding: 'windows-1254' });
    const icelandic = 'Ráðherrann sagði að viðræðurnar héldu áfram í næstu viku og að báðir aðilar vildu það.';
    expect(decodeText(iconv.encode(icelandic, 'windows-1252'), 'a.txt').text).toBe(icelandic);
  });
});

describe('what is refused', () => {
  test('nothing, and nothing but blanks', () => {
    expect(refusal(new Uint8Array())).toMatchObject({
      code: 'file-empty',
      message: expect.stringContaining('“report.txt” is empty'),
    });
    expect(refusal(utf8(' \r\n\t\u00a0\u3000\u200b')).code).toBe('file-empty');
    expect(refusal(Buffer.from([0xef, 0xbb, 0xbf])).code).toBe('file-empty');
    expect(refusal(Buffer.from([0xff, 0xfe])).code).toBe('file-empty');
  });

  test.each([
    ['a Word document (.docx)', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('…word/document.xml')])],
    ['a Word document (.docx) or another zip', Buffer.from('PK\x03\x04\x14\x00other.bin')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a formatted document (.rtf)', Buffer.from('{\\rtf1\\ansi Talks}')],
    ['a picture (PNG)', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['a picture (JPEG)', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a database (SQLite)', Buffer.from('SQLite format 3\0….')],
    ['a compressed file (gzip)', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['text in UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
  ])('%s', (kind, bytes) => {
    const error = refusal(bytes);
    expect(error.code).toBe('file-binary');
    expect(error.message).toContain(kind);
    expect(error.message).toContain('report.txt');
  });

  test('zeros and control characters', () => {
    expect(refusal(Buffer.from('Talks\0 go on')).code).toBe('file-binary');
    expect(refusal(Buffer.from(Array.from({ length: 400 }, (_, i) => i % 8))).code).toBe('file-binary');
    expect(refusal(Buffer.from('\x01\x02\x03\x04Talks')).code).toBe('file-binary');
  });

  test('random bytes never become an article', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2000, maxLength: 4000 }), (bytes) => {
        expect(refusal(bytes).code).toMatch(/^file-(binary|unreadable)$/);
      }),
      { numRuns: 50 },
    );
  });

  test('half a character in UTF-16', () => {
    expect(refusal(utf16le('\ufeffTalks \ud83d go on'))).toMatchObject({ code: 'file-unreadable' });
    expect(refusal(utf16le('\ufeffTalks').subarray(0, 9)).code).toBe('file-unreadable');
  });

  test('UTF-8 that is broken in one place names the line', () => {
    const broken = Buffer.from('Café, café, café.\nÉlan, élan, été.\nÇa \u00e9');
    const cut = broken.subarray(0, broken.length - 1);
    expect(refusal(cut).code).toBe('file-unreadable');
    expect(refusal(cut).message).toContain('on line 3');
  });

  test('a few stray control characters are kept as they are', () => {
    const text = `${'The talks go on. '.repeat(40)}\f\x0bEnd\x1a`;
    expect(decodeText(utf8(text), 'a.txt').text).toBe(text);
  });
});
