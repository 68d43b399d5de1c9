/** Which annotation a click is on. */

/** Width of a claim's bar with the space behind it, as in bars.css. */
const LANE = 7;

/**
 * The annotations under a click, innermost first: those of the words, or the claim whose bar in the margin was hit.
 * Empty for bare text.
 */
export function annotationsUnder(event: MouseEvent): readonly string[] {
  const target = event.target instanceof Element ? event.target : null;
  const words = target?.closest('[data-ids]')?.getAttribute('data-ids');
  if (words) return words.split(' ');
  const paragraph = target?.closest<HTMLElement>('p[data-claims]');
  if (!paragraph) return [];
  const rect = paragraph.getBoundingClientRect();
  const rightToLeft = getComputedStyle(paragraph).direction === 'rtl';
  const across = rightToLeft ? rect.right - event.clientX : event.clientX - rect.left;
  const claim = paragraph.dataset['claims']?.split(' ')[Math.floor(across / LANE)];
  return claim === undefined ? [] : [claim];
}

/** What a click there selects: the innermost, or when it is selected already the next outer one, and round again. */
export function selectedByClick(ids: readonly string[], selectedId: string | null): string | null {
  const at = selectedId === null ? -1 : ids.indexOf(selectedId);
  return ids[(at + 1) % Math.max(1, ids.length)] ?? null;
}
