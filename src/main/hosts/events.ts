/** Hands every event of the core to every window that listens. */
export interface EventHub {
  emit(event: string, payload: unknown): void;
  /** Calls `listener` with each event's name and its payload as JSON, until the returned function is called. */
  listen(listener: (event: string, payload: string) => void): () => void;
}

/** A hub with nobody listening yet. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: string, payload: string) => void>();
  return {
    emit(event, payload) {
      if (listeners.size === 0) return;
      const json = JSON.stringify(payload);
      for (const listener of listeners) listener(event, json);
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
