import type { Coder } from '../../model/coder.ts';
import type { ArticleUnit } from '../format.ts';

/*
 * Which file each text and layer is written to: under the article's own file name where a file system takes it. Names are
 * given one by one, so that no list of all articles is held but their names.
 */

/** Longest part of a path that is used, in UTF-16 units: with ending and coder well below what file systems take. */
const LONGEST_NAME = 100;
const LONGEST_CODER = 60;

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
      const wanted = wantedName(unit);
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
function wantedName({ article }: ArticleUnit): string {
  const parts = article.fileName.split(/[/\\]/);
  const last = parts.pop() ?? '';
  const stem = safeName(last.replace(/\.[^.]*$/, '') || last, LONGEST_NAME);
  if (stem === '') return safeName(article.title, LONGEST_NAME) || 'article';
  const folders = parts.map((part) => safeName(part, LONGEST_NAME)).filter((part) => part !== '');
  return [...folders, stem].join('/');
}

/** A name that common file systems take, and that isn't hidden; '' when nothing of it is left. */
function safeName(name: string, longest: number): string {
  // Lone surrogates (Cs) can't be written as UTF-8.
  const plain = name
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]+/gu, '_')
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
}

/** Names that some file systems take for the same are the same here. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
