/** A whole number as an analyst writes it, with any minus sign; null for anything else: `1.5` is none, and is not cut to one. */
export function readWholeNumber(typed: string): number | null {
  const words = typed.trim().replace('−', '-');
  if (!/^[-+]?\d+$/.test(words)) return null;
  const number = Number(words);
  return Number.isSafeInteger(number) ? number : null;
}
