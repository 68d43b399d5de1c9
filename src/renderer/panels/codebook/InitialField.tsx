import type { Kind } from '../../../shared/model/kind.ts';
import { VARIABLE_MAX, type VariableType, type VariableValue } from '../../../shared/model/variable.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { readWholeNumber } from '../../../shared/text/whole-number.ts';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';

/** Whether what was typed can't be a value of the type: it stands in the field until it is mended. */
export function isUnread(type: VariableType, value: VariableValue | null): boolean {
  return type === 'integer' && typeof value === 'string';
}

/** The value that a new annotation begins with, in a field of the variable's type. */
export function InitialField(props: {
  readonly kind: Kind;
  readonly type: VariableType;
  readonly options: readonly string[];
  readonly value: VariableValue | null;
  onChange(value: VariableValue | null): void;
}) {
  const { kind, type, options, value, onChange } = props;
  const label = `A new ${kind} begins with`;
  const words = value === null ? '' : String(value);
  switch (type) {
    case 'category':
      return (
        <Select
          label={label}
          value={words}
          options={[
            { value: '', label: 'nothing' },
            ...options.filter(Boolean).map((option) => ({ value: option, label: option })),
          ]}
          onChange={(next) => onChange(next || null)}
        />
      );
    case 'boolean':
      return (
        <Select
          label={label}
          value={words}
          options={[
            { value: '', label: 'nothing' },
            { value: 'true', label: 'yes' },
            { value: 'false', label: 'no' },
          ]}
          onChange={(next) => onChange(next === '' ? null : next === 'true')}
        />
      );
    case 'integer':
      return (
        <Field
          label={label}
          inputMode="numeric"
          value={words}
          placeholder="nothing"
          autoComplete="off"
          maxLength={VARIABLE_MAX.short}
          error={isUnread(type, value) ? `${inQuotes(words)} isn’t a whole number.` : null}
          onChange={(event) => onChange(readWholeNumber(event.target.value) ?? (event.target.value.trim() || null))}
        />
      );
    case 'date':
      return (
        <Field label={label} type="date" value={words} onChange={(event) => onChange(event.target.value || null)} />
      );
    case 'short-text':
      return (
        <Field
          label={label}
          value={words}
          maxLength={VARIABLE_MAX.short}
          placeholder="nothing"
          dir="auto"
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case 'long-text':
      return (
        <TextArea
          label={label}
          value={words}
          maxLength={VARIABLE_MAX.long}
          placeholder="nothing"
          dir="auto"
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
  }
}
