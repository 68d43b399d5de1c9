import type { ChangedKeys } from '../../../shared/model/keys.ts';
import { fuzzyScore } from '../../../shared/text/fuzzy.ts';
import { keysWith } from '../../commands/bindings.ts';
import type { Command } from '../../commands/command.ts';

/** The commands that are called like what was typed, or have a key that is written so; in their order. */
export function matching(all: readonly Command[], changed: ChangedKeys, typed: string): readonly Command[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return all;
  return all.filter(
    (command) =>
      keysWith(changed, command).some((keys) => keys.toLowerCase() === wanted) ||
      fuzzyScore(wanted, `${command.title} ${command.words ?? ''}`) > 0,
  );
}
