import type { Database } from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MissingPart, requiredOf } from '../../shared/model/completeness.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { articleOrder } from './article-order.ts';
import { changedArticles } from './changed-articles.ts';
import { perDatabase } from './prepared.ts';
import { variableTable } from './variables.ts';

/** What a claim lacks, as bits of its state: code and value whether or not the codebook asks for them. */
export const LACKS: Readonly<Record<MissingPart, number>> = { claimant: 1, addressee: 2, venue: 4, code: 8, value: 16 };

/** The state of an actor or venue that refers to no entity. */
export const UNLINKED = 1;

/** How many annotations of an article are alike: one coder's, of one kind, in one state; and how many codes are on them. */
export type Tally = readonly [coderId: string, kind: Kind, state: number, count: number, codes: number];

/** What is coded in one article, in numbers. */
export interface ArticleSum {
  readonly tallies: readonly Tally[];
  readonly links: number;
}

/** An article of a page of rows. */
export interface RowPlace {
  readonly articleId: string;
  /** How many of the article's first rows are before the page. */
  readonly skip: number;
  /** How many rows the article has. */
  readonly rows: number;
}

/** The sums of all articles, right until the next change: they are asked for anew behind every `await`. */
export interface ArticleSums {
  /** Everybody's in all articles, each coder, kind and state once. */
  readonly totals: Iterable<Tally>;
  /** Every article, in the order of an export. */
  each(): Iterable<readonly [articleId: string, sum: ArticleSum]>;
  /** The articles whose rows make the page `[offset, offset + limit)`, in that order. */
  find(rows: (sum: ArticleSum) => number, offset: number, limit: number): RowPlace[];
}

/** Articles that are read in one go, while other calls wait. */
const AT_ONCE = 200;

const NOTHING: ArticleSum = { tallies: [], links: 0 };

/**
 * What is coded where, in numbers: read once for a project, and after that of those articles again that the history says
 * were touched. Counts of the whole corpus and places deep in a list come from it; rows of annotations aren't read for them.
 */
export const articleSums = perDatabase((db): { upToDate(): Promise<ArticleSums>; readAgain(): void } => {
  const kept = new KeptSums(db);
  let running: Promise<void> | null = null;
  return {
    async upToDate() {
      running ??= kept.catchUp().finally(() => {
        running = null;
      });
      await running;
      return kept;
    },
    /** Has everything read anew: what only helps to find was made anew, which no history tells. */
    readAgain: () => kept.readAgain(),
  };
});

class KeptSums implements ArticleSums {
  readonly #db: Database;
  readonly #links;
  readonly #byArticle = new Map<string, ArticleSum>();
  readonly #totals = new Map<string, Tally>();
  /** One string for each that comes again in every row. */
  readonly #words = new Map<string, string>();
  #seq: number | null = null;
  /** The variables that claims have to have a value of, as JSON: when others are required, all states are others. */
  #required = '';

  constructor(db: Database) {
    this.#db = db;
    this.#links = db
      .prepare(`SELECT article_id, count(*) FROM link WHERE article_id IN (SELECT value FROM json_each(@ids))
        GROUP BY article_id`)
      .raw();
  }

  get totals(): Iterable<Tally> {
    return this.#totals.values();
  }

