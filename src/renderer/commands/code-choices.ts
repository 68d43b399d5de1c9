import type { CodeTree } from '../../shared/codebook/tree.ts';
import { PATH_MARK } from '../../shared/codebook/tree.ts';
import type { Code } from '../../shared/model/code.ts';
import { foldWords } from '../../shared/text/fold.ts';

/** A code that may be given, as a picker shows it. */
export interface CodeChoice {
  readonly code: Code;
  /** The names above it, `Diplomacy › Talks`; '' at the top. */
  readonly above: string;
  /** Levels above it, when the whole tree is shown; 0 in a list of matches. */
  readonly depth: number;
  /** The digit that gives it, or null. */
  readonly digit: number | null;
}

/**
 * The codes that may be given, and those that the claim has though they are retired. Nothing typed: those that were given
 * last, by digit, then the whole tree in order. Typed: each that has all the typed words in its path, those whose own name
 * begins with them first.
 * @param has the claim's codes.
 */
export function codeChoices(
  tree: CodeTree,
  typed: string,
  recent: readonly string[],
  has: readonly string[],
): readonly CodeChoice[] {
  const offered = tree.ordered().filter((code) => !code.retired || has.includes(code.id));
  const words = foldWords(typed)
    .split(' ')
    .filter((word) => word !== '' && word !== PATH_MARK);
  if (words.length > 0) return matches(tree, offered, words);
  const latest = recent.flatMap((id) => offered.find((code) => code.id === id) ?? []);
  return [
    ...latest.map((code, i) => ({ code, above: aboveOf(tree, code), depth: 0, digit: i < 9 ? i + 1 : null })),
    ...offered.map((code) => ({ code, above: '', depth: tree.depth(code.id), digit: null })),
  ];
}

function matches(tree: CodeTree, offered: readonly Code[], words: readonly string[]): readonly CodeChoice[] {
  const ranked: { readonly choice: CodeChoice; readonly rank: number }[] = [];
  for (const code of offered) {
    const path = foldWords(tree.path(code.id));
    if (!words.every((word) => path.includes(word))) continue;
    const name = foldWords(code.name);
    const whole = words.join(' ');
    const rank = name.startsWith(whole)
      ? 0
      : words.every((word) => name.includes(word))
        ? 1
        : words.some((word) => name.includes(word))
          ? 2
          : 3;
    ranked.push({ choice: { code, above: aboveOf(tree, code), depth: 0, digit: null }, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

function aboveOf(tree: CodeTree, code: Code): string {
  return code.parentId === null ? '' : tree.path(code.parentId);
}
