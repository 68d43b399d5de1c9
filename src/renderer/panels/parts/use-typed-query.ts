import { useEffect, useEffectEvent, useState } from 'react';

/** Words in a field that are asked for when typing rests. */
export interface TypedQuery {
  /** What to show in the field. */
  readonly typed: string;
  type(words: string): void;
  /** Asks for what is typed now, unless it has been asked for. */
  askNow(): Promise<void>;
}

/**
 * What is typed into a field that narrows a list. When other words are asked for from elsewhere, the field shows those: what was typed
 * before would be asked for again.
 * @param query what is asked for now
 * @param rest milliseconds without a key after which it is asked for
 */
export function useTypedQuery(query: string, rest: number, ask: (query: string) => Promise<void>): TypedQuery {
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);
  if (query !== known) {
    setKnown(query);
    setTyped(query);
  }
  const askNow = async (): Promise<void> => {
    if (typed === query) return;
    setKnown(typed);
    await ask(typed);
  };
  const later = useEffectEvent(() => void askNow());
  useEffect(() => {
    if (typed === query) return;
    const timer = setTimeout(() => later(), rest);
    return () => clearTimeout(timer);
  }, [typed, query, rest]);
  return { typed, type: setTyped, askNow };
}
