/** Which rows of a list are chosen, and where the keyboard is. */
export interface ListSelection {
  /** The row that the keyboard is on; -1 in an empty list. */
  readonly active: number;
  /** Where a range with Shift begins. */
  readonly anchor: number;
  readonly chosen: ReadonlySet<number>;
}

export const NO_SELECTION: ListSelection = { active: -1, anchor: -1, chosen: new Set() };

/** Only this row chosen. */
export function only(index: number): ListSelection {
  return { active: index, anchor: index, chosen: index < 0 ? new Set() : new Set([index]) };
}

/** This row chosen if it wasn't, and not if it was; the others stay. */
export function toggle(selection: ListSelection, index: number): ListSelection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(index)) chosen.add(index);
  return { active: index, anchor: index, chosen };
}

/** All rows from the anchor to this one. */
export function extend(selection: ListSelection, index: number): ListSelection {
  const anchor = selection.anchor < 0 ? index : selection.anchor;
  const chosen = new Set<number>();
  for (let i = Math.min(anchor, index); i <= Math.max(anchor, index); i++) chosen.add(i);
  return { active: index, anchor, chosen };
}

/** Every row. */
export function all(length: number, active: number): ListSelection {
  return { active, anchor: active, chosen: new Set(Array.from({ length }, (_, i) => i)) };
}

/** How far one key moves in a list of `length` rows with `page` rows in sight: the new row, or null for other keys. */
export function moved(key: string, active: number, length: number, page: number): number | null {
  if (length === 0) return null;
  const clamp = (index: number): number => Math.max(0, Math.min(length - 1, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return active < 0 ? length - 1 : clamp(active - 1);
    case 'PageDown':
      return clamp(active + page);
    case 'PageUp':
      return clamp(active - page);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

/**
 * The row that typing finds: the next one whose name begins with what was typed, from the active one on and around.
 * One more letter keeps the row that still fits; the same letter again goes to the next. -1 when none does.
 */
export function typedRow(names: readonly string[], typed: string, active: number): number {
  const wanted = typed.toLocaleLowerCase();
  if (wanted === '') return -1;
  const repeated = wanted.length > 1 && [...wanted].every((letter) => wanted.startsWith(letter));
  const exact = find(wanted, wanted.length === 1 ? active + 1 : Math.max(0, active));
  if (exact >= 0 || !repeated) return exact;
  return find([...wanted][0] ?? '', active + 1);

  function find(prefix: string, from: number): number {
    for (let step = 0; step < names.length; step++) {
      const index = (from + step) % names.length;
      if (names[index]?.toLocaleLowerCase().startsWith(prefix)) return index;
    }
    return -1;
  }
}
