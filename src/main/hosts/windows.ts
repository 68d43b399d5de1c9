/**
 * Which of the windows that are open acts: one at a time, so that none goes on with what another has changed. A window that
 * arrives for the first time takes over; one that was taken over stays so, however often it connects again.
 */
export interface Windows {
  /** A window calls or connects. Gives whether it is the one that acts; a new one becomes it. */
  acts(id: string): boolean;
  /** Calls `told` once when the window is taken over, at once if it has been; until the returned function is called. */
  onTakenOver(id: string, told: () => void): () => void;
}

/** No windows yet: the first to arrive acts. */
export function createWindows(): Windows {
  const seen = new Set<string>();
  const waiting = new Map<() => void, string>();
  let acting: string | null = null;

  function acts(id: string): boolean {
    if (!seen.has(id)) {
      seen.add(id);
      acting = id;
      for (const [told, its] of waiting) {
        if (its === id) continue;
        waiting.delete(told);
        told();
      }
    }
    return id === acting;
  }

  return {
    acts,
    onTakenOver(id, told) {
      if (acts(id)) waiting.set(told, id);
      else told();
      return () => {
        waiting.delete(told);
      };
    },
  };
}
