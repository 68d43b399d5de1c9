import type { Database } from 'better-sqlite3';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CodeTree } from '../../shared/codebook/tree.ts';
import { articleOrder } from './article-order.ts';
import { changedArticles } from './changed-articles.ts';
import { perDatabase } from './prepared.ts';

/** In how many articles something is used, right until the next change: asked for anew behind every `await`. */
export interface ArticleUses {
  /** Articles by code: with it, or with one below it, on an annotation. */
  byCode(tree: CodeTree): ReadonlyMap<string, number>;
  /** Articles by entity: with a mention of it, or with a claim in which it plays a part. */
  readonly byEntity: ReadonlyMap<string, number>;
}

/** What an article uses, each once. */
interface Use {
  readonly codes: string[];
  readonly entities: string[];
}

/** Articles that are read in one go, while other calls wait. */
const AT_ONCE = 200;

const NOTHING: Use = { codes: [], entities: [] };

/** Which codes and entities are used where: read once for a project, and then of those articles again that the history says were touched. */
export const articleUses = perDatabase((db): { upToDate(): Promise<ArticleUses>; readAgain(): void } => {
  const kept = new KeptUses(db);
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

class KeptUses implements ArticleUses {
  readonly #db: Database;
  readonly #uses;
  readonly #byArticle = new Map<string, Use>();
  readonly byEntity = new Map<string, number>();
  /** One string for each that comes again in every row. */
  readonly #words = new Map<string, string>();
  #byCode: ReadonlyMap<string, number> | null = null;
  #seq: number | null = null;
  #again = false;

  constructor(db: Database) {
    this.#db = db;
    // What has neither code nor value is told by its own row.
    this.#uses = db
      .prepare(`WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?)), one AS MATERIALIZED (
          SELECT id, article_id, entity_id, coding IS NOT NULL AS coded FROM annotation
          WHERE article_id IN (SELECT id FROM wanted))
        SELECT article_id, 'entities', entity_id FROM one WHERE entity_id IS NOT NULL
        UNION SELECT article_id, 'entities', entity_id FROM link
          WHERE article_id IN (SELECT id FROM wanted) AND entity_id IS NOT NULL
        UNION SELECT o.article_id, 'codes', c.code_id FROM one o CROSS JOIN annotation_code c ON c.annotation_id = o.id
          WHERE o.coded`)
      .raw();
  }

  byCode(tree: CodeTree): ReadonlyMap<string, number> {
    // A change of the codebook is in the history too, so that nothing is kept over it.
    this.#byCode ??= countLines(this.#byArticle.values(), tree);
    return this.#byCode;
  }

  readAgain(): void {
    this.#again = true;
  }

  async catchUp(): Promise<void> {
    for (;;) {
      // The project may have been closed meanwhile.
      if (!this.#db.open) return;
      // Not where it is asked for: what is being read just then would be taken for all there is.
      if (this.#again) this.#seq = null;
      this.#again = false;
      const { seq, articles } = changedArticles(this.#db).since(this.#seq);
      if (seq === this.#seq) return;
      if (articles === null) this.#forget();
      this.#byCode = null;
      await this.#read(articles === null ? articleOrder(this.#db).ids() : [...articles]);
      // Only now: what was cut short is read once more.
      this.#seq = seq;
    }
  }

  async #read(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      if (at > 0) await nextTurn();
      if (!this.#db.open) return;
      const some = ids.slice(at, at + AT_ONCE);
      const uses = new Map<string, Use>(some.map((id) => [id, { codes: [], entities: [] }]));
      for (const [id, of, used] of this.#uses.all(JSON.stringify(some)) as Row[])
        uses.get(id)?.[of].push(this.#word(used));
      for (const [id, use] of uses) this.#put(id, use);
    }
  }

  #put(id: string, use: Use): void {
    for (const entity of (this.#byArticle.get(id) ?? NOTHING).entities) this.#add(entity, -1);
    for (const entity of use.entities) this.#add(entity, 1);
    // An article that is gone uses nothing either.
    if (use.codes.length + use.entities.length === 0) this.#byArticle.delete(id);
    else this.#byArticle.set(id, use);
  }

  #add(entity: string, sign: 1 | -1): void {
    const now = (this.byEntity.get(entity) ?? 0) + sign;
    if (now === 0) this.byEntity.delete(entity);
    else this.byEntity.set(entity, now);
  }

  #forget(): void {
    this.#seq = null;
    this.#byArticle.clear();
    this.byEntity.clear();
    this.#words.clear();
  }

  #word(word: string): string {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, word);
    return word;
  }
}

type Row = [articleId: string, of: keyof Use, id: string];

/** How many of them have a code, or one below it. */
function countLines(uses: Iterable<Use>, tree: CodeTree): ReadonlyMap<string, number> {
  const lines = new Map(tree.ordered().map(({ id }) => [id, tree.line(id).map((code) => code.id)]));
  const counts = new Map<string, number>();
  for (const { codes } of uses) {
    const all = new Set(codes.flatMap((id) => lines.get(id) ?? []));
    for (const id of all) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
