import type { Query } from './query.ts';
import { type Phrase, phraseText } from './words.ts';

/** A query as an FTS5 expression. Everything in it is made of folded words in quotation marks: none of it is syntax. */
export function toExpression(query: Query): string {
  switch (query.is) {
    case 'phrase':
      return phraseExpression(query.phrase);
    case 'or':
      return `(${query.parts.map(toExpression).join(' OR ')})`;
    case 'and': {
      const all = query.parts.map(toExpression).join(' AND ');
      if (query.without.length === 0) return `(${all})`;
      return `((${all}) NOT (${query.without.map(toExpression).join(' OR ')}))`;
    }
  }
}

/** `"peace talk" *` */
export function phraseExpression(phrase: Phrase): string {
  return `"${phraseText(phrase)}"${phrase.open ? ' *' : ''}`;
}
