import { calendarDate, findDate } from '../../text/dates.ts';
import { hasOutletWord, isName } from './names.ts';

/** The most words that an outlet's name is looked for in. */
const MOST_WORDS = 4;

/** What a file's name shows: a date (`2031-03-14`, `20310314`), and its other words in the order they stand. */
export function readFileName(fileName: string): { date: string; parts: readonly string[]; words: readonly string[] } {
  const stem = fileName.replace(/\.[^.]{1,8}$/, '').replaceAll('_', ' ');
  const found = findDate(stem.replace(/(?<=\d) (?=\d)/g, '-')) ?? compactDate(stem);
  const rest = found ? `${stem.slice(0, found.start)} - ${stem.slice(found.end)}` : stem;
  return {
    date: found?.date ?? '',
    parts: rest
      .split(/\s+[-–—]+\s*|\s*[-–—]+\s+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    words: rest.split(/[\s\-–—]+/).filter((word) => word !== ''),
  };
}

/**
 * The outlet that a file's name names, or ''. Clear only where it is a part of its own (`Harbour Post - 2031-03-14 - Talks`),
 * or where its first words are a name that the text spells with capitals (`2031-03-14-harbour-post-talks.txt`, “The
 * Harbour Post”); in both cases with a word that outlets call themselves by.
 */
export function outletInFileName(fileName: string, text: string): string {
  const { parts, words } = readFileName(fileName);
  const part = parts.length > 1 ? parts.find((name) => isName(name) && hasOutletWord(name)) : undefined;
  if (part !== undefined) return part;
  for (let count = Math.min(MOST_WORDS, words.length); count >= 2; count--) {
    const name = words.slice(0, count);
    if (!hasOutletWord(name.join(' '))) continue;
    const pattern = new RegExp(String.raw`(?<!\p{L})(?:The )?${name.map(capitalised).join('[ -]')}(?!\p{L})`, 'u');
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return '';
}

function compactDate(stem: string): { date: string; start: number; end: number } | null {
  for (const match of stem.matchAll(/(?<!\d)((?:19|20|21)\d\d)(\d\d)(\d\d)(?!\d)/g)) {
    const date = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
    if (date !== '') return { date, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** A word of a file's name → a pattern of that word with a capital. */
function capitalised(word: string): string {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
