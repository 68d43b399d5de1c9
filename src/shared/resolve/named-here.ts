import { foldWords } from '../text/fold.ts';
import type { ReadMention } from './read.ts';
import { readMention } from './read.ts';
import type { EntityIndex, NamedEntity, OtherMention, Surroundings } from './resolve.ts';
import { isCapital, nameWords, withoutSigns } from './words.ts';

/** Places in the text at which a name is looked for, and words of a name before or behind its part. */
const MOST_PLACES = 60;
const MOST_WORDS = 3;

/**
 * The persons named in the article of whose name the mention's words are the last (or the first) part: tagged ones, and
 * ones that the text names in full.
 */
export function personsNamedHere(
  mention: ReadMention,
  around: Surroundings,
  index: EntityIndex,
  part: 'last' | 'first',
): NamedEntity[] {
  const found = new Map<string, NamedEntity>();
  const take = (entity: NamedEntity | null): void => {
    if (!entity || entity.kind !== mention.kind || entity.category !== 'person') return;
    const names = [entity.name, ...entity.aliases].map(nameWords);
    if (names.some((name) => isPart(mention.name, name, part))) found.set(entity.id, entity);
  };
  for (const other of around.others) {
    if (other.kind !== mention.kind) continue;
    const longer = longerName(mention, other, around.language, part);
    if (other.entityId !== null) {
      const entity = index.get(other.entityId);
      // Named in full here, or linked under another name: a part of either will do.
      if (longer && entity?.category === 'person') found.set(entity.id, entity);
      else take(entity);
    } else if (longer) {
      for (const entity of index.named(mention.kind, foldWords(longer.titled?.name ?? longer.bare))) take(entity);
    }
  }
  for (const key of fullerNames(mention, around.text, part)) {
    for (const entity of index.named(mention.kind, key)) take(entity);
  }
  return [...found.values()];
}

/** Another mention, read, when its name has the mention's as its last (or first) part and is longer. */
export function longerName(
  mention: ReadMention,
  other: OtherMention,
  language: string,
  part: 'last' | 'first',
): ReadMention | null {
  // A long article has thousands of others: reading them all would take longer than anybody waits.
  if (!mention.name.every((word) => withoutSigns(other.key).includes(word))) return null;
  const read = readMention(other, language);
  return isPart(mention.name, read.name, part) ? read : null;
}

function isPart(part: readonly string[], name: readonly string[], which: 'last' | 'first'): boolean {
  if (part.length === 0 || part.length >= name.length) return false;
  const from = which === 'last' ? name.length - part.length : 0;
  return part.every((word, i) => name[from + i] === word);
}

/** Folded names of two to four words that the text has around the mention's words. */
function fullerNames(mention: ReadMention, text: string, part: 'last' | 'first'): Set<string> {
  const words = mention.titled?.name ?? mention.bare;
  const keys = new Set<string>();
  if (words === '' || text === '') return keys;
  let at = text.indexOf(words);
  for (let places = 0; at >= 0 && places < MOST_PLACES; places++, at = text.indexOf(words, at + words.length)) {
    const beside = part === 'last' ? before(text, at) : behind(text, at + words.length);
    for (let count = 1; count <= beside.length; count++) {
      const more = part === 'last' ? beside.slice(-count) : beside.slice(0, count);
      const name = part === 'last' ? [...more, words] : [words, ...more];
      keys.add(foldWords(name.join(' ')));
    }
  }
  return keys;
}

function before(text: string, at: number): string[] {
  const parts = text.slice(Math.max(0, at - 80), at).split(/(\s+)/u);
  const words: string[] = [];
  // Blanks stand between words: the text has to end in one.
  if (parts.at(-1) !== '') return words;
  for (let i = parts.length - 3; i >= 0 && words.length < MOST_WORDS; i -= 2) {
    const word = parts[i] ?? '';
    if (!isNamePart(word) || isEmptyLine(parts[i + 1] ?? '')) break;
    words.unshift(word);
  }
  return words;
}

function behind(text: string, at: number): string[] {
  const words: string[] = [];
  for (const match of text.slice(at, at + 80).matchAll(/(\s+)(\S+)/gu)) {
    const word = (match[2] ?? '').replace(/[.,;:!?)"”’]+$/u, '');
    if (!isNamePart(word) || isEmptyLine(match[1] ?? '')) break;
    words.push(word.replace(/['’]s$/u, ''));
    if (words.length === MOST_WORDS || word !== match[2]) break;
  }
  return /^\s/u.test(text.slice(at, at + 1)) ? words : [];
}

/** Whether white space ends a paragraph, however lines end. */
function isEmptyLine(blank: string): boolean {
  return /\n\s*\n|\u2029/u.test(blank.replace(/\r\n?/g, '\n'));
}

const PARTICLES = /^(?:de|del|della|da|di|van|von|der|den|bin|ibn|al|el|la|le|dos|du)$/iu;

function isNamePart(word: string): boolean {
  return /^[\p{L}\p{M}'’.-]+$/u.test(word) && (isCapital(word) || PARTICLES.test(word)) && !/[^.]{2}\.$/u.test(word);
}
