import type { ArticleRow } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import type { Change } from '../../shared/change/change.ts';
import { type Article, ARTICLE_FIELDS, type ArticleStatus } from '../../shared/model/article.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { counted } from '../../shared/text/counted.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { linkTable } from '../db/links.ts';
import { readUnit } from '../db/unit.ts';
import { verdictTable } from '../db/verdicts.ts';
import type { Context } from './context.ts';
import { toFilter } from './filter.ts';
import { removedWith, shown } from './labels.ts';
import { edit, Layer, removal } from './layer.ts';

/** The corpus: its list, and one article with all that is in it. */
export const articleHandlers: Pick<
  Handlers<Context>,
  'articles.list' | 'articles.open' | 'articles.update' | 'articles.remove'
> = {
  'articles.list'(context, input) {
    const { db } = context.session.need();
    const choice = { ...input, filter: toFilter(input.filter) };
    const byStatus = articleTable(db).countByStatus(choice);
    const articles = articleTable(db).page(choice);
    const counts = countsOf(
      context,
      articles.map((article) => article.id),
    );
    const rows = articles.map((article): ArticleRow => ({ ...article, counts: counts.get(article.id) ?? none() }));
    const total =
      choice.status === null ? byStatus.new + byStatus['in-progress'] + byStatus.done : byStatus[choice.status];
    return { total, byStatus, rows };
  },

  'articles.open'(context, { id }) {
    return readUnit(context.session.need().db, id);
  },

  'articles.update'(context, { id, fields, status }) {
    const project = context.session.need();
    const before = new Layer(context).article(id);
    const after: Article = {
      ...before,
      title: fields.title ?? before.title,
      outlet: fields.outlet ?? before.outlet,
      date: fields.date ?? before.date,
      author: fields.author ?? before.author,
      url: fields.url ?? before.url,
      language: fields.language ?? before.language,
      status: status ?? before.status,
    };
    const edited = ARTICLE_FIELDS.some((field) => after[field] !== before[field]);
    const label = edited ? `edit the details of ${name(before)}` : markLabel(before, after.status);
    return label === '' ? project.commit('', []) : project.commit(label, [edit('article', before, after)]);
  },

  'articles.remove'(context, { ids }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const articles = [...new Set(ids)].map((id) => layer.article(id));
    const changes: Change[] = [];
    let coded = 0;
    for (const article of articles) {
      const annotations = annotationTable(project.db).ofArticle(article.id);
      coded += annotations.length;
      for (const link of linkTable(project.db).ofArticle(article.id)) changes.push(removal('link', link));
      for (const annotation of annotations) changes.push(removal('annotation', annotation));
      for (const verdict of verdictTable(project.db).everyOneOf(article.id)) changes.push(removal('verdict', verdict));
      changes.push(removal('article', article));
    }
    const [only, ...others] = articles;
    const what = only && others.length === 0 ? name(only) : counted(articles.length, 'article');
    const notice = removedWith(coded, 'annotation', articles.length);
    return project.commit(`remove ${what}`, changes, { notice });
  },
};

function countsOf(context: Context, articleIds: readonly string[]): Map<string, Record<Kind, number>> {
  const counts = new Map<string, Record<Kind, number>>();
  const { db } = context.session.need();
  for (const { articleId, kind, count } of annotationTable(db).countsOf(context.user.coder().id, articleIds)) {
    const own = counts.get(articleId) ?? none();
    own[kind] = count;
    counts.set(articleId, own);
  }
  return counts;
}

function none(): Record<Kind, number> {
  return { actor: 0, claim: 0, venue: 0 };
}

function name(article: Article): string {
  return inQuotes(shown(article.title || article.fileName || 'an article without a title'));
}

const STATUS_WORDS: Readonly<Record<ArticleStatus, string>> = {
  new: 'new',
  'in-progress': 'in progress',
  done: 'done',
};

function markLabel(before: Article, status: ArticleStatus): string {
  return status === before.status ? '' : `mark ${name(before)} as ${STATUS_WORDS[status]}`;
}
