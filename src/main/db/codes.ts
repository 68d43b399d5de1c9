import type { Code } from '../../shared/model/code.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS = `id, parent_id AS parentId, name, definition, colour, position, retired, examples,
  created_at AS createdAt, updated_at AS updatedAt`;

type Row = Omit<Code, 'retired' | 'examples'> & { readonly retired: number; readonly examples: string };

/** The codes of the codebook. */
export interface CodeTable extends RecordTable<Code> {
  /** Every code, retired ones too, by position, then name. */
  all(): Code[];
  count(): number;
  /** How many claims each code is on, by code id; who is on none is left out. */
  uses(): ReadonlyMap<string, number>;
}

/** The codes of the codebook. */
export const codeTable = perDatabase((db): CodeTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM code WHERE id = ?`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM code ORDER BY position, name, id`);
  const count = db.prepare('SELECT count(*) FROM code').pluck();
  const uses = db.prepare('SELECT code_id, count(*) FROM annotation_code GROUP BY code_id').raw();
  const insert = db.prepare(`INSERT INTO code (id, parent_id, name, definition, colour, position, retired, examples,
    created_at, updated_at) VALUES (@id, @parentId, @name, @definition, @colour, @position, @retired, @examples,
    @createdAt, @updatedAt)`);
  const update = db.prepare(`UPDATE code SET parent_id = @parentId, name = @name, definition = @definition,
    colour = @colour, position = @position, retired = @retired, examples = @examples, created_at = @createdAt,
    updated_at = @updatedAt WHERE id = @id`);
  const remove = db.prepare('DELETE FROM code WHERE id = ?');

  return {
    get(id) {
      const row = get.get(id) as Row | undefined;
      return row ? toCode(row) : null;
    },
    insert: (code) => void insert.run(toRow(code)),
    update: (code) => void update.run(toRow(code)),
    remove: (id) => void remove.run(id),
    all: () => (all.all() as Row[]).map(toCode),
    count: () => count.get() as number,
    uses: () => new Map(uses.all() as [string, number][]),
  };
});

function toCode(row: Row): Code {
  return { ...row, retired: row.retired === 1, examples: JSON.parse(row.examples) as string[] };
}

function toRow(code: Code): Row {
  return { ...code, retired: code.retired ? 1 : 0, examples: JSON.stringify(code.examples) };
}
