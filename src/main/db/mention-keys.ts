import type { Annotation } from '../../shared/model/annotation.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { perDatabase } from './prepared.ts';

/** Longer words than these, in UTF-16 units, are compared by their beginning. */
const LONGEST = 300;

/** The words of a mention's fragments as one: `Minister … Solène`. */
export function joinedWords(quote: readonly string[]): string {
  return quote.join(' … ').replace(/\s+/gu, ' ').trim();
}

/** The key under which mentions with the same words are found. */
export function wordsKey(words: string): string {
  return foldWords(words)
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '');
}

/** Keeps the index of mentions: written with each actor or venue, inside the same transaction. */
export const mentionKeys = perDatabase((db) => {
  const put = db.prepare(
    'INSERT INTO mention (annotation_id, article_id, coder_id, kind, key, entity_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM mention WHERE annotation_id = ?');
  return {
    /** @param quote the words of each fragment, as JSON. */
    put({ id, articleId, coderId, kind, entityId }: Annotation, quote: string): void {
      if (kind === 'claim') return;
      put.run(id, articleId, coderId, kind, wordsKey(joinedWords(JSON.parse(quote) as string[])), entityId);
    },
    remove(annotationId: string): void {
      remove.run(annotationId);
    },
  };
});
