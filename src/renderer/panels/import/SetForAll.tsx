import { counted } from '../../../shared/text/counted.ts';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { countRows, type FieldName, fieldProblem, type ImportRow, setInIncluded } from './candidates.ts';
import css from './import.module.css';

const FIELDS: readonly { readonly value: FieldName; readonly label: string }[] = [
  { value: 'outlet', label: 'Outlet' },
  { value: 'date', label: 'Date' },
  { value: 'author', label: 'Author' },
  { value: 'language', label: 'Language' },
];

export interface SetForAllProps {
  readonly rows: readonly ImportRow[];
  readonly disabled: boolean;
  onRows(rows: readonly ImportRow[]): void;
}

/** Sets one field of all articles that are ticked. */
export function SetForAll({ rows, disabled, onRows }: SetForAllProps) {
  const [field, setField] = useState<FieldName>('outlet');
  const [value, setValue] = useState('');
  const { included } = countRows(rows);
  const problem = fieldProblem(field, value.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === null && included > 0) onRows(setInIncluded(rows, field, value.trim()));
  };
  return (
    <form className={css.setAll} onSubmit={submit}>
      <Select<FieldName>
        label="For all ticked, set"
        value={field}
        options={FIELDS}
        disabled={disabled}
        onChange={setField}
      />
      <Field
        label="to"
        value={value}
        disabled={disabled}
        placeholder={field === 'date' ? '2031-03-14' : field === 'language' ? 'en' : ''}
        onChange={(event) => setValue(event.target.value)}
        error={problem}
      />
      <Button type="submit" disabled={disabled || included === 0 || problem !== null}>
        Set for {counted(included, 'article')}
      </Button>
    </form>
  );
}
