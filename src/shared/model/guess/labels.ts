import { dateLine, findDate } from '../../text/dates.ts';
import { oneLine } from '../../text/shorten.ts';
import type { ArticleFields } from '../article.ts';

/** What has been found so far. */
export type Clues = { -readonly [F in keyof ArticleFields]?: string };

type Field = keyof ArticleFields | 'ignored';

/** The words that stand before a colon in a header line, by what follows them. */
const LABELS: Readonly<Record<Field, string>> = {
  title: 'title headline titel überschrift titre título titulo titolo başlık заголовок',
  outlet: 'source outlet publication newspaper publisher quelle zeitung journal fuente fonte kaynak источник',
  date: 'date published publication-date pubdate published-at posted datum fecha data tarih дата',
  author: 'author authors by byline writer reporter autor autorin auteur autore yazar автор',
  url: 'url link web permalink address',
  language: 'language lang sprache langue idioma lingua dil язык',
  ignored: 'updated modified last-modified last-updated section length copyright tags keywords category id',
};

const FIELD_BY_LABEL: ReadonlyMap<string, Field> = new Map(
  (Object.entries(LABELS) as [Field, string][]).flatMap(([field, labels]) =>
    labels.split(' ').map((label) => [label, field] as const),
  ),
);

/** `English` → `en`; other names of languages are left out rather than guessed. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  deutsch: 'de',
  french: 'fr',
  français: 'fr',
  spanish: 'es',
  español: 'es',
  turkish: 'tr',
  türkçe: 'tr',
  russian: 'ru',
  русский: 'ru',
  arabic: 'ar',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  chinese: 'zh',
  japanese: 'ja',
};

/**
 * Takes a header line (`Title: …`, `Date: …`, `Source: …`) into the clues; what is there already stays.
 * @returns whether the line is one.
 */
export function takeHeader(line: string, clues: Clues): boolean {
  const match = /^\s*([\p{L}][\p{L} _-]{0,24}?)\s*[:：]\s*(\S.{0,999})$/u.exec(line);
  const label = match?.[1]?.toLowerCase().replace(/[ _]/g, '-');
  const value = match?.[2];
  const field = label === undefined ? undefined : FIELD_BY_LABEL.get(label);
  if (field === undefined || value === undefined) return false;
  if (field !== 'ignored') take(field, oneLine(value), clues);
  return true;
}

/** Markdown's front matter (`---`, `key: value` lines, `---`) → the offset behind it; 0 where there is none. */
export function takeFrontMatter(text: string, clues: Clues): number {
  const block = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]{0,4000}?)(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/.exec(text);
  if (!block) return 0;
  const lines = (block[1] ?? '').split(/\r\n|\n|\r/);
  for (const line of lines) {
    if (/^\S/.test(line)) takeHeader(line.replace(/(:\s*)(["'])(.*)\2\s*$/, '$1$3'), clues);
  }
  return block[0].length;
}

/** The web address that a line consists of, angle brackets aside, or ''. */
export function webAddress(line: string): string {
  const match = /^\s*<?(https?:\/\/[^\s<>"]{3,3990})>?\s*$/i.exec(line);
  return match?.[1]?.replace(/[.,;]+$/, '') ?? '';
}

function take(field: keyof ArticleFields, value: string, clues: Clues): void {
  const url = webAddress(value);
  if (url !== '') {
    // `Source: https://…` names where it was found, not the outlet.
    if (field === 'url' || field === 'outlet') clues.url ??= url;
    return;
  }
  if (field === 'url') return;
  if (field === 'date') {
    const date = dateLine(value) || findDate(value)?.date;
    if (date) clues.date ??= date;
  } else if (field === 'language') {
    const language = languageTag(value);
    if (language !== '') clues.language ??= language;
  } else {
    clues[field] ??= field === 'author' ? value.replace(/^by\s+/i, '') : value;
  }
}

function languageTag(value: string): string {
  const known = LANGUAGES[value.toLowerCase()];
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i.test(value)) return '';
  try {
    return Intl.getCanonicalLocales(value.replaceAll('_', '-'))[0] ?? '';
  } catch {
    return ''; // shaped like a tag, but none
  }
}
