import type { FormatInfo, FormatOption } from '../../../shared/model/exchange.ts';

/** The options that a format has for one direction. */
export function optionsFor(format: FormatInfo, when: 'read' | 'write'): readonly FormatOption[] {
  return format.options.filter((option) => option.when === when || option.when === 'both');
}

/** Each option's value for one direction: what was chosen, else its initial one. */
export function optionValues(
  format: FormatInfo,
  when: 'read' | 'write',
  chosen: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    optionsFor(format, when).map((option) => {
      const value = chosen[option.id];
      const fits = option.choices.some((choice) => choice.value === value);
      return [option.id, fits && value !== undefined ? value : option.initial];
    }),
  );
}
