import { foldLetters } from './fold.ts';

/**
 * A name as programs like it: lower case, without accents, what they can’t have replaced; '' when nothing is left.
 * @param ascii whether only `a`–`z`, digits, `.`, `_` and `-` may be in it; else letters and digits of any script.
 * @param between what stands where something was replaced.
 */
export function slug(name: string, { ascii, between }: { readonly ascii: boolean; readonly between: string }): string {
  const pieces = foldLetters(name).split(ascii ? /[^a-z0-9._-]+/ : /[^\p{L}\p{M}\p{N}]+/u);
  return pieces.join(between).replace(/^[._-]+|[._-]+$/g, '');
}
