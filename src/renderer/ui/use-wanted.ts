import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Enter that was pressed before a list was what had been typed: it is done as soon as nothing is waited for any more, unless
 * something else was typed meanwhile.
 */
export function useWanted(waiting: boolean, act: () => void): { want(): void; forget(): void } {
  const wanted = useRef(false);
  const done = useEffectEvent(() => {
    if (!wanted.current) return;
    wanted.current = false;
    act();
  });
  useEffect(() => {
    if (!waiting) done();
  }, [waiting]);
  return {
    want: () => {
      wanted.current = true;
    },
    forget: () => {
      wanted.current = false;
    },
  };
}
