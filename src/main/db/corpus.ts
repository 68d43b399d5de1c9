import type { Database } from 'better-sqlite3';
import type { ArticleUnit, Corpus } from '../../shared/formats/format.ts';
import { annotationTable } from './annotations.ts';
import { articleTable } from './articles.ts';
import { datasetRecords } from './book.ts';
import { coderTable } from './coders.ts';
import { linkTable } from './links.ts';
import { readMeta } from './meta.ts';
import { projectName } from './project.ts';
import { unitOf } from './unit.ts';

/**
 * A project as formats see it: its articles by date, outlet, title and id, one at a time. Nothing stays open between two
 * articles, so the connection can be used meanwhile; for one state throughout, read inside a transaction.
 * @param exportedAt ISO 8601, UTC.
 */
export function readCorpus(db: Database, exportedAt: string): Corpus {
  return {
    project: { id: readMeta(db, 'project_id'), name: projectName(db.name) },
    coders: coderTable(db).all(),
    ...datasetRecords(db),
    exportedAt,
    coded: annotationTable(db).countByCoder(),
    verdicts: db
      .prepare(
        `SELECT (SELECT count(*) FROM verdict)
          + (SELECT coalesce(sum(json_array_length(apart_from)), 0) FROM entity WHERE apart_from IS NOT NULL)`,
      )
      .pluck()
      .get() as number,
    articles: () => articleTable(db).walk(),
    *units(): Generator<ArticleUnit> {
      for (const article of articleTable(db).walk()) yield unitOf(db, article);
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
