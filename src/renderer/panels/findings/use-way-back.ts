import { useEffect, useRef } from 'react';
import { useCommands } from '../../commands/context.tsx';
import { focusPane } from '../../commands/panes.ts';
import { useStore } from '../../store/store.ts';

/**
 * Leads back into the list when what a fix asked in the text has been answered, or left by Escape: the next key is for the next
 * finding. In the text the same key would do another thing. Whoever clicks elsewhere meanwhile stays there.
 * @returns called before a fix that may ask.
 */
export function useWayBack(): () => void {
  const context = useCommands();
  const asking = useStore((store) => store.picker !== null || store.entities.chooser !== null);
  const wanted = useRef(false);
  useEffect(() => {
    if (!asking) {
      if (wanted.current) focusPane(context, 'record');
      wanted.current = false;
      return;
    }
    const leave = (event: PointerEvent) => {
      const isInPicker = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (!isInPicker) wanted.current = false;
    };
    window.addEventListener('pointerdown', leave, true);
    return () => window.removeEventListener('pointerdown', leave, true);
  }, [asking, context]);
  return () => {
    wanted.current = true;
  };
}
