import { Plugin, TextSelection } from 'prosemirror-state';

/** The mark of a transaction that selects what the program was asked to. */
export const ON_PURPOSE = 'select-on-purpose';

/**
 * Puts the caret back where it was when the focus comes by keyboard: the browser puts it at the start. In place of
 * ProseMirror's own handling, which for 200 ms after the focus takes every move to the start for the browser's doing, and
 * so undoes a quick Ctrl+Home.
 */
export function keepCaret(): Plugin {
  let pressing = false;
  /** Puts the caret back; waits for the browser to have set its own, or for the first key, whichever comes first. */
  let restore: (() => void) | null = null;
  return new Plugin({
    // What is selected on purpose meanwhile stays.
    appendTransaction(transactions) {
      if (transactions.some((transaction) => transaction.getMeta(ON_PURPOSE))) restore = null;
      return null;
    },
    props: {
      handleDOMEvents: {
        // Before the key moves the caret: afterwards it would be taken back from where the key brought it.
        keydown: () => {
          restore?.();
          return false;
        },
        mousedown: () => {
          // The focus that a press brings comes within it; the caret goes where the mouse is.
          pressing = true;
          setTimeout(() => {
            pressing = false;
          });
          return false;
        },
        focus: (view) => {
          if (pressing) return true;
          // As it is now: the news of the browser's own caret may reach the state before the timer does.
          const { selection } = view.state;
          const mine = () => {
            if (restore !== mine) return;
            restore = null;
            if (view.isDestroyed || !view.hasFocus()) return;
            const { state } = view;
            // In the document as it is by now: more of it may have come.
            const same = TextSelection.create(state.doc, selection.anchor, selection.head);
            if (!state.selection.eq(same)) view.dispatch(state.tr.setSelection(same));
            view.focus();
          };
          restore = mine;
          setTimeout(mine);
          return true;
        },
      },
    },
  });
}
