import type { CorpusFilter } from '../../shared/model/filter.ts';
import { perDatabase } from './prepared.ts';

/** Conditions in SQL, and the values that they name. */
export interface Conditions {
  /** Each holds for an article `a`. */
  readonly article: readonly string[];
  /** Each holds for an annotation `x`. */
  readonly annotation: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const anyOf = (name: string): string => `IN (SELECT value FROM json_each(@${name}))`;

/** A code with all that stand below it. */
const CODES = `WITH RECURSIVE below (id) AS (
    SELECT value FROM json_each(@codes) UNION SELECT c.id FROM code c JOIN below ON c.parent_id = below.id)
  SELECT annotation_id FROM annotation_code WHERE code_id IN (SELECT id FROM below)`;

/** Mentions of an entity, and the claims in which it plays a part: from its mentions to their links (CROSS), never through all links. */
const ENTITIES = `SELECT id FROM annotation WHERE entity_id ${anyOf('entities')}
  UNION SELECT claim_id FROM link WHERE entity_id ${anyOf('entities')}
  UNION SELECT l.claim_id FROM annotation t CROSS JOIN link l ON l.target_id = t.id WHERE t.entity_id ${anyOf('entities')}`;

/** What a filter asks for, of articles and of annotations apart. */
export function conditionsOf(filter: CorpusFilter): Conditions {
  const article: string[] = [];
  const annotation: string[] = [];
  const values: Record<string, string> = {};
  const list = (name: 'outlets' | 'statuses' | 'coders' | 'codes' | 'entities' | 'kinds'): boolean => {
    if (filter[name].length === 0) return false;
    values[name] = JSON.stringify(filter[name]);
    return true;
  };
  if (list('outlets')) article.push(`a.outlet ${anyOf('outlets')}`);
  if (list('statuses')) article.push(`a.status ${anyOf('statuses')}`);
  if (filter.from !== '') article.push('a.date >= @from');
  // '' sorts before every day.
  if (filter.to !== '') article.push("a.date <= @to AND a.date <> ''");
  if (filter.from !== '') values['from'] = filter.from;
  if (filter.to !== '') values['to'] = filter.to;
  if (filter.coded !== '') {
    const any = 'EXISTS (SELECT 1 FROM annotation WHERE article_id = a.id)';
    article.push(filter.coded === 'some' ? any : `NOT ${any}`);
  }
  if (list('coders')) annotation.push(`x.coder_id ${anyOf('coders')}`);
  if (list('kinds')) annotation.push(`x.kind ${anyOf('kinds')}`);
  if (list('codes')) annotation.push(`x.id IN (${CODES})`);
  if (list('entities')) annotation.push(`x.id IN (${ENTITIES})`);
  return { article, annotation, values };
}

/** What a filter of the corpus asks for, as SQL. */
export interface CorpusFilters {
  /** What a filter asks for, as conditions of articles `a` alone: one of their annotations has all that is asked of them. */
  articles(filter: CorpusFilter): Omit<Conditions, 'annotation'>;
}

/** Filters of one connection. */
export const corpusFilters = perDatabase((db): CorpusFilters => {
  const changes = db.prepare('SELECT total_changes()').pluck();
  // A list is asked for its counts, for a page and for the next page: what is coded where is looked up once.
  let last: { readonly key: string; readonly changes: unknown; readonly among: string } | null = null;

  function among(conditions: readonly string[], values: Conditions['values']): string {
    const key = JSON.stringify([conditions, values]);
    const now = changes.get();
    if (last?.key === key && last.changes === now) return last.among;
    const numbers = db
      .prepare(`SELECT a.n FROM article a WHERE ${conditions.join(' AND ')}`)
      .pluck()
      .all(values);
    last = { key, changes: now, among: JSON.stringify(numbers) };
    return last.among;
  }

  return {
    articles(filter) {
      const { article, annotation, values } = conditionsOf(filter);
      if (annotation.length === 0 && filter.coded === '') return { article, values };
      const all = annotation.join(' AND ');
      // From a code or entity to its few articles; who coded what kind is told by an index of the article's.
      const some =
        filter.codes.length + filter.entities.length > 0
          ? `a.id IN (SELECT x.article_id FROM annotation x WHERE ${all})`
          : `EXISTS (SELECT 1 FROM annotation x WHERE x.article_id = a.id AND ${all})`;
      const conditions = annotation.length === 0 ? article : [...article, some];
      return {
        article: ['a.n IN (SELECT value FROM json_each(@among))'],
        values: { among: among(conditions, values) },
      };
    },
  };
});
