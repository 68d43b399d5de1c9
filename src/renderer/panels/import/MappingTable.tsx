import { count } from '../parts/words.ts';
import css from './annotated.module.css';
import type { MappingRow } from './mapping.ts';

export interface MappingTableProps<To extends string> {
  readonly title: string;
  readonly help: string;
  readonly rows: readonly MappingRow<To>[];
  readonly choices: readonly { readonly value: To; readonly label: string }[];
  readonly disabled: boolean;
  onChange(name: string, to: To | null): void;
}

/** What each name in the files is to become; one that becomes nothing is left out. */
export function MappingTable<To extends string>(props: MappingTableProps<To>) {
  const { title, help, rows, choices, disabled, onChange } = props;
  if (rows.length === 0) return null;
  return (
    <section className={css.mapping}>
      <h3>{title}</h3>
      <p className={css.quiet}>{help}</p>
      <div className={css.mappingFrame}>
        <table className={css.mappingTable}>
          <thead>
            <tr>
              <th scope="col">In the files</th>
              <th scope="col" className={css.number}>
                How often
              </th>
              <th scope="col">In Parley</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className={row.to === null ? css.out : undefined}>
                <th scope="row">{row.name}</th>
                <td className={css.number}>{count(row.count)}</td>
                <td>
                  <select
                    className={css.target}
                    aria-label={`${row.name} becomes`}
                    value={row.to ?? ''}
                    disabled={disabled}
                    onChange={(event) => {
                      const { value } = event.target;
                      onChange(row.name, choices.find((choice) => choice.value === value)?.value ?? null);
                    }}
                  >
                    <option value="">– left out –</option>
                    {choices.map((choice) => (
                      <option key={choice.value} value={choice.value}>
                        {choice.label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
