import { squashed } from './bare.ts';
import type { NamedEntity } from './resolve.ts';
import { nameSound } from './sound.ts';
import { nameWords } from './words.ts';

/*
 * Keys under which an entity is found beside its folded names, so that nobody has to read through the list. Each begins with a
 * sign of its own.
 */

/** `=us` for U.S., US and the US. '' for words without letters. */
export function squashedKey(words: string): string {
  const letters = squashed(words);
  return letters === '' ? '' : `=${letters}`;
}

/** `~srg lvrv` for Sergei Lavrov and Sergey Lavrov. '' when there is too little to go by. */
export function soundKey(name: string): string {
  const sounds = nameSound(name);
  return sounds === '' ? '' : `~${sounds}`;
}

/** `.a solene` for Adra Solène and A. Solène; '' for one word. */
export function initialKey(name: string): string {
  const [first, ...rest] = nameWords(name);
  // Whole letters: half of an emoji, or of one of another plane, can't be stored.
  return first === undefined || rest.length === 0 ? '' : `.${[...first][0]} ${rest.join(' ')}`;
}

/** Every such key of an entity, each once. */
export function looseKeys({ category, name, aliases }: Pick<NamedEntity, 'category' | 'name' | 'aliases'>): string[] {
  const keys = new Set<string>();
  for (const one of [name, ...aliases]) {
    keys.add(squashedKey(one));
    keys.add(soundKey(one));
    if (category === 'person') keys.add(initialKey(one));
  }
  keys.delete('');
  return [...keys];
}
