/** Whether an annotation's words lie in the lower half of the window: a list then opens above them. */
export function liesLow(annotationId: string): boolean {
  const words = document.querySelector(`[data-ids~="${CSS.escape(annotationId)}"]`)?.getBoundingClientRect();
  return words !== undefined && words.top > window.innerHeight / 2;
}
