import type { ArticleFindings, CorpusFinding, CorpusFindings } from '../../../shared/api/methods/lint.ts';
import { type Finding, RULE_IDS, type RuleId } from '../../../shared/model/finding.ts';
import type { Article } from '../../../shared/model/article.ts';
import { articleOrder } from '../../db/article-order.ts';
import { articleTable } from '../../db/articles.ts';
import { changedArticles } from '../../db/changed-articles.ts';
import { entityTable } from '../../db/entities.ts';
import type { JobReport, Project } from '../context.ts';
import { lookAt } from './look.ts';

type Database = Project['db'];

/** For so long, in milliseconds, changed articles are looked at anew when somebody asks for a page; the rest is left to `lint.run`. */
const A_LITTLE = 30;

/** Articles whose findings are kept as they are told: those of a few pages. */
const SHOWN = 500;

/** How many findings an article has: by rule, in the order of `RULE_IDS`, and behind them those that were dismissed. */
type Tally = readonly number[];

const DISMISSED = RULE_IDS.length;
const NOTHING: Tally = Array.from({ length: DISMISSED + 1 }, () => 0);

const made = new WeakMap<Database, Map<string, Looked>>();

/** What was found in a coder's coding since the project was opened. */
export function lookedThrough(db: Database, coderId: string): Looked {
  let ofProject = made.get(db);
  if (!ofProject) made.set(db, (ofProject = new Map()));
  let own = ofProject.get(coderId);
  if (!own) ofProject.set(coderId, (own = new Looked(db, coderId)));
  return own;
}

/**
 * How many findings each article has, kept in memory; the findings of a page are found anew from what is coded now. The history
 * tells which articles were touched: their numbers are gone at once, so that nothing is told that isn't so any more, and a second
 * look costs nothing for the others.
 */
export class Looked {
  readonly #db: Database;
  readonly #coderId: string;
  /** Of the articles that haven't changed since they were looked at. */
  readonly #tallies = new Map<string, Tally>();
  /** The articles that have. */
  readonly #changed = new Set<string>();
  /** The articles that were looked at and are gone: undo or redo may bring them back. */
  readonly #gone = new Set<string>();
  /** The findings of those that were shown last, by rule; '' for all rules. */
  readonly #shown = new Map<string, Map<RuleId | '', readonly Finding[]>>();
  #seq: number | null = null;
  #hasEntities = false;

  constructor(db: Database, coderId: string) {
    this.#db = db;
    this.#coderId = coderId;
  }

  /** Looks at every article that has to be looked at. */
  async run(report: JobReport): Promise<{ articles: number; findings: number }> {
    this.#catchUp();
    const due = articleOrder(this.#db)
      .ids()
      .filter((id) => !this.#tallies.has(id));
    for (const [done, id] of due.entries()) {
      this.#look(id);
      await report.progress(done + 1, due.length, 'Looking through what is coded');
    }
    this.#catchUp();
    const { byRule } = this.#sums(articleOrder(this.#db).ids());
    return { articles: this.#tallies.size, findings: sum(byRule) };
  }

  page(rule: RuleId | null, offset: number, limit: number): CorpusFindings {
    this.#catchUp();
    const until = performance.now() + A_LITTLE;
    for (const id of this.#changed) {
      this.#look(id);
      if (performance.now() > until) break;
    }
    const order = articleOrder(this.#db).ids();
    const { byRule, dismissed } = this.#sums(order);
    const total = rule === null ? sum(byRule) : byRule[RULE_IDS.indexOf(rule)];
    return {
      stale: order.length - this.#tallies.size,
      total: total ?? 0,
      byRule: Object.fromEntries(RULE_IDS.map((id, i) => [id, byRule[i]])) as Record<RuleId, number>,
      dismissed,
      rows: this.#rows(order, rule, offset, limit),
    };
  }

  #sums(order: readonly string[]): { byRule: number[]; dismissed: number } {
    const sums = [...NOTHING];
    for (const id of order) {
      const tally = this.#tallies.get(id);
      // Most articles of a large corpus have nothing to say.
      if (tally && tally !== NOTHING) for (let i = 0; i <= DISMISSED; i++) sums[i] = (sums[i] ?? 0) + (tally[i] ?? 0);
    }
    return { byRule: sums.slice(0, DISMISSED), dismissed: sums[DISMISSED] ?? 0 };
  }

  #rows(order: readonly string[], rule: RuleId | null, offset: number, limit: number): CorpusFinding[] {
    const rows: CorpusFinding[] = [];
    const at = rule === null ? -1 : RULE_IDS.indexOf(rule);
    let before = 0;
    for (const articleId of order) {
      if (rows.length === limit) break;
      const tally = this.#tallies.get(articleId);
      if (!tally || tally === NOTHING) continue;
      const count = at < 0 ? sum(tally) - (tally[DISMISSED] ?? 0) : (tally[at] ?? 0);
      const skip = Math.max(0, offset - before);
      before += count;
      if (skip >= count) continue;
      const article = articleTable(this.#db).get(articleId);
      if (!article) continue;
      const { title, outlet, date } = article;
      for (const finding of this.#findings(article, rule).slice(skip, skip + limit - rows.length)) {
        rows.push({ articleId, title, outlet, date, finding });
      }
    }
    return rows;
  }

  #findings(article: Article, rule: RuleId | null): readonly Finding[] {
    let shown = this.#shown.get(article.id);
    if (!shown) {
      if (this.#shown.size >= SHOWN) this.#shown.clear();
      this.#shown.set(article.id, (shown = new Map()));
    }
    let findings = shown.get(rule ?? '');
    if (!findings) {
      findings = lookAt(this.#db, article, this.#coderId, this.#hasEntities, rule).findings;
      shown.set(rule ?? '', findings);
    }
    return findings;
  }

  /** Counts what is found in an article as it is now. */
  #look(articleId: string): void {
    this.#changed.delete(articleId);
    const article = articleTable(this.#db).get(articleId);
    if (article) this.#tallies.set(articleId, tallyOf(lookAt(this.#db, article, this.#coderId, this.#hasEntities)));
    else this.#gone.add(articleId);
  }

  /** Forgets what was found where something has changed since the last time. */
  #catchUp(): void {
    const { seq, articles } = changedArticles(this.#db).since(this.#seq);
    const hasEntities = entityTable(this.#db).count() > 0;
    const all = articles === null || hasEntities !== this.#hasEntities;
    // A copy: what is looked through is taken from it.
    for (const id of all ? [...this.#tallies.keys(), ...this.#gone] : articles) {
      this.#shown.delete(id);
      if (this.#tallies.delete(id) || this.#gone.delete(id)) this.#changed.add(id);
    }
    this.#seq = seq;
    this.#hasEntities = hasEntities;
  }
}

function tallyOf({ findings, dismissed }: ArticleFindings): Tally {
  if (findings.length === 0 && dismissed.length === 0) return NOTHING;
  const tally = [...NOTHING];
  for (const { rule } of findings) tally[RULE_IDS.indexOf(rule)] = (tally[RULE_IDS.indexOf(rule)] ?? 0) + 1;
  tally[DISMISSED] = dismissed.length;
  return tally;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
