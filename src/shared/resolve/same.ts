import { foldWords } from '../text/fold.ts';
import { inQuotes } from '../text/quote.ts';
import { squashed } from './bare.ts';
import { initialKey } from './keys.ts';
import type { NamedEntity } from './resolve.ts';
import { nameLikeness } from './sound.ts';
import { nameWords } from './words.ts';

/** Why two entities may be one, in the analyst's words; null when nothing speaks for it. Never for two kinds. */
export function whySame(a: NamedEntity, b: NamedEntity): string | null {
  if (a.kind !== b.kind || a.id === b.id) return null;
  let best: { readonly weight: number; readonly reason: string } | null = null;
  for (const one of [a.name, ...a.aliases]) {
    for (const other of [b.name, ...b.aliases]) {
      const found = alike(one, other, a.category === 'person' && b.category === 'person');
      if (found && found.weight > (best?.weight ?? 0)) best = found;
    }
  }
  return best?.reason ?? null;
}

function alike(one: string, other: string, persons: boolean): { weight: number; reason: string } | null {
  if (foldWords(one) === foldWords(other)) return { weight: 4, reason: `both are called ${inQuotes(one)}` };
  if (behind(one) !== behind(other)) return null;
  const pair = `${inQuotes(one)} and ${inQuotes(other)}`;
  if (squashed(one) === squashed(other))
    return { weight: 3, reason: `${pair} differ in “the”, ’s, stops, hyphens or an acronym alone` };
  if (nameLikeness(one, other) > 0) return { weight: 2, reason: `${pair} may be two spellings of one name` };
  const key = persons ? initialKey(one) : '';
  const short = [one, other].some((name) => nameWords(name)[0]?.length === 1);
  if (key !== '' && short && key === initialKey(other)) {
    return { weight: 1, reason: `${pair} differ in the first name, of which one gives only a letter` };
  }
  return null;
}

/**
 * What tells a name from another that is the same before it: the folded words in brackets at its end, as in “Smith (Velia)”. ''
 * without any, and for an acronym or a script without small letters, which say the same once more.
 */
function behind(name: string): string {
  const words = /\(([^()]+)\)\s*$/u.exec(name)?.[1] ?? '';
  const isAcronym = words === words.toUpperCase() || (words.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  return isAcronym ? '' : foldWords(words);
}
