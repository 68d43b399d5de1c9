import type { FormatInfo, FormatOption } from '../../../shared/model/exchange.ts';
import { Select } from '../../ui/Select.tsx';
import css from './export.module.css';

export interface FormatChoiceProps {
  readonly formats: readonly FormatInfo[];
  readonly value: string;
  readonly disabled: boolean;
  onChange(id: string): void;
}

/** The formats to choose from, each with what it is. */
export function FormatChoice({ formats, value, disabled, onChange }: FormatChoiceProps) {
  return (
    <fieldset className={css.formats} disabled={disabled}>
      <legend className={css.legend}>Format</legend>
      {formats.map((format) => (
        <label key={format.id} className={css.format}>
          <input
            type="radio"
            name="format"
            value={format.id}
            checked={format.id === value}
            onChange={() => onChange(format.id)}
          />
          <strong>{format.name}</strong>
          <small>{format.description}</small>
        </label>
      ))}
    </fieldset>
  );
}

export interface OptionFieldsProps {
  readonly options: readonly FormatOption[];
  readonly values: Readonly<Record<string, string>>;
  readonly disabled: boolean;
  onChange(id: string, value: string): void;
}

/** A format's options, each with its help. */
export function OptionFields({ options, values, disabled, onChange }: OptionFieldsProps) {
  if (options.length === 0) return null;
  return (
    <div className={css.options}>
      {options.map((option) => (
        <Select
          key={option.id}
          label={option.label}
          help={option.help}
          value={values[option.id] ?? option.initial}
          options={option.choices}
          disabled={disabled}
          onChange={(value) => onChange(option.id, value)}
        />
      ))}
    </div>
  );
}
