import { type Selection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * The selection as the browser has it now. ProseMirror learns of a moved caret some milliseconds late: a key pressed right
 * behind Shift+arrow would see the old selection. Without the focus the state's own selection is the right one.
 */
export function currentSelection(view: EditorView): Selection {
  return view.hasFocus() ? domSelection(view) : view.state.selection;
}

/** Lets the state know of the browser's selection: before it is changed, and when the focus goes elsewhere. */
export function adoptSelection(view: EditorView): void {
  if (view.composing) return;
  const selection = domSelection(view);
  if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection));
}

function domSelection(view: EditorView): Selection {
  const { selection, doc } = view.state;
  const dom = view.dom.ownerDocument.getSelection();
  if (!dom?.anchorNode || !dom.focusNode) return selection;
  if (!view.dom.contains(dom.anchorNode) || !view.dom.contains(dom.focusNode)) return selection;
  const anchor = doc.resolve(view.posAtDOM(dom.anchorNode, dom.anchorOffset));
  const head = doc.resolve(view.posAtDOM(dom.focusNode, dom.focusOffset));
  return TextSelection.between(anchor, head);
}
