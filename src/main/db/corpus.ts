import type { Database } from 'better-sqlite3';
import type { ArticleUnit, Corpus } from '../../shared/formats/format.ts';
import { annotationTable } from './annotations.ts';
import { articleTable } from './articles.ts';
import { coderTable } from './coders.ts';
import { linkTable } from './links.ts';
import { readMeta } from './meta.ts';
import { projectName } from './project.ts';
import { textTable } from './texts.ts';

/**
 * A project as formats see it: its articles by date, outlet, title and id, one at a time. Nothing stays open between two
 * articles, so the connection can be used meanwhile; for one state throughout, read inside a transaction.
 * @param exportedAt ISO 8601, UTC.
 */
export function readCorpus(db: Database, exportedAt: string): Corpus {
  return {
    project: { id: readMeta(db, 'project_id'), name: projectName(db.name) },
    coders: coderTable(db).all(),
    exportedAt,
    coded: annotationTable(db).countByCoder(),
    articles: () => articleTable(db).walk(),
    *units(): Generator<ArticleUnit> {
      for (const article of articleTable(db).walk()) {
        const text = textTable(db).get(article.textHash);
        if (text === null) throw new Error(`the text of “${article.title}” is missing`);
        const annotations = annotationTable(db).ofArticle(article.id);
        yield { article, text, annotations, links: linkTable(db).ofArticle(article.id) };
      }
    },
  };
}

/** How much a project holds. */
export function countCorpus(db: Database): { articles: number; annotations: number; links: number } {
  return {
    articles: articleTable(db).count(),
    annotations: annotationTable(db).count(),
    links: linkTable(db).count(),
  };
}
