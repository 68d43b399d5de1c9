import type { Statement } from 'better-sqlite3';
import type { ArticleSort } from '../../shared/api/contract.ts';
import { ARTICLE_STATUSES, type Article, type ArticleStatus } from '../../shared/model/article.ts';
import type { CorpusFilter } from '../../shared/model/filter.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { orderKey } from '../../shared/text/order-key.ts';
import { corpusFilters } from './corpus-filter.ts';
import { withIndexText } from './index-text.ts';
import { perDatabase, type RecordTable } from './prepared.ts';
import { textTable } from './texts.ts';

const COLUMNS = `id, text_hash AS textHash, title, outlet, date, author, url, language, status, file_name AS fileName,
  length, words, added_at AS addedAt`;

/** Articles that a walk reads at a time. */
const PAGE = 200;

/** The newest first, articles without a date or outlet last. Each has an index of the same shape. */
export const ARTICLE_ORDERS: Readonly<Record<Exclude<ArticleSort, 'status'>, string>> = {
  date: 'date DESC, outlet_key, title_key, id',
  outlet: "outlet_key = '', outlet_key, date DESC, title_key, id",
  title: 'title_key, date DESC, id',
  added: 'added_at DESC, id',
};

/** By status: what is to be gone on with before what is to be begun. Each part of the list is in the order by date. */
const STATUS_ORDER: readonly ArticleStatus[] = ['in-progress', 'new', 'done'];

/** Which articles a list shows, and in what order. */
export interface ArticleChoice {
  readonly sort: ArticleSort;
  readonly status: ArticleStatus | null;
  /** Words to be found in title, outlet or author, ignoring case and accents; '' for all. */
  readonly query: string;
  readonly filter: CorpusFilter;
  readonly offset: number;
  readonly limit: number;
}

/** Where an article stands in the order of an export. */
export type ArticleKey = Pick<Article, 'date' | 'outlet' | 'title' | 'id'>;

/** Articles without their texts. */
export interface ArticleTable extends RecordTable<Article> {
  /** The first article added with this very text, or null. */
  byHash(textHash: string): Article | null;
  count(): number;
  countByStatus(choice: Pick<ArticleChoice, 'query' | 'filter'>): Record<ArticleStatus, number>;
  page(choice: ArticleChoice): Article[];
  /** Up to `limit` articles behind `after` in the order of an export: date, outlet, title, id. */
  behind(after: ArticleKey | null, limit: number): Article[];
  /** All articles in that order; nothing stays open between two. */
  walk(): Generator<Article>;
}

/** What an article is sorted and found by. */
export function titleKeys({ title, outlet, author }: Pick<Article, 'title' | 'outlet' | 'author'>) {
  return { titleKey: orderKey(title), outletKey: orderKey(outlet), authorKey: foldWords(author) };
}

function toRow(article: Article): object {
  return { ...article, ...titleKeys(article) };
}

