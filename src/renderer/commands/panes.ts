import type { CommandContext } from './command.ts';

const PANES = ['corpus', 'text', 'record'] as const;

/** Puts the focus into the next or previous pane; a pane that is hidden in a narrow window is drawn over the text. */
export function stepPane(context: CommandContext, way: 1 | -1): void {
  const here = document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane');
  const at = PANES.findIndex((pane) => pane === here);
  const next = PANES[(at + way + PANES.length + (at < 0 && way < 0 ? 1 : 0)) % PANES.length];
  if (next) focusPane(context, next);
}

/** The widths below which a side pane is hidden until it is drawn over the text, as `CodePlace.module.css` has them. */
const HIDDEN = { corpus: '(max-width: 56rem)', record: '(max-width: 68rem)' } as const;

/** Brings a pane into sight. */
export function showPane(context: CommandContext, pane: (typeof PANES)[number]): void {
  const state = context.store.getState();
  if (state.place !== 'code') state.goTo('code');
  if (pane === 'text') state.showDrawer(null);
  else if (window.matchMedia(HIDDEN[pane]).matches) state.showDrawer(pane);
}

/** Takes the keys out of the text at once, before the field that is meant has been drawn: they would tag words. */
export function holdKeys(pane: (typeof PANES)[number]): void {
  document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)?.focus({ preventScroll: true });
}

/** Puts the focus into a pane: the text's caret, or the element marked `data-pane-focus`, or the pane itself. */
export function focusPane(context: CommandContext, pane: (typeof PANES)[number], selector = '[data-pane-focus]'): void {
  showPane(context, pane);
  if (pane === 'text' && context.editor) {
    const { editor } = context;
    whenDrawn(() => {
      editor.focus();
      return true;
    });
    return;
  }
  whenDrawn(() => {
    const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
    const meant = element?.querySelector<HTMLElement>(selector);
    (meant ?? element)?.focus();
    return meant != null;
  });
}

/**
 * Moves the focus into what was just asked to be drawn. React has drawn it by the end of the key's own turn: a next frame
 * would be too late for somebody who types on. What isn't there then is tried once more in the next frame.
 * @param move whether it found what it looked for.
 */
export function whenDrawn(move: () => boolean): void {
  queueMicrotask(() => {
    if (!move()) requestAnimationFrame(move);
  });
}
