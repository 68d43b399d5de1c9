import type { ReadUnit } from '../../shared/formats/format.ts';
import type { Article, ArticleFields } from '../../shared/model/article.ts';
import { guessFields } from '../../shared/model/guess/guess.ts';
import { countWords } from '../../shared/text/words.ts';

/**
 * The article that a read unit becomes. Where the format carries no fields at all, those that the text itself shows are
 * taken, as for a plain file. One field that is there, or a status, says that the others are empty on purpose.
 * @param detect a text → its language, or ''.
 * @param addedAt ISO 8601, UTC: for formats that carry no such time.
 */
export function importedArticle(
  unit: ReadUnit,
  id: string,
  textHash: string,
  detect: (text: string) => string,
  addedAt: string,
): Article {
  const { text, fileName, title, outlet, date, author, url, language, status, addedAt: added } = unit.article;
  const given = { title, outlet, date, author, url, language };
  const isBare = status === undefined && Object.values(given).every((value) => value === '');
  return {
    id,
    textHash,
    ...(isBare ? guessed(text, fileName, detect) : given),
    status: status ?? (unit.annotations.length > 0 ? 'in-progress' : 'new'),
    fileName,
    length: text.length,
    words: countWords(text),
    addedAt: added ?? addedAt,
  };
}

function guessed(text: string, fileName: string, detect: (text: string) => string): ArticleFields {
  const fields = guessFields(text, fileName);
  return fields.language === '' ? { ...fields, language: detect(text) } : fields;
}
