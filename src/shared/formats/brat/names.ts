import type { Coder } from '../../model/coder.ts';
import type { ArticleUnit } from '../format.ts';

/*
 * Which file each text and layer is written to: under the article's own file name where a file system takes it. Names are
 * given one by one, so that no list of all articles is held but their names.
 */

/** What file systems take of a name is 255 bytes of UTF-8: the ending, and a number that tells names apart, fit in as well. */
const LONGEST_NAME = 240;
const LONGEST_CODER = 80;
/** A title is shortened as a person would. */
const LONGEST_TITLE = 100;

/** Names for the files of an export. */
export interface Namer {
  /** The path of a unit's text without its ending. Each call gives a new name. */
  next(unit: ArticleUnit): string;
  /** What stands behind `_` in the names of a coder's files. */
  suffix(coderId: string): string;
}

/** @param suffixed whether each coder's annotations get a file of their own. */
export function createNamer(coders: readonly Coder[], suffixed: boolean): Namer {
  const suffixes = coderSuffixes(coders);
  const suffix = (coderId: string): string => suffixes.get(coderId) ?? safeName(coderId, LONGEST_CODER);
  const longest = suffixed ? LONGEST_NAME - LONGEST_CODER - 1 : LONGEST_NAME;
  const texts = new Set<string>();
  const layers = new Set<string>();

  /** Every name that a layer of this text could be taken to continue: `a_b` and `a_b_c` of `a_b_c.ann`. */
  function readings(name: string, unit: ArticleUnit): string[] {
    if (!suffixed) return [];
    return [...new Set(unit.annotations.map(({ coderId }) => suffix(coderId)))].flatMap((coder) => {
      const parts = coder.split('_');
      return parts.map((_, i) => folded(`${name}_${parts.slice(0, i + 1).join('_')}`));
    });
  }

  return {
    suffix,
    next(unit) {
      const wanted = wantedName(unit, longest);
      for (let number = 1; ; number++) {
        const name = number === 1 ? wanted : `${wanted}-${number}`;
        const read = readings(name, unit);
        if (texts.has(folded(name)) || layers.has(folded(name)) || read.some((other) => texts.has(other))) continue;
        texts.add(folded(name));
        for (const other of read) layers.add(other);
        return name;
      }
    },
  };
}

function coderSuffixes(coders: readonly Coder[]): ReadonlyMap<string, string> {
  const suffixes = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of coders) {
    const safe = safeName(name, LONGEST_CODER) || 'coder';
    let suffix = safe;
    for (let number = 2; taken.has(folded(suffix)); number++) suffix = `${safe}-${number}`;
    taken.add(folded(suffix));
    suffixes.set(id, suffix);
  }
  return suffixes;
}

/** The article's file name without its ending; where there is none, what can be made of its title. */
function wantedName({ article }: ArticleUnit, longest: number): string {
  const parts = article.fileName.split(/[/\\]/);
  const last = parts.pop() ?? '';
  const stem = safeName(last.replace(/\.[^.]*$/, '') || last, longest);
  if (stem === '') return safeName(article.title, LONGEST_TITLE) || 'article';
  const folders = parts.map((part) => safeName(part, LONGEST_NAME)).filter((part) => part !== '');
  return [...folders, stem].join('/');
}

/** A name that common file systems take, and that isn't hidden; '' when nothing of it is left. @param longest in bytes. */
function safeName(name: string, longest: number): string {
  // Lone surrogates (Cs) can't be written as UTF-8.
  const plain = cut(name.replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]+/gu, '_'), longest).replace(/^[\s.]+|[\s.]+$/g, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
}

/** The beginning of a name that has at most so many bytes of UTF-8, never ending inside a character. */
function cut(name: string, longest: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > longest) break;
    end += character.length;
  }
  return name.slice(0, end);
}

/** Names that some file systems take for the same are the same here. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