/** Articles without their texts. */
export const articleTable = perDatabase((db): ArticleTable => {
  withIndexText(db);
  const get = db.prepare(`SELECT ${COLUMNS} FROM article WHERE id = ?`);
  const byHash = db.prepare(`SELECT ${COLUMNS} FROM article WHERE text_hash = ? ORDER BY added_at, id LIMIT 1`);
  const count = db.prepare('SELECT count(*) FROM article').pluck();
  const insert = db.prepare(`INSERT INTO article (id, text_hash, title, outlet, date, author, url, language, status,
    file_name, length, words, added_at, title_key, outlet_key, author_key)
    VALUES (@id, @textHash, @title, @outlet, @date, @author, @url, @language, @status,
    @fileName, @length, @words, @addedAt, @titleKey, @outletKey, @authorKey)`);
  // Those of a removed one go by a trigger.
  const [addWords, addWordsAsTheyAre] = ['index_text(body)', 'body'].map((body) =>
    db.prepare(
      `INSERT INTO article_words (rowid, title, body) SELECT @n, index_text(@title), ${body} FROM text WHERE hash = @hash`,
    ),
  ) as [Statement, Statement];
  const dropWords = db.prepare('DELETE FROM article_words WHERE rowid = ?');
  const titled = db.prepare('SELECT n, title, text_hash AS hash FROM article WHERE id = ?');
  const update = db.prepare(`UPDATE article SET title = @title, outlet = @outlet, date = @date, author = @author,
    url = @url, language = @language, status = @status, file_name = @fileName, words = @words, added_at = @addedAt,
    title_key = @titleKey, outlet_key = @outletKey, author_key = @authorKey WHERE id = @id`);
  const remove = db.prepare('DELETE FROM article WHERE id = ?');
  const start = db.prepare(`SELECT ${COLUMNS} FROM article ORDER BY date, outlet, title, id LIMIT @limit`);
  const behind = db.prepare(`SELECT ${COLUMNS} FROM article
    WHERE (date, outlet, title, id) > (@date, @outlet, @title, @id) ORDER BY date, outlet, title, id LIMIT @limit`);

  const found = '(instr(title_key, @query) > 0 OR instr(outlet_key, @query) > 0 OR instr(author_key, @query) > 0)';
  /** The rows that a choice leaves, and the values that it names. */
  const chosen = ({ status, query, filter }: Pick<ArticleChoice, 'status' | 'query' | 'filter'>) => {
    const { article, values } = corpusFilters(db).articles(filter);
    const key = foldWords(query);
    const parts = [...(status === null ? [] : ['status = @status']), ...(key === '' ? [] : [found]), ...article];
    return {
      where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`,
      values: { ...values, ...(status === null ? {} : { status }), ...(key === '' ? {} : { query: key }) },
    };
  };

  const after = (key: ArticleKey | null, limit: number): Article[] =>
    (key ? behind.all({ ...key, limit }) : start.all({ limit })) as Article[];

  const countByStatus = (choice: Pick<ArticleChoice, 'query' | 'filter'>): Record<ArticleStatus, number> => {
    const { where, values } = chosen({ ...choice, status: null });
    const rows = db.prepare(`SELECT status, count(*) AS n FROM article a ${where} GROUP BY status`).all(values) as {
      status: ArticleStatus;
      n: number;
    }[];
    const counts = Object.fromEntries(ARTICLE_STATUSES.map((status) => [status, 0])) as Record<ArticleStatus, number>;
    for (const { status, n } of rows) counts[status] = n;
    return counts;
  };

  const page = (choice: ArticleChoice): Article[] => {
    if (choice.sort === 'status') return choice.status === null ? byStatus(choice) : page({ ...choice, sort: 'date' });
    const { where, values } = chosen(choice);
    const sql = `SELECT ${COLUMNS} FROM article a ${where} ORDER BY ${ARTICLE_ORDERS[choice.sort]}
        LIMIT @limit OFFSET @offset`;
    return db.prepare(sql).all({ ...values, limit: choice.limit, offset: choice.offset }) as Article[];
  };

  /** One list behind the other: each follows an index, as all of them together would not. */
  const byStatus = (choice: ArticleChoice): Article[] => {
    const counts = countByStatus(choice);
    const rows: Article[] = [];
    let { offset } = choice;
    for (const status of STATUS_ORDER) {
      const limit = choice.limit - rows.length;
      if (limit > 0 && offset < counts[status]) rows.push(...page({ ...choice, sort: 'date', status, offset, limit }));
      offset = Math.max(0, offset - counts[status]);
    }
    return rows;
  };

  return {
    get: (id) => (get.get(id) as Article | undefined) ?? null,
    insert(article) {
      const { lastInsertRowid } = insert.run(toRow(article));
      const add = textTable(db).isIndexedAsItIs(article.textHash) ? addWordsAsTheyAre : addWords;
      add.run({ n: lastInsertRowid, title: article.title, hash: article.textHash });
    },
    update(article) {
      const before = titled.get(article.id) as { n: number; title: string; hash: string } | undefined;
      update.run(toRow(article));
      if (!before || before.title === article.title) return;
      dropWords.run(before.n);
      addWords.run({ n: before.n, title: article.title, hash: before.hash });
    },
    remove: (id) => void remove.run(id),
    byHash: (hash) => (byHash.get(hash) as Article | undefined) ?? null,
    count: () => count.get() as number,
    countByStatus,
    page,
    behind: after,
    *walk() {
      let last: Article | null = null;
      for (;;) {
        const articles: Article[] = after(last, PAGE);
        yield* articles;
        last = articles.at(-1) ?? null;
        if (last === null) return;
      }
    },
  };
});
