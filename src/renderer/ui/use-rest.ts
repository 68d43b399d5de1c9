import { useEffect, useMemo, useRef } from 'react';

/** A pointer that passes over rows on its way elsewhere stays on none of them as long as this, in milliseconds. */
const RESTS = 70;

export interface Rest {
  /** The pointer, or the keys, are at a row. */
  begin(row: number): void;
  /** They are at none. */
  end(): void;
  /** There is no need to wait: the button went down on it. */
  now(row: number): void;
}

/** Tells on which row of a list the pointer or the keys came to rest. */
export function useRest(onRest: ((row: number) => void) | undefined): Rest {
  const latest = useRef(onRest);
  useEffect(() => {
    latest.current = onRest;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(() => {
    const end = (): void => clearTimeout(timer.current);
    return {
      begin(row) {
        end();
        timer.current = setTimeout(() => latest.current?.(row), RESTS);
      },
      end,
      now(row) {
        end();
        latest.current?.(row);
      },
    };
  }, []);
}
