import type { Change } from '../../shared/change/change.ts';
import type { Coder } from '../../shared/model/coder.ts';

/** The name of a layer whose coder nobody named. */
export const UNNAMED_CODER = 'Unnamed coder';
const LONGEST_NAME = 120;

/** Finds the coder of a name, or makes one. */
export interface CoderFinder {
  idFor(name: string): string;
  /** Names asked for, as the project has them. */
  names(): string[];
  /** The coders that had to be made. */
  created(): Change[];
}

/**
 * @param known the project's coders; @param maker.self who codes at this machine, known to the project or not yet: their
 * name leads to them. Names are compared without space around them and in one Unicode form, so that one person isn't two.
 */
export function createCoderFinder(
  known: readonly Coder[],
  maker: { newId(): string; now(): string; readonly self: { readonly id: string; readonly name: string } },
): CoderFinder {
  const byName = new Map<string, Coder>();
  const asked = new Map<string, Coder>();
  const made: Change[] = [];
  // The first of two coders of one name, but oneself before others.
  for (const coder of [...known].reverse()) byName.set(plain(coder.name), coder);
  for (const coder of known) if (coder.id === maker.self.id) byName.set(plain(coder.name), coder);

  function find(name: string): Coder {
    const wanted = plain(name) || UNNAMED_CODER;
    const found = byName.get(wanted);
    if (found) return found;
    const isSelf = wanted === plain(maker.self.name) && !known.some((coder) => coder.id === maker.self.id);
    const coder = { id: isSelf ? maker.self.id : maker.newId(), name: wanted, createdAt: maker.now() };
    byName.set(wanted, coder);
    made.push({ record: 'coder', id: coder.id, before: null, after: coder });
    return coder;
  }

  return {
    idFor(name) {
      const coder = asked.get(name) ?? find(name);
      asked.set(name, coder);
      return coder.id;
    },
    names: () => [...new Set([...asked.values()].map((coder) => coder.name))],
    created: () => made,
  };
}

function plain(name: string): string {
  const cut = name.normalize('NFC').trim().slice(0, LONGEST_NAME);
  return cut.replace(/[\uD800-\uDBFF]$/, '').trim();
}
