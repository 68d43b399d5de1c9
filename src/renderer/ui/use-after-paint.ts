import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * A value as it was when the window was last painted: what is drawn from it comes a frame behind what is drawn from the value itself,
 * however soon it could be made, and so never makes that frame longer.
 * @param first what it is before the first frame
 */
export function useAfterPaint<T>(value: T, first: T = value): T {
  const [shown, setShown] = useState(first);
  const latest = useRef(value);
  const due = useRef(false);
  useEffect(() => {
    latest.current = value;
    // Changes that follow each other faster than frames don't put it off.
    if (due.current || Object.is(value, shown)) return;
    due.current = true;
    requestAnimationFrame(() => {
      // Behind the frame that begins here.
      setTimeout(() => {
        due.current = false;
        startTransition(() => setShown(latest.current));
      });
    });
  }, [value, shown]);
  return shown;
}
