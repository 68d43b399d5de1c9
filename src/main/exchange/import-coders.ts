import type { Change } from '../../shared/change/change.ts';
import type { Loss, ReadUnit } from '../../shared/formats/format.ts';
import { type Coder, CODER_NAME_MAX } from '../../shared/model/coder.ts';
import { byName } from '../../shared/text/by-name.ts';

/** The name of a layer whose coder nobody named. */
export const UNNAMED_CODER = 'Unnamed coder';

/** Finds the coder of a name, or makes one. */
export interface CoderFinder {
  idFor(name: string): string;
  /** Names asked for, as the project has them, in alphabetical order. */
  names(): string[];
  /** The coders that had to be made. */
  created(): Change[];
  /** Names of the files that aren't kept, as they are taken for a coder of another spelling: with their annotations. */
  losses(): Loss[];
}

/**
 * Names are compared in one Unicode form. Parley lets nobody take a name that differs from another's in its case alone, so
 * such a name is the same person's, as long as it can only mean one: whom the files or the project tell apart stay apart,
 * for two layers that are one can't be told apart again.
 * @param known the project's coders; @param maker.self who codes at this machine, known to the project or not yet: their
 * name leads to them; @param units all that the files hold.
 */
export function createCoderFinder(
  known: readonly Coder[],
  maker: { newId(): string; now(): string; readonly self: { readonly id: string; readonly name: string } },
  units: readonly ReadUnit[],
): CoderFinder {
  const { self } = maker;
  const isSelfKnown = known.some((coder) => coder.id === self.id);
  // Of two coders of one name oneself, else the first.
  const ranked = [...known].sort((a, b) => Number(b.id === self.id) - Number(a.id === self.id));
  const held = countNames(units);
  const spellings = countBy([...held.keys()], fold);
  const found = new Map<string, Coder>();
  const asked = new Map<string, Coder>();
  const made: Change[] = [];

  /** Who has that very name, or else the only one whose name differs in its case alone. */
  function among<Person extends { readonly name: string }>(people: readonly Person[], name: string): Person | null {
    const same = people.find((person) => plain(person.name) === name);
    if (same) return same;
    if ((spellings.get(fold(name)) ?? 1) > 1) return null;
    const alike = people.filter((person) => fold(person.name) === fold(name));
    return new Set(alike.map((person) => plain(person.name))).size === 1 ? (alike[0] ?? null) : null;
  }

  /** Whom the name leads to; null for somebody new. */
  function personOf(name: string): { readonly id: string; readonly name: string } | null {
    return among(ranked, name) ?? (isSelfKnown || self.name === '' ? null : among([self], name));
  }

  function find(name: string): Coder {
    const there = found.get(name) ?? known.find((coder) => coder.id === personOf(name)?.id);
    if (there) return there;
    const { id, name: spelling } = personOf(name) ?? { id: maker.newId(), name };
    const coder = { id, name: spelling, createdAt: maker.now() };
    found.set(name, coder);
    made.push({ record: 'coder', id, before: null, after: coder });
    return coder;
  }

  return {
    idFor(name) {
      const coder = asked.get(name) ?? find(nameOf(name));
      asked.set(name, coder);
      return coder.id;
    },
    names: () => [...new Set([...asked.values()].map((coder) => coder.name))].sort(byName),
    created: () => made,
    losses: () =>
      [...held].flatMap(([name, count]) => {
        const person = personOf(name);
        return person === null || plain(person.name) === name ? [] : [respelled(name, person.name, count)];
      }),
  };
}

function respelled(name: string, known: string, count: number): Loss {
  return {
    what: `Coder’s name “${name}”`,
    count,
    detail: `Capital letters don’t count: what this coder tagged goes to the coder whom Parley knows as “${known}”. If they are two people, give one another name in the files first.`,
  };
}

/** How many annotations stand under each name. */
function countNames(units: readonly ReadUnit[]): Map<string, number> {
  const raw = countBy(
    units.flatMap((unit) => unit.annotations),
    (annotation) => annotation.coder,
  );
  const held = new Map<string, number>();
  for (const [name, count] of raw) held.set(nameOf(name), (held.get(nameOf(name)) ?? 0) + count);
  return held;
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function nameOf(name: string): string {
  return plain(name) || UNNAMED_CODER;
}

function plain(name: string): string {
  const cut = name.normalize('NFC').trim().slice(0, CODER_NAME_MAX);
  return cut.replace(/[\uD800-\uDBFF]$/, '').trim();
}

function fold(name: string): string {
  return plain(name).toLowerCase();
}
