import type { Variable } from '../../shared/model/variable.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS = `id, kind, name, definition, type, options, initial, required, position, retired,
  created_at AS createdAt, updated_at AS updatedAt`;

type Row = Omit<Variable, 'options' | 'initial' | 'required' | 'retired'> & {
  readonly options: string;
  readonly initial: string;
  readonly required: number;
  readonly retired: number;
};

/** The variables of the codebook, with how often each value is given. */
export interface VariableTable extends RecordTable<Variable> {
  /** Every variable, retired ones too, by kind and position. */
  all(): Variable[];
  /** How many annotations have a value of each variable, by variable id; those of which none has are left out. */
  uses(): ReadonlyMap<string, number>;
  /** How many annotations have each value, by `valueKey`. */
  valueCounts(variableId: string): ReadonlyMap<string, number>;
  /** How many annotations with one of these values each coder has, by coder id. Values by `valueKey`. */
  valuesByCoder(variableId: string, keys: readonly string[]): ReadonlyMap<string, number>;
}

/** The variables of the codebook. */
export const variableTable = perDatabase((db): VariableTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM variable WHERE id = ?`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM variable ORDER BY kind, position, name, id`);
  const uses = db.prepare('SELECT variable_id, count(*) FROM annotation_value GROUP BY variable_id').raw();
  const valuesByCoder = db
    .prepare(`SELECT n.coder_id, count(*) FROM annotation_value v JOIN annotation n ON n.id = v.annotation_id
      WHERE v.variable_id = ? AND v.value IN (SELECT value FROM json_each(?)) GROUP BY n.coder_id`)
    .raw();
  const valueCounts = db
    .prepare('SELECT value, count(*) FROM annotation_value WHERE variable_id = ? GROUP BY value')
    .raw();
  const insert =
    db.prepare(`INSERT INTO variable (id, kind, name, definition, type, options, initial, required, position,
    retired, created_at, updated_at) VALUES (@id, @kind, @name, @definition, @type, @options, @initial, @required,
    @position, @retired, @createdAt, @updatedAt)`);
  const update = db.prepare(`UPDATE variable SET kind = @kind, name = @name, definition = @definition, type = @type,
    options = @options, initial = @initial, required = @required, position = @position, retired = @retired,
    created_at = @createdAt, updated_at = @updatedAt WHERE id = @id`);
  const remove = db.prepare('DELETE FROM variable WHERE id = ?');

  return {
    get(id) {
      const row = get.get(id) as Row | undefined;
      return row ? toVariable(row) : null;
    },
    insert: (variable) => void insert.run(toRow(variable)),
    update: (variable) => void update.run(toRow(variable)),
    remove: (id) => void remove.run(id),
    all: () => (all.all() as Row[]).map(toVariable),
    uses: () => new Map(uses.all() as [string, number][]),
    valuesByCoder: (id, keys) => new Map(valuesByCoder.all(id, JSON.stringify(keys)) as [string, number][]),
    valueCounts: (id) => new Map(valueCounts.all(id) as [string, number][]),
  };
});

function toVariable(row: Row): Variable {
  return {
    ...row,
    options: JSON.parse(row.options) as string[],
    initial: JSON.parse(row.initial) as Variable['initial'],
    required: row.required === 1,
    retired: row.retired === 1,
  };
}

function toRow(variable: Variable): Row {
  return {
    ...variable,
    options: JSON.stringify(variable.options),
    initial: JSON.stringify(variable.initial),
    required: variable.required ? 1 : 0,
    retired: variable.retired ? 1 : 0,
  };
}
