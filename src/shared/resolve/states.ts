import { squashed } from './bare.ts';
import { RENAMES } from './data/renames.ts';

let known: ReadonlySet<string> | null = null;

/** Whether words are the English name of a state or territory that the platform knows, or one that was renamed. */
export function isState(words: string): boolean {
  known ??= stateNames();
  return known.has(squashed(words));
}

function stateNames(): ReadonlySet<string> {
  const names = new Set<string>();
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const name = regions.of(first + second);
      // Of the codes that stand for no state: European Union, United Nations, Pseudo-Accents …
      if (name && !['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'].includes(first + second)) names.add(squashed(name));
    }
  }
  for (const row of RENAMES) {
    if (row.some((name) => names.has(squashed(name)))) for (const name of row) names.add(squashed(name));
  }
  return names;
}
