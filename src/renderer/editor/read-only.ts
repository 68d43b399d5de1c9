import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** The mark of a transaction that brings more of the article: see `Growing`. */
export const GROWS = 'grows';

/**
 * An editable view that refuses every change. It has to be editable: without that there is no caret, and arrows,
 * Shift+arrows and key handlers don't work.
 * @param selectedText what a copy puts on the clipboard
 */
export function readOnly(selectedText: () => string): Plugin {
  const copy = (_view: EditorView, event: ClipboardEvent): boolean => {
    event.preventDefault();
    const text = selectedText();
    if (text !== '') event.clipboardData?.setData('text/plain', text);
    return true;
  };
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged || tr.getMeta(GROWS) === true,
    props: {
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: refuse,
        keypress: refuse,
        paste: refuse,
        drop: refuse,
        dragover: refuseWords,
        dragstart: refuse,
        copy,
        // Nothing can be cut out; the analyst still gets the words.
        cut: copy,
      },
    },
  });
}

/** The pointer says that nothing can be let go here; files are the window’s affair. */
function refuseWords(_view: EditorView, event: DragEvent): boolean {
  if (event.dataTransfer && !event.dataTransfer.types.includes('Files')) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  }
  return true;
}

function refuse(_view: EditorView, event: Event): boolean {
  event.preventDefault();
  return true;
}
