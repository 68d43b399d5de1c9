/*
 * A field that takes so many characters cuts what is pasted into it, without a word. What is lost so is noticed much later, if at
 * all: here it is refused as a whole, and said.
 */

export interface TooLong {
  /** Characters that would stand in the field, and that it takes, in UTF-16 units. */
  readonly length: number;
  readonly most: number;
}

/** Listens for words that are pasted or dropped into a field that can't take all of them. @returns what ends that. */
export function refuseLongPastes(tell: (refused: TooLong) => void): () => void {
  const look = (event: InputEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    if (!/^insertFrom(?:Paste|Drop)/.test(event.inputType)) return;
    const words = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    const refused = tooLong(field, field instanceof HTMLInputElement ? words.replace(/[\r\n]/g, '') : words);
    if (!refused) return;
    event.preventDefault();
    tell(refused);
  };
  document.addEventListener('beforeinput', look, true);
  return () => document.removeEventListener('beforeinput', look, true);
}

/** Whether words in the place of what is selected are more than the field takes; null when they fit. */
export function tooLong(
  field: Pick<HTMLInputElement, 'value' | 'maxLength' | 'selectionStart' | 'selectionEnd'>,
  words: string,
): TooLong | null {
  const { value, maxLength: most, selectionStart, selectionEnd } = field;
  const replaced = (selectionEnd ?? value.length) - (selectionStart ?? value.length);
  // A field keeps one unit for the end of a line.
  const length = value.length - replaced + words.replace(/\r\n/g, '\n').length;
  return most >= 0 && length > most ? { length, most } : null;
}
