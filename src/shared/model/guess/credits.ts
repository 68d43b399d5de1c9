import { dateLine, findDate } from '../../text/dates.ts';
import { oneLine } from '../../text/shorten.ts';
import type { Clues } from './labels.ts';
import { hasOutletWord, isName, isPlaceIn } from './names.ts';

/*
 * Credits: the short lines under a headline that say when, by whom and for whom: `14 March 2031`, `By Ines Corvo, Port
 * Maren`, `Meridian, 11 March 2031, by Hanne Ulvik`.
 */

/** The most units of a line of credits. */
const MOST_UNITS = 140;

/**
 * Takes a line of credits into the clues; what is there already stays.
 * @param text the whole text: it tells places from outlets and authors.
 * @returns whether the line is one.
 */
export function takeCredits(line: string, text: string, clues: Clues): boolean {
  const plain = withoutEmphasis(line);
  if (plain === '' || plain.length > MOST_UNITS) return false;
  if (/^(?:last )?(?:updated|modified)\b/i.test(plain) && findDate(plain)) return true;
  const date = dateLine(plain);
  if (date !== '') {
    clues.date ??= date;
    return true;
  }
  const author = byline(plain, text);
  if (author !== '') {
    clues.author ??= author;
    return true;
  }
  return takeMixed(plain, text, clues);
}

/** The author of `By Ines Corvo, Port Maren`: a line that begins with "by" and goes on in names; else ''. */
function byline(line: string, text: string): string {
  const match = /^(?:by|von|par|por)\s+(?=\p{Lu})(.+)$/iu.exec(line);
  if (!match || /[.!?]$/.test(match[1] ?? '')) return '';
  const place = /^(.+?)(?:,| in| at)\s+(\p{Lu}[^,]*)$/u.exec(match[1] ?? '');
  const names =
    place && isPlaceIn(text, place[2] ?? '') ? (place[1] ?? '') : (match[1] ?? '').replace(/ in \p{Lu}.*$/u, '');
  const all = names.split(/,\s*|\s+(?:and|und|et|y|&)\s+/).filter((name) => name !== '');
  return all.length > 0 && all.every((name) => isName(name, 6)) ? names : '';
}

/** A line in several parts, one of them a date or a byline: `Harbour Post | By Ines Corvo | 14 March 2031`. */
function takeMixed(line: string, text: string, clues: Clues): boolean {
  const found = findDate(line);
  const rest = found ? `${line.slice(0, found.start)}|${line.slice(found.end)}` : line;
  const parts = rest
    .split(found ? /\s*[|·•,;()]\s*|\s+[–—-]\s+/ : /\s*[|·•]\s*/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const authors = parts.map((part) => byline(part, text));
  const author = authors.find((name) => name !== '');
  const others = parts.filter((part, i) => authors[i] === '' && !isTime(part));
  if ((!found && (author === undefined || parts.length < 2)) || others.length > 2) return false;
  if (!others.every((part) => isName(part))) return false;
  if (found) clues.date ??= found.date;
  if (author !== undefined) clues.author ??= author;
  const outlet = others.find(
    (part) => !isPlaceIn(text, part) && (hasOutletWord(part) || (author !== undefined && part === parts[0])),
  );
  if (outlet !== undefined) clues.outlet ??= outlet;
  return true;
}

/** A dateline before the first sentence: how long it is, and what it shows. */
export interface Dateline {
  readonly length: number;
  /** `Kestrel Wire` of `PORT MAREN (Kestrel Wire) —`, or ''. */
  readonly agency: string;
  readonly date: string;
}

/** The dateline that a paragraph begins with (`PORT MAREN, 14 March 2031 (Kestrel Wire) —`), or null. */
export function dateline(paragraph: string): Dateline | null {
  const match = /^(\p{Lu}[^()—–:“”"]{1,60}?)\s*(?:\(([^()]{2,60})\))?\s*(?:[—–]+|\s-+)\s+(?=\S)/u.exec(
    paragraph.slice(0, 200),
  );
  const place = match?.[1] ?? '';
  const inside = match?.[2];
  const isCapital = /^\p{Lu}{2}[\p{Lu}\p{M}'’. -]*(?:,|$)/u.test(place);
  if (!match || (inside === undefined && !isCapital) || !isName(place.split(',')[0] ?? '')) return null;
  const agency = (inside ?? '').split(/[,;/]/)[0]?.trim() ?? '';
  return {
    length: match[0].length,
    agency: isName(agency) && !findDate(agency) ? agency : '',
    date: findDate(place)?.date ?? findDate(inside ?? '')?.date ?? '',
  };
}

function isTime(part: string): boolean {
  return /^\d{1,2}[:.]\d{2}/.test(part) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(part);
}

/** A line without Markdown's marks of emphasis around it. */
export function withoutEmphasis(line: string): string {
  return oneLine(line.replace(/^(\*{1,3}|_{1,3})(?=\S)(.*\S)\1$/, '$2'));
}
