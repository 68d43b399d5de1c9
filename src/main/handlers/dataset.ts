import type { Output } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import type { Book } from '../../shared/formats/book.ts';
import { TABLES } from '../../shared/formats/tables.ts';
import type { ArticleTable, ProjectTable } from '../../shared/formats/tables/shape.ts';
import { articleSums } from '../db/article-sums.ts';
import { currentBook } from '../db/book.ts';
import { countRows, findRows } from '../db/row-places.ts';
import { readUnit } from '../db/unit.ts';
import type { Context, Project } from './context.ts';

type Page = Output<'dataset.rows'>;

/** The dataset as it would be exported, a page at a time. */
export const datasetHandlers: Pick<Handlers<Context>, 'dataset.rows'> = {
  async 'dataset.rows'(context, { table: name, offset, limit }) {
    const { db } = context.session.need();
    const table = TABLES[name];
    return table.per === 'article'
      ? articlePage(db, table, offset, limit)
      : projectPage(table, currentBook(db).get(), offset, limit);
  },
};

async function articlePage(db: Project['db'], table: ArticleTable, offset: number, limit: number): Promise<Page> {
  const sums = await articleSums(db).upToDate();
  const book = currentBook(db).get();
  const rows: Page['rows'][number][] = [];
  for (const { articleId, skip } of findRows(table.name, sums, offset, limit)) {
    let left = skip;
    for (const row of table.rows(readUnit(db, articleId), book)) {
      if (left-- > 0) continue;
      if (rows.length === limit) break;
      rows.push(row);
    }
  }
  return { columns: table.columns(book), total: countRows(table.name, sums), rows };
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