  *each(): Iterable<readonly [string, ArticleSum]> {
    for (const id of articleOrder(this.#db).ids()) yield [id, this.#byArticle.get(id) ?? NOTHING];
  }

  find(rows: (sum: ArticleSum) => number, offset: number, limit: number): RowPlace[] {
    const found: RowPlace[] = [];
    let before = 0;
    for (const articleId of articleOrder(this.#db).ids()) {
      const count = rows(this.#byArticle.get(articleId) ?? NOTHING);
      const skip = Math.max(0, offset - before);
      if (skip < count) found.push({ articleId, skip, rows: count });
      before += count;
      if (before >= offset + limit) break;
    }
    return found;
  }

  readAgain(): void {
    this.#required = '';
  }

  async catchUp(): Promise<void> {
    for (;;) {
      // The project may have been closed meanwhile.
      if (!this.#db.open) return;
      const required = JSON.stringify(this.#requiredIds());
      const { seq, articles } = changedArticles(this.#db).since(this.#seq);
      const all = articles === null || required !== this.#required;
      if (!all && articles.size === 0) {
        this.#seq = seq;
        return;
      }
      if (all) this.#forget();
      this.#required = required;
      await this.#read(all ? articleOrder(this.#db).ids() : [...articles], required);
      // Only now: what was cut short is read once more.
      this.#seq = seq;
    }
  }

  async #read(ids: readonly string[], required: string): Promise<void> {
    const statement = this.#tallies(JSON.parse(required) as string[]);
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      if (at > 0) await nextTurn();
      if (!this.#db.open) return;
      const some = ids.slice(at, at + AT_ONCE);
      const values = { ids: JSON.stringify(some), required };
      const tallies = new Map<string, Tally[]>(some.map((id) => [id, []]));
      for (const [id, coderId, kind, ...numbers] of statement.all(values) as Row[]) {
        tallies.get(id)?.push([this.#word(coderId), this.#word(kind) as Kind, ...numbers]);
      }
      const links = new Map(this.#links.all(values) as [string, number][]);
      for (const id of some) this.#put(id, { tallies: tallies.get(id) ?? [], links: links.get(id) ?? 0 });
    }
  }

  #put(id: string, sum: ArticleSum): void {
    for (const tally of this.#byArticle.get(id)?.tallies ?? []) this.#add(tally, -1);
    for (const tally of sum.tallies) this.#add(tally, 1);
    // An article that is gone has nothing either.
    if (sum.tallies.length === 0 && sum.links === 0) this.#byArticle.delete(id);
    else this.#byArticle.set(id, sum);
  }

  #add([coderId, kind, state, count, codes]: Tally, sign: 1 | -1): void {
    const key = `${coderId} ${kind} ${state}`;
    const [, , , countBefore, codesBefore] = this.#totals.get(key) ?? [coderId, kind, state, 0, 0];
    const now = countBefore + sign * count;
    if (now === 0) this.#totals.delete(key);
    else this.#totals.set(key, [coderId, kind, state, now, codesBefore + sign * codes]);
  }

  #forget(): void {
    this.#seq = null;
    this.#byArticle.clear();
    this.#totals.clear();
    this.#words.clear();
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }

  #requiredIds(): string[] {
    return requiredOf('claim', { variables: variableTable(this.#db).all() }).map(({ id }) => id);
  }

  /** What has neither code nor value is told by its own row. Nothing is looked up of values when none is required. */
  #tallies(required: readonly string[]) {
    const values = `(n.coding IS NULL OR (SELECT count(*) FROM annotation_value v WHERE v.annotation_id = n.id
      AND v.value <> '""' AND v.variable_id IN (SELECT value FROM json_each(@required))) < ${required.length})`;
    const fills = (role: MissingPart) => `${LACKS[role]} * max(role = '${role}')`;
    const roles = `coalesce((SELECT ${(['claimant', 'addressee', 'venue'] as const).map(fills).join(' + ')}
      FROM link WHERE claim_id = n.id), 0)`;
    const claim = `${LACKS.claimant + LACKS.addressee + LACKS.venue} - ${roles} + ${LACKS.code} * (codes = 0)
      + ${LACKS.value} * ${required.length === 0 ? '0' : values}`;
    return this.#db
      .prepare(`WITH one AS MATERIALIZED (SELECT id, article_id, coder_id, kind, entity_id, coding,
          iif(coding IS NULL, 0, (SELECT count(*) FROM annotation_code WHERE annotation_id = annotation.id)) AS codes
          FROM annotation WHERE article_id IN (SELECT value FROM json_each(@ids)))
        SELECT article_id, coder_id, kind, iif(kind = 'claim', ${claim}, entity_id IS NULL) AS state, count(*), sum(codes)
        FROM one n GROUP BY article_id, coder_id, kind, state`)
      .raw();
  }
}

type Row = [articleId: string, coderId: string, kind: string, state: number, count: number, codes: number];
