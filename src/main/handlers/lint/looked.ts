import type { ArticleFindings, CorpusFinding, CorpusFindings } from '../../../shared/api/methods/lint.ts';
import type { Article } from '../../../shared/model/article.ts';
import { RULE_IDS, type RuleId } from '../../../shared/model/finding.ts';
import { articleTable } from '../../db/articles.ts';
import { changedArticles } from '../../db/changed-articles.ts';
import { entityTable } from '../../db/entities.ts';
import type { JobReport, Project } from '../context.ts';
import { lookAt } from './look.ts';

type Database = Project['db'];

/** So many changed articles are looked at anew when somebody asks for a page; more are left to `lint.run`. */
const A_FEW = 6;

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
 * The findings of all articles, kept in memory. The history tells which articles have to be looked at anew, so that a second
 * look costs nothing.
 */
export class Looked {
  readonly #db: Database;
  readonly #coderId: string;
  /** By article, in the order of an export. */
  readonly #found = new Map<string, ArticleFindings>();
  readonly #stale = new Set<string>();
  #seq = -1;
  #hasEntities = false;

  constructor(db: Database, coderId: string) {
    this.#db = db;
    this.#coderId = coderId;
  }

  /** Looks at every article that has to be looked at. */
  async run(report: JobReport): Promise<{ articles: number; findings: number }> {
    this.#catchUp();
    const total = articleTable(this.#db).count();
    let done = 0;
    let findings = 0;
    for (const article of articleTable(this.#db).walk()) {
      if (this.#isStale(article.id)) this.#look(article);
      findings += this.#found.get(article.id)?.findings.length ?? 0;
      await report.progress(++done, total, 'Looking through what is coded');
    }
    return { articles: done, findings };
  }

  page(rule: RuleId | null, offset: number, limit: number): CorpusFindings {
    this.#catchUp();
    if (this.#stale.size <= A_FEW) {
      for (const id of this.#stale) {
        const article = articleTable(this.#db).get(id);
        if (article) this.#look(article);
        else this.#forget(id);
      }
    }
    const byRule = Object.fromEntries(RULE_IDS.map((id) => [id, 0])) as Record<RuleId, number>;
    const rows: CorpusFinding[] = [];
    let dismissed = 0;
    let at = 0;
    for (const [articleId, found] of this.#found) {
      dismissed += found.dismissed.length;
      for (const finding of found.findings) {
        byRule[finding.rule]++;
        if (rule !== null && finding.rule !== rule) continue;
        if (at >= offset && rows.length < limit) {
          const { title = '', outlet = '', date = '' } = articleTable(this.#db).get(articleId) ?? {};
          rows.push({ articleId, title, outlet, date, finding });
        }
        at++;
      }
    }
    const unseen = Math.max(0, articleTable(this.#db).count() - this.#found.size);
    return { stale: this.#stale.size + unseen, total: at, byRule, dismissed, rows };
  }

  #isStale(articleId: string): boolean {
    return this.#stale.has(articleId) || !this.#found.has(articleId);
  }

  #look(article: Article): void {
    this.#found.set(article.id, lookAt(this.#db, article, this.#coderId, this.#hasEntities));
    this.#stale.delete(article.id);
  }

  #forget(articleId: string): void {
    this.#found.delete(articleId);
    this.#stale.delete(articleId);
  }

  /** Marks what has changed since the last time; articles that are gone go. */
  #catchUp(): void {
    const { seq, articles } = changedArticles(this.#db).since(Math.max(0, this.#seq));
    const hasEntities = entityTable(this.#db).count() > 0;
    const all = articles === null || hasEntities !== this.#hasEntities;
    if (this.#seq >= 0) {
      for (const id of all ? [...this.#found.keys()] : (articles ?? [])) {
        if (!this.#found.has(id)) continue;
        if (articleTable(this.#db).get(id)) this.#stale.add(id);
        else this.#forget(id);
      }
    }
    this.#seq = seq;
    this.#hasEntities = hasEntities;
  }
}
