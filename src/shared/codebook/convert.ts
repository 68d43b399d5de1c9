import { fitsVariable, type Variable, type VariableValue } from '../model/variable.ts';
import { foldWords } from '../text/fold.ts';

const YES = new Set(['yes', 'true', '1', 'y']);
const NO = new Set(['no', 'false', '0', 'n']);

/** A value as a variable of another type or other choices holds it, meaning the same; undefined when it can't. */
export function convertValue(value: VariableValue, to: Pick<Variable, 'type' | 'options'>): VariableValue | undefined {
  if (fitsVariable(to, value)) return value;
  const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  const key = foldWords(words);
  switch (to.type) {
    case 'category':
      return to.options.find((option) => foldWords(option) === key);
    case 'boolean':
      return YES.has(key) ? true : NO.has(key) ? false : undefined;
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(key) ? Number(key) : undefined;
    case 'date':
    case 'short-text':
    case 'long-text':
      return fitsVariable(to, words.trim()) ? words.trim() : undefined;
  }
}

/** A value in words: `yes`, `12`, `2031-03-14`. */
export function valueWords(value: VariableValue): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
