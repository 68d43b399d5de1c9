import type { Output } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { TABLES } from '../../shared/formats/tables.ts';
import { coderTable } from '../db/coders.ts';
import { rowPlaces } from '../db/row-places.ts';
import { readUnit } from '../db/unit.ts';
import type { Context } from './context.ts';

/** The dataset as it would be exported, a page at a time. */
export const datasetHandlers: Pick<Handlers<Context>, 'dataset.rows'> = {
  'dataset.rows'(context, { table, offset, limit }) {
    const { db } = context.session.need();
    const { columns, rows: rowsOf } = TABLES[table];
    const names = new Map(
      coderTable(db)
        .all()
        .map((coder) => [coder.id, coder.name]),
    );
    const places = rowPlaces(db);
    const rows: Output<'dataset.rows'>['rows'][number][] = [];
    for (const { articleId, skip } of places.find(table, offset, limit)) {
      const unit = readUnit(db, articleId);
      let left = skip;
      for (const row of rowsOf(unit, names)) {
        if (left-- > 0) continue;
        if (rows.length === limit) break;
        rows.push(row);
      }
    }
    return { columns, total: places.total(table), rows };
  },
};
