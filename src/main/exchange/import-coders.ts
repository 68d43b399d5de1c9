import type { Change } from '../../shared/change/change.ts';
import { type Coder, CODER_NAME_MAX } from '../../shared/model/coder.ts';

/** The name of a layer whose coder nobody named. */
export const UNNAMED_CODER = 'Unnamed coder';

/** Finds the coder of a name, or makes one. */
export interface CoderFinder {
  idFor(name: string): string;
  /** Names asked for, as the project has them, in alphabetical order. */
  names(): string[];
  /** The coders that had to be made. */
  created(): Change[];
}

/**
 * @param known the project's coders; @param maker.self who codes at this machine, known to the project or not yet: their
 * name leads to them. Names are compared in one Unicode form, the very name before one that differs only in its case, so
 * that one person isn't two.
 */
export function createCoderFinder(
  known: readonly Coder[],
  maker: { newId(): string; now(): string; readonly self: { readonly id: string; readonly name: string } },
): CoderFinder {
  const { self } = maker;
  let selfIsFree = !known.some((coder) => coder.id === self.id);
  // Of two coders of one name oneself, else the first.
  const ranked = [...known].sort((a, b) => Number(b.id === self.id) - Number(a.id === self.id));
  const found = new Map<string, Coder>();
  const asked = new Map<string, Coder>();
  const made: Change[] = [];

  function find(name: string): Coder {
    const there =
      found.get(name) ??
      ranked.find((coder) => plain(coder.name) === name) ??
      ranked.find((coder) => fold(coder.name) === fold(name));
    if (there) return there;
    const isSelf = selfIsFree && fold(self.name) === fold(name);
    if (isSelf) selfIsFree = false;
    const id = isSelf ? self.id : maker.newId();
    const coder = { id, name, createdAt: maker.now() };
    found.set(name, coder);
    made.push({ record: 'coder', id, before: null, after: coder });
    return coder;
  }

  return {
    idFor(name) {
      const coder = asked.get(name) ?? find(plain(name) || UNNAMED_CODER);
      asked.set(name, coder);
      return coder.id;
    },
    names: () => [...new Set([...asked.values()].map((coder) => coder.name))].sort((a, b) => a.localeCompare(b, 'en')),
    created: () => made,
  };
}

function plain(name: string): string {
  const cut = name.normalize('NFC').trim().slice(0, CODER_NAME_MAX);
  return cut.replace(/[\uD800-\uDBFF]$/, '').trim();
}

function fold(name: string): string {
  return plain(name).toLowerCase();
}
