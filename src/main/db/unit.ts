import type { Database } from 'better-sqlite3';
import { ParleyError } from '../../shared/api/errors.ts';
import type { ArticleUnit } from '../../shared/formats/format.ts';
import type { Article } from '../../shared/model/article.ts';
import { annotationTable } from './annotations.ts';
import { articleTable } from './articles.ts';
import { linkTable } from './links.ts';
import { textTable } from './texts.ts';

/** One article with all that is coded in it, as formats see it. Errors: `not-found`, `project-damaged` without its text. */
export function readUnit(db: Database, articleId: string): ArticleUnit {
  return unitOf(db, needArticle(articleTable(db).get(articleId)));
}

/** Errors: `not-found` where there is none. */
export function needArticle(article: Article | null): Article {
  if (article) return article;
  throw new ParleyError('not-found', 'This article isn’t in the project.', 'It may have been removed.');
}

/** The same for an article that was just read. */
export function unitOf(db: Database, article: Article): ArticleUnit {
  const annotations = annotationTable(db).ofArticle(article.id);
  return { article, text: textOf(db, article), annotations, links: linkTable(db).ofArticle(article.id) };
}

/** An article's text. Errors: `project-damaged` when it is missing. */
export function textOf(db: Database, article: Article): string {
  const text = textTable(db).get(article.textHash);
  if (text !== null) return text;
  throw new ParleyError(
    'project-damaged',
    `The text of “${article.title}” is missing from the project.`,
    'Check the project, and open a backup copy of it.',
  );
}
