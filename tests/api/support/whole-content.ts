import type { TestCore } from './core.ts';

/** The history itself, texts (kept for good: undo may bring their articles back), and what only helps to find and follows. An
 * article’s number is of the index alone. */
const LEFT_OUT = /^(change|change_set|sqlite_.*|annotation_index.*|(article|annotation)_words.*|meta|text)$/;

/** Everything that the open project holds but its history, as text: two states are the same when it is the same. */
export function wholeContent(core: TestCore): string {
  const { db } = core.context.session.need();
  const tables = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[];
  return tables
    .filter((table) => !LEFT_OUT.test(table))
    .map((table) => {
      const rows = db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
      const lines = rows.map(({ n: _number, ...row }) => JSON.stringify(row));
      return [`# ${table}`, ...lines.sort()].join('\n');
    })
    .join('\n');
}
