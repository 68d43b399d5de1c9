import { FormatError, type FormatInfo, type FormatOptions } from './format.ts';

/**
 * The value chosen for one of a format's options: the option's initial value when none was given. Throws `FormatError`
 * for a value that isn't among the choices.
 */
export function chosen(info: FormatInfo, options: FormatOptions, id: string): string {
  const option = info.options.find((candidate) => candidate.id === id);
  if (!option) throw new Error(`${info.id} has no option ${id}`);
  const value = Object.hasOwn(options, id) ? options[id] : undefined;
  if (value === undefined) return option.initial;
  if (option.choices.some((choice) => choice.value === value)) return value;
  throw new FormatError(
    `${info.name} has no “${value}” for the option “${id}”.`,
    `Choose one of: ${option.choices.map((choice) => choice.value).join(', ')}.`,
  );
}
