import type { StoreApi } from 'zustand/vanilla';
import type { Store } from '../store/types.ts';

/**
 * Leaves the field that has the focus when its place goes out of sight, or the whole window: what is typed is kept when a field is
 * left, and one that just vanishes is never told so (a key that goes to another place, a tab that is closed while one types).
 */
export function leaveFields(store: StoreApi<Store>): void {
  store.subscribe((now, before) => {
    if (now.place !== before.place) leave();
  });
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', (event) => {
    // What isn't kept by leaving it would be lost: whoever closes the window is asked.
    if (store.getState().codebookView.typed.size > 0) event.preventDefault();
  });
}

function leave(): void {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur();
}
