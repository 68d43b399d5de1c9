import type { ArticleTable } from '../../shared/formats/tables/shape.ts';
import type { ArticleKey } from './articles.ts';
import { perDatabase } from './prepared.ts';

/** The tables whose rows are made of one article after the other. */
type Placed = ArticleTable['name'];

/** How many rows of each of these tables an article gives, as SQL. */
const ROWS_OF_ARTICLE: Readonly<Record<Placed, string>> = {
  articles: '1',
  spans: '(SELECT count(*) FROM annotation WHERE article_id = article.id)',
  claims: "(SELECT count(*) FROM annotation WHERE article_id = article.id AND kind = 'claim')",
  claim_codes: `(SELECT count(*) FROM annotation CROSS JOIN annotation_code ON annotation_id = annotation.id
    WHERE article_id = article.id)`,
  links: '(SELECT count(*) FROM link WHERE article_id = article.id)',
};

const TOTAL: Readonly<Record<Placed, string>> = {
  articles: 'SELECT count(*) FROM article',
  spans: 'SELECT count(*) FROM annotation',
  claims: "SELECT count(*) FROM annotation WHERE kind = 'claim'",
  claim_codes: 'SELECT count(*) FROM annotation_code',
  links: 'SELECT count(*) FROM link',
};

/** Articles counted in one query. */
const STRETCH = 500;

/** An article of a page of rows. */
export interface RowPlace {
  readonly articleId: string;
  /** How many of the article's first rows are before the page. */
  readonly skip: number;
  /** How many rows the article has. */
  readonly rows: number;
}

/** How many rows lie before the article behind this one. */
interface Milestone {
  readonly before: number;
  readonly after: ArticleKey | null;
}

/**
 * Where the rows of the dataset's tables are, in the order of an export, without making them. The first pages are found at
 * once; for later ones the articles before are counted, once for as long as nothing changes.
 */
export const rowPlaces = perDatabase((db) => {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const stretches = mapTables((rows) => {
    const columns = `SELECT id, date, outlet, title, ${rows} AS rows FROM article`;
    const order = `ORDER BY date, outlet, title, id LIMIT ${STRETCH}`;
    return {
      first: db.prepare(`${columns} ${order}`),
      next: db.prepare(`${columns} WHERE (date, outlet, title, id) > (@date, @outlet, @title, @id) ${order}`),
    };
  }, ROWS_OF_ARTICLE);
  const totals = mapTables((sql) => db.prepare(sql).pluck(), TOTAL);

  let state = -1;
  let milestones = mapTables<string, Milestone[]>(() => [{ before: 0, after: null }], TOTAL);
  let knownTotals = new Map<Placed, number>();

  function refresh(): void {
    const now = changes.get() as number;
    if (now === state) return;
    state = now;
    milestones = mapTables(() => [{ before: 0, after: null }], TOTAL);
    knownTotals = new Map();
  }

  return {
    /** All rows of a table. */
    total(table: Placed): number {
      refresh();
      const known = knownTotals.get(table) ?? (totals[table].get() as number);
      knownTotals.set(table, known);
      return known;
    },

    /** The articles whose rows make the page `[offset, offset + limit)`, in order. */
    find(table: Placed, offset: number, limit: number): RowPlace[] {
      refresh();
      const known = milestones[table];
      const start = known.findLast((milestone) => milestone.before <= offset) ?? { before: 0, after: null };
      const found: RowPlace[] = [];
      let { before, after }: Milestone = start;
      for (;;) {
        const { first, next } = stretches[table];
        const articles = (after ? next.all(after) : first.all()) as (ArticleKey & { rows: number })[];
        for (const { id, rows } of articles) {
          const skip = Math.max(0, offset - before);
          if (skip < rows && before < offset + limit) found.push({ articleId: id, skip, rows });
          before += rows;
        }
        const last = articles.at(-1);
        if (!last) return found;
        after = { id: last.id, date: last.date, outlet: last.outlet, title: last.title };
        if (before > (known.at(-1)?.before ?? 0)) known.push({ before, after });
        if (before >= offset + limit) return found;
      }
    },
  };
});

function mapTables<I, O>(make: (value: I) => O, values: Readonly<Record<Placed, I>>): Record<Placed, O> {
  return {
    articles: make(values.articles),
    claims: make(values.claims),
    claim_codes: make(values.claim_codes),
    links: make(values.links),
    spans: make(values.spans),
  };
}
