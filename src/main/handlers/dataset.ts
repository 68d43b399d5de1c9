import type { Output } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import type { Book } from '../../shared/formats/book.ts';
import { TABLES } from '../../shared/formats/tables.ts';
import type { ArticleTable, ProjectTable } from '../../shared/formats/tables/shape.ts';
import { currentBook } from '../db/book.ts';
import { rowPlaces } from '../db/row-places.ts';
import { readUnit } from '../db/unit.ts';
import type { Context, Project } from './context.ts';

type Page = Output<'dataset.rows'>;

/** The dataset as it would be exported, a page at a time. */
export const datasetHandlers: Pick<Handlers<Context>, 'dataset.rows'> = {
  'dataset.rows'(context, { table: name, offset, limit }) {
    const { db } = context.session.need();
    const table = TABLES[name];
    const book = currentBook(db).get();
    return table.per === 'article'
      ? articlePage(db, table, book, offset, limit)
      : projectPage(table, book, offset, limit);
  },
};

function articlePage(db: Project['db'], table: ArticleTable, book: Book, offset: number, limit: number): Page {
  const places = rowPlaces(db);
  const rows: Page['rows'][number][] = [];
  for (const { articleId, skip } of places.find(table.name, offset, limit)) {
    let left = skip;
    for (const row of table.rows(readUnit(db, articleId), book)) {
      if (left-- > 0) continue;
      if (rows.length === limit) break;
      rows.push(row);
    }
  }
  return { columns: table.columns(book), total: places.total(table.name), rows };
}

function projectPage(table: ProjectTable, book: Book, offset: number, limit: number): Page {
  const rows: Page['rows'][number][] = [];
  let at = 0;
  for (const row of table.rows(book)) {
    if (rows.length === limit) break;
    if (at++ >= offset) rows.push(row);
  }
  return { columns: table.columns(book), total: table.count(book), rows };
}
