interface Signature {
  /** What the file seems to be, after "looks like". */
  readonly kind: string;
  readonly bytes: readonly number[];
  /** Where the bytes stand. */
  readonly at?: number;
  /** ASCII that has to occur in the first bytes as well. */
  readonly holds?: string;
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

const ZIP = [...ascii('PK'), 3, 4];

/** Beginnings of common files that aren't text, the more telling first. From the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  { kind: 'a Word document (.docx)', bytes: ZIP, holds: 'word/' },
  { kind: 'a spreadsheet (.xlsx)', bytes: ZIP, holds: 'xl/' },
  { kind: 'a slide show (.pptx)', bytes: ZIP, holds: 'ppt/' },
  { kind: 'an OpenDocument text (.odt)', bytes: ZIP, holds: 'application/vnd.oasis.opendocument' },
  { kind: 'an e-book (.epub)', bytes: ZIP, holds: 'application/epub' },
  { kind: 'a Word document (.docx) or another zip', bytes: ZIP },
  { kind: 'an empty zip', bytes: [...ascii('PK'), 5, 6] },
  { kind: 'a PDF', bytes: ascii('%PDF-') },
  { kind: 'an old Word document (.doc)', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'a formatted document (.rtf)', bytes: ascii('{\\rtf') },
  { kind: 'a picture (PNG)', bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
  { kind: 'a picture (JPEG)', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'a picture (GIF)', bytes: ascii('GIF87a') },
  { kind: 'a picture (GIF)', bytes: ascii('GIF89a') },
  { kind: 'a picture (TIFF)', bytes: [...ascii('II'), 0x2a, 0] },
  { kind: 'a picture (TIFF)', bytes: [...ascii('MM'), 0, 0x2a] },
  { kind: 'a picture (WebP)', bytes: ascii('WEBP'), at: 8 },
  { kind: 'a database (SQLite)', bytes: [...ascii('SQLite format 3'), 0] },
  { kind: 'a compressed file (gzip)', bytes: [0x1f, 0x8b, 8] },
  { kind: 'a compressed file (7-Zip)', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'a compressed file (RAR)', bytes: [...ascii('Rar!'), 0x1a, 7] },
  { kind: 'a compressed file (xz)', bytes: [0xfd, ...ascii('7zXZ'), 0] },
  { kind: 'a compressed file (bzip2)', bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4 },
  { kind: 'a program', bytes: [0x7f, ...ascii('ELF')] },
  { kind: 'a recording (MP4)', bytes: ascii('ftyp'), at: 4 },
  { kind: 'a recording (MP3)', bytes: [...ascii('ID3'), 3] },
  { kind: 'a recording (MP3)', bytes: [...ascii('ID3'), 4] },
  { kind: 'a recording (WAV)', bytes: ascii('WAVE'), at: 8 },
  { kind: 'a recording (Ogg)', bytes: [...ascii('OggS'), 0] },
  { kind: 'text in UTF-32', bytes: [0xff, 0xfe, 0, 0] },
  { kind: 'text in UTF-32', bytes: [0, 0, 0xfe, 0xff] },
];

/** How far into a zip its members' names are looked for, in bytes. */
const REACH = 8192;

/** What a file that isn't plain text seems to be by its first bytes (`a PDF`), or null when nothing is recognised. */
export function looksLike(bytes: Uint8Array): string | null {
  for (const { kind, bytes: magic, at = 0, holds } of SIGNATURES) {
    if (!magic.every((byte, i) => bytes[at + i] === byte)) continue;
    if (holds === undefined || Buffer.from(bytes.subarray(0, REACH)).includes(holds, 0, 'latin1')) return kind;
  }
  return null;
}
