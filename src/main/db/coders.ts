import type { Coder } from '../../shared/model/coder.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS = 'id, name, created_at AS createdAt';

/** Everybody who has coded in the project. */
export interface CoderTable extends RecordTable<Coder> {
  /** In the order in which they came. */
  all(): Coder[];
  /** The coder of that name, or else of one that differs in case alone; null for nobody. */
  byName(name: string): Coder | null;
}

/** Everybody who codes in the project. */
export const coderTable = perDatabase((db): CoderTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM coder WHERE id = ?`);
  const all = db.prepare(`SELECT ${COLUMNS} FROM coder ORDER BY created_at, id`);
  const insert = db.prepare('INSERT INTO coder (id, name, created_at) VALUES (@id, @name, @createdAt)');
  const update = db.prepare('UPDATE coder SET name = @name, created_at = @createdAt WHERE id = @id');
  const remove = db.prepare('DELETE FROM coder WHERE id = ?');
  const list = (): Coder[] => all.all() as Coder[];

  return {
    get: (id) => (get.get(id) as Coder | undefined) ?? null,
    insert: (coder) => void insert.run(coder),
    update: (coder) => void update.run(coder),
    remove: (id) => void remove.run(id),
    all: list,
    byName(name) {
      const wanted = name.trim().toLowerCase();
      const alike = list().filter((coder) => coder.name.toLowerCase() === wanted);
      return alike.find((coder) => coder.name === name.trim()) ?? alike[0] ?? null;
    },
  };
});
