import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from '../../store/store.ts';

/** Something typed that is kept by itself. */
export interface Draft {
  /** What to show in the field. */
  readonly value: string;
  /** Why what is typed can't be kept, or null. */
  readonly problem: string | null;
  type(value: string): void;
  /**
   * Keeps it now. Resolves with whether the field holds what is kept.
   * @param isResting whether one may still type on: the field then keeps the blanks at its ends. Not unless told.
   */
  keep(isResting?: boolean): Promise<boolean>;
  /** Goes back to what is kept. */
  drop(): void;
}

export interface DraftOptions {
  /** Names the draft in the window: while there are drafts it doesn't say "Saved". */
  readonly id: string;
  /** What is kept. */
  readonly stored: string;
  /** Why a text can't be kept, or null. */
  problemOf?(typed: string): string | null;
  /** Keeps a text. Resolves with false when that failed. */
  keep(typed: string): Promise<boolean>;
  /** A text as it is kept: blanks at its ends, say, are typed on the way to the next word and not kept. As it was typed unless given. */
  tidy?(typed: string): string;
  /** Milliseconds without a key after which it is kept; null: not before the field is left. */
  readonly rest: number | null;
}

/** A field whose text is kept when one stops typing, leaves it or goes elsewhere. What can't be kept stays to be corrected. */
export function useDraft(options: DraftOptions): Draft {
  const { id, stored, problemOf = () => null, tidy = (text: string) => text, keep, rest } = options;
  const draft = useStore((store) => store.draft);
  const notify = useStore((store) => store.notify);
  const [typed, setTyped] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const problem = typed === null ? null : problemOf(typed);

  const wanted = typed === null ? stored : tidy(typed);
  const isKept = wanted === stored;

  const keepNow = async (isResting: boolean): Promise<boolean> => {
    const settle = (): void => setTyped((now) => (now === typed && (!isResting || typed === wanted) ? null : now));
    if (typed === null || isKept) {
      settle();
      draft(id, false);
      return true;
    }
    if (problem !== null) return false;
    if (sent.current === wanted) return true;
    sent.current = wanted;
    const kept = await keep(wanted);
    sent.current = null;
    // What was typed meanwhile stays a draft; so does what could not be kept.
    if (kept) settle();
    return kept;
  };
  const later = useEffectEvent(() => void keepNow(true));

  useEffect(() => {
    draft(id, typed !== null && !isKept);
    if (typed === null || rest === null) return;
    const timer = setTimeout(() => later(), rest);
    return () => clearTimeout(timer);
  }, [typed, isKept, id, draft, rest]);

  const leave = useEffectEvent(() => {
    draft(id, false);
    if (problem === null) void keepNow(false);
    else notify({ tone: 'bad', title: 'What was typed last was not kept', detail: problem, act: '' });
  });
  useEffect(() => () => leave(), []);

  return {
    value: typed ?? stored,
    problem,
    type: setTyped,
    keep: (isResting = false) => keepNow(isResting),
    drop: () => setTyped(null),
  };
}
