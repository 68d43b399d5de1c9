import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { indexText } from '../../shared/search/words.ts';
import { annotationIndexState } from './annotation-index.ts';
import { titleKeys } from './articles.ts';
import { TOKENIZER } from './index-text.ts';

/*
 * Whether what is looked for by words is found: the full-text indexes hold no text, so they are compared with indexes made anew,
 * in a database of their own that goes with its connection. The project's file isn't touched.
 */

/** How well an index fits what it is of. */
export interface Fit {
  /** How many articles, or annotations, are missing from it, too many in it, or there with other numbers of words. */
  readonly misfits: number;
  /** Whether, where all of these are right, it leads from the same words to as many places. */
  readonly sameWords: boolean;
}

const TOKENS = `content = '', contentless_delete = 1, ${TOKENIZER}`;

/** The index of titles and texts. @param each is called before each of them. */
export function checkArticleWords(db: Database.Database, each: () => void): Fit {
  return withFresh((fresh) => {
    fresh.exec(`CREATE VIRTUAL TABLE article_words USING fts5 (title, body, ${TOKENS})`);
    const rows = db.prepare(
      'SELECT a.n, a.title, t.body FROM article a JOIN text t ON t.hash = a.text_hash ORDER BY a.n',
    );
    fill(fresh, 'INSERT INTO article_words (rowid, title, body) VALUES (?, ?, ?)', rows.raw().iterate() as Rows, each);
    // One whose text is missing is told of already.
    const textless = db
      .prepare('SELECT n FROM article WHERE text_hash NOT IN (SELECT hash FROM text)')
      .pluck()
      .all() as number[];
    const misfits = differing(sizes(db, 'article_words'), sizes(fresh, 'article_words'), new Set(textless));
    return { misfits, sameWords: misfits + textless.length > 0 || sameVocabulary(db, fresh, 'article_words') };
  });
}

/**
 * The index of annotations' words and memos. What it hasn't read since the last acts isn't missing: it is read when it is needed.
 * @param each is called before each of them.
 */
export function checkAnnotationWords(db: Database.Database, each: () => void): Fit {
  return withFresh((fresh) => {
    const { waiting } = annotationIndexState(db);
    const late = new Set(waiting);
    const known = db
      .prepare(`SELECT coalesce(i.annotation_id, a.id) FROM annotation a FULL JOIN annotation_index i ON i.annotation_id = a.id
        LEFT JOIN article r ON r.id = a.article_id
        WHERE (a.id IS NULL OR i.n IS NULL OR r.n IS NOT i.article_n OR a.start IS NOT i.start OR a.kind IS NOT i.kind
          OR a.coder_id IS NOT i.coder_id)`)
      .pluck()
      .all() as string[];
    const misplaced = known.filter((id) => !late.has(id)).length;
    fresh.exec(`CREATE VIRTUAL TABLE annotation_words USING fts5 (words, memo, ${TOKENS})`);
    const rows = db.prepare(`SELECT i.n, (SELECT group_concat(value, ' ') FROM json_each(a.quote)), a.memo
      FROM annotation_index i JOIN annotation a ON a.id = i.annotation_id ORDER BY i.n`);
    fill(
      fresh,
      'INSERT INTO annotation_words (rowid, words, memo) VALUES (?, ?, ?)',
      rows.raw().iterate() as Rows,
      each,
    );
    // Rows that are late, and words that are left of one that is missing and counted already.
    const passedOver = db
      .prepare(`SELECT n FROM annotation_index WHERE annotation_id IN (SELECT value FROM json_each(?))
        UNION SELECT id FROM annotation_words_docsize WHERE id NOT IN (SELECT n FROM annotation_index)`)
      .pluck()
      .all(JSON.stringify(waiting)) as number[];
    const misfits =
      misplaced + differing(sizes(db, 'annotation_words'), sizes(fresh, 'annotation_words'), new Set(passedOver));
    const isCertain = misfits === 0 && late.size === 0;
    return { misfits, sameWords: !isCertain || sameVocabulary(db, fresh, 'annotation_words') };
  });
}

/** Articles that are listed or found under another title, outlet or author than they have. */
export function countMisfiledArticles(db: Database.Database): number {
  const rows = db.prepare('SELECT title, outlet, author, title_key, outlet_key, author_key FROM article');
  let count = 0;
  for (const row of rows.iterate() as Iterable<Record<string, string>>) {
    const { titleKey, outletKey, authorKey } = titleKeys(row as { title: string; outlet: string; author: string });
    if (row['title_key'] !== titleKey || row['outlet_key'] !== outletKey || row['author_key'] !== authorKey) count++;
  }
  return count;
}

type Rows = Iterable<[number, string, string]>;

/** Works with an empty database, on the disk for as long as it is needed. */
function withFresh<T>(work: (fresh: Database.Database) => T): T {
  const fresh = new Database('');
  try {
    return work(fresh);
  } finally {
    fresh.close();
  }
}

function fill(fresh: Database.Database, sql: string, rows: Rows, each: () => void): void {
  const insert = fresh.prepare(sql);
  fresh.transaction(() => {
    for (const [n, ...words] of rows) {
      each();
      insert.run(n, ...words.map(indexText));
    }
  })();
}

/** How many words each row of an index has, in the order of their numbers: `[n, numbers]`. */
function sizes(db: Database.Database, index: string): Iterator<[number, string]> {
  const rows = db.prepare(`SELECT id, hex(sz) FROM ${index}_docsize ORDER BY id`).raw().iterate();
  return rows as IterableIterator<[number, string]>;
}

/** How many rows are in one alone, or with other numbers. */
function differing(a: Iterator<[number, string]>, b: Iterator<[number, string]>, but: ReadonlySet<number>): number {
  let count = 0;
  let [one, other] = [a.next(), b.next()];
  while (!one.done || !other.done) {
    const left = one.done ? Number.POSITIVE_INFINITY : one.value[0];
    const right = other.done ? Number.POSITIVE_INFINITY : other.value[0];
    const isSame = left === right && one.value[1] === other.value[1];
    if (!isSame && !but.has(Math.min(left, right))) count++;
    if (left <= right) one = a.next();
    if (right <= left) other = b.next();
  }
  return count;
}

/** Whether the words of both lead to as many rows and places, column by column. */
function sameVocabulary(own: Database.Database, fresh: Database.Database, index: string): boolean {
  return vocabulary(own, index) === vocabulary(fresh, index);
}

function vocabulary(db: Database.Database, index: string): string {
  const view = `temp.${index}_vocabulary`;
  // Of the connection alone: the file isn't written.
  db.exec(`CREATE VIRTUAL TABLE ${view} USING fts5vocab (main, ${index}, col)`);
  try {
    const hash = createHash('sha256');
    for (const row of db.prepare(`SELECT term, col, doc, cnt FROM ${view}`).raw().iterate()) {
      hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  } finally {
    db.exec(`DROP TABLE ${view}`);
  }
}
