import { ARTICLE_STATUSES, type ArticleStatus } from '../../shared/model/article.ts';
import { type Kind, KINDS } from '../../shared/model/kind.ts';
import type { ArticleSums } from './article-sums.ts';
import { perDatabase } from './prepared.ts';

type Annotations = Record<Kind, number>;
type Articles = Record<ArticleStatus, number>;

/** One coder's share of the work. */
export interface OfCoder {
  articles: number;
  done: number;
  readonly annotations: Annotations;
}

/** How far the articles of one outlet are. */
export interface OfOutlet {
  readonly outlet: string;
  readonly articles: Articles;
  readonly annotations: Annotations;
}

/** How far the work is, by coder and by outlet. */
export interface ProgressTable {
  /** By coder id; and by outlet, in the order of their names. */
  read(sums: ArticleSums): { readonly coders: ReadonlyMap<string, OfCoder>; readonly outlets: readonly OfOutlet[] };
}

/** How far the work is. */
export const progressTable = perDatabase((db): ProgressTable => {
  const articles = db.prepare("SELECT id, outlet, status FROM article ORDER BY outlet = '', outlet_key, outlet").raw();

  return {
    read(sums) {
      const coders = new Map<string, OfCoder>();
      const outlets = new Map<string, OfOutlet>();
      const known = new Map<string, { outlet: OfOutlet; status: ArticleStatus }>();
      for (const [id, name, status] of articles.all() as [string, string, ArticleStatus][]) {
        let outlet = outlets.get(name);
        if (!outlet) {
          outlet = { outlet: name, articles: none(ARTICLE_STATUSES), annotations: none(KINDS) };
          outlets.set(name, outlet);
        }
        outlet.articles[status]++;
        known.set(id, { outlet, status });
      }
      for (const [articleId, { tallies }] of sums.each()) {
        const article = known.get(articleId);
        if (!article) continue;
        let last = '';
        for (const [coderId, kind, , count] of tallies) {
          let coder = coders.get(coderId);
          if (!coder) {
            coder = { articles: 0, done: 0, annotations: none(KINDS) };
            coders.set(coderId, coder);
          }
          article.outlet.annotations[kind] += count;
          coder.annotations[kind] += count;
          // The tallies of one layer stand side by side.
          if (coderId === last) continue;
          last = coderId;
          coder.articles++;
          if (article.status === 'done') coder.done++;
        }
      }
      return { coders, outlets: [...outlets.values()] };
    },
  };
});

function none<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
