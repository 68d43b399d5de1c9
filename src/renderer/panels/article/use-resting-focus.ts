import { useEffect } from 'react';
import { useCommands } from '../../commands/context.tsx';
import { useStore } from '../../store/store.ts';
import { isFocusLost } from '../../ui/focus.ts';

/**
 * Puts the keyboard into the article's text whenever nothing else has it: at the start, when another article came, and when
 * a dialog closed that nothing in the window had opened, or whose opener is gone.
 */
export function useRestingFocus(articleId: string): void {
  const context = useCommands();
  const covered = useStore((store) => store.dialog !== null || store.sheet !== null);
  useEffect(() => {
    if (covered) return;
    // By the next frame a dialog has given the focus back to where it was, if that is still there.
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) context.editor?.focus();
    });
    return () => cancelAnimationFrame(frame);
    // The article is named because another one may have taken away what had the focus.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [covered, articleId, context]);
}
