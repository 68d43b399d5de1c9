import { useEffect, useEffectEvent } from 'react';
import type { Drop } from './dropped.ts';
import type { PartProps } from './part.ts';

/** Takes what is dropped while this part of the dialog is shown: once, as soon as it comes. */
export function useDrop({ dropped, onDropTaken }: PartProps, take: (drop: Drop) => void): void {
  const taken = useEffectEvent((drop: Drop) => {
    onDropTaken();
    take(drop);
  });
  useEffect(() => {
    if (dropped === null) return;
    // A moment later: an effect that is taken back and run again takes the files once.
    const soon = setTimeout(() => taken(dropped));
    return () => clearTimeout(soon);
  }, [dropped]);
}
