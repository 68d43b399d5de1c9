/** Where an annotation begins in the text that is drawn; null when it isn't drawn. */
export function wordsDrawn(annotationId: string): Element | null {
  return document.querySelector(`[data-ids~="${CSS.escape(annotationId)}"]`);
}
