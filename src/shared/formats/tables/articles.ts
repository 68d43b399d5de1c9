import type { ArticleUnit } from '../format.ts';
import { type ArticleTable, type DatasetRow, viewOf } from './shape.ts';

/** `articles`: one row an article. */
export const articleTable: ArticleTable = {
  name: 'articles',
  per: 'article',
  description: 'One row an article, with its text.',
  primaryKey: ['article_id'],
  foreignKeys: [],
  columns: () => [
    { name: 'article_id', type: 'string', description: 'Names the article in all tables.' },
    { name: 'title', type: 'string', description: 'Headline.' },
    { name: 'outlet', type: 'string', description: 'Who published it.' },
    { name: 'date', type: 'date', description: 'Date of publication, YYYY-MM-DD; empty when not known.' },
    { name: 'author', type: 'string', description: 'Byline.' },
    { name: 'url', type: 'string', description: 'Where it was published.' },
    { name: 'language', type: 'string', description: 'Language of the text as a BCP 47 tag, such as en or tr.' },
    { name: 'status', type: 'string', description: 'How far the coding is: new, in-progress or done.' },
    { name: 'file_name', type: 'string', description: 'Name of the file that the article was imported from.' },
    { name: 'added_at', type: 'datetime', description: 'When the article was added to the project, in UTC.' },
    { name: 'words', type: 'integer', description: 'Number of words in the text.' },
    { name: 'length_utf16', type: 'integer', description: 'Length of the text in UTF-16 code units.' },
    { name: 'length_codepoint', type: 'integer', description: 'Length of the text in Unicode code points.' },
    { name: 'text_sha256', type: 'string', description: 'SHA-256 of the text as UTF-8, in hex.' },
    { name: 'text', type: 'string', description: 'The whole text, exactly as imported. All offsets refer to it.' },
  ],
  rows: articleRows,
};

/** The article's one row. */
export function* articleRows(unit: ArticleUnit): Iterable<DatasetRow> {
  const { article, text } = unit;
  yield {
    articleId: article.id,
    annotationId: null,
    cells: [
      article.id,
      article.title,
      article.outlet,
      article.date,
      article.author,
      article.url,
      article.language,
      article.status,
      article.fileName,
      article.addedAt,
      article.words,
      text.length,
      viewOf(unit).offsets.codePointLength,
      article.textHash,
      text,
    ],
  };
}
