import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';

/** An article that a test writes as a file. */
export interface NewsFile {
  readonly name: string;
  /** Its text as Parley has to keep it: line ends and all. */
  readonly text: string;
  readonly bytes: Buffer;
}

const PORT = `date 2031-04-02
Ministers promise a harbour 🕊️ before winter

PORT MAREN (Kestrel Wire) - "The port 🚢 must open," Minister Ana Quill told reporters at the Cafe\u0301 Alba, "before the talks resume in Velia."

Envoy Jose\u0301 Ma\u0301rquez replied that Oster would never sign. Families 👨‍👩‍👧‍👦 waited outside the hall, and Ana Quill thanked them.

Velia has asked Oster and Lund to keep the truce, and Lund agreed on Friday.
`;

const TREATY = [
  'Treaty draft angers Zürich delegation',
  'Oster Daily',
  '3 April 2031',
  '',
  'ZÜRICH – “We won’t sign a half‑truth,” said the envoy of Oster. The délégation left the Palace at once.',
  '',
  'A spokeswoman of Lund called the draft “naïve”.',
  '',
].join('\r\n');

const HARBOUR = `date 2031-04-04
הנמל ייפתח לפני החורף

שרת החוץ אנה קוויל אמרה בוועידה בקפה אלבה כי הנמל ייפתח. השליח של אוסטר, José Márquez, סירב לחתום.

"נחזור לשולחן", אמרה קוויל לכתבים.
`;

/** UTF-8 with emoji and combining marks; a `date …` line, a headline and an agency. */
export const port: NewsFile = { name: 'port.txt', text: PORT, bytes: Buffer.from(PORT, 'utf8') };

/** windows-1252 with CRLF line ends. */
export const treaty: NewsFile = {
  name: 'treaty.txt',
  text: TREATY.replace('‑', '-'),
  bytes: iconv.encode(TREATY.replace('‑', '-'), 'windows-1252'),
};

/** A right-to-left text with a name from left to right in it. */
export const harbour: NewsFile = { name: 'harbour-he.txt', text: HARBOUR, bytes: Buffer.from(HARBOUR, 'utf8') };

/** Writes files into a folder; gives their paths. */
export function writeNews(folder: string, files: readonly NewsFile[]): string[] {
  return files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}
