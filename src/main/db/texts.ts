import { createHash } from 'node:crypto';
import { indexText } from '../../shared/search/words.ts';
import { perDatabase } from './prepared.ts';

/** SHA-256 of a text as UTF-8, in hex. The text must be free of lone surrogates, or two texts could share a hash. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Texts that were added lately, of which it is known how they are indexed. */
const LATELY = 5000;

/** The texts of articles, each kept once and for ever. */
export const textTable = perDatabase((db) => {
  const insert = db.prepare('INSERT INTO text (hash, body) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING');
  const body = db.prepare('SELECT body FROM text WHERE hash = ?').pluck();
  const hashes = db.prepare('SELECT hash FROM text WHERE hash > ? ORDER BY hash LIMIT 200').pluck();
  const count = db.prepare('SELECT count(*) FROM text').pluck();
  // One tag after the other is set in the same long text; a text never changes under its hash.
  let last: { hash: string; text: string } | null = null;
  const asTheyAre = new Set<string>();

  return {
    /** Keeps a text; one that is known already is left alone. Throws when the hash isn't the text's. */
    add(hash: string, text: string): void {
      if (textHash(text) !== hash) throw new Error(`the text's hash is not ${hash}`);
      insert.run(hash, text);
      if (asTheyAre.size >= LATELY) asTheyAre.clear();
      if (indexText(text) === text) asTheyAre.add(hash);
    },
    /** Whether a text that was added lately is known to be given to the full-text index as it is: it needn't leave SQLite then. */
    isIndexedAsItIs: (hash: string): boolean => asTheyAre.has(hash),
    /** The text with this hash, or null. */
    get(hash: string): string | null {
      if (last?.hash === hash) return last.text;
      const text = body.get(hash) as string | undefined;
      if (text === undefined) return null;
      last = { hash, text };
      return text;
    },
    count: (): number => count.get() as number,
    /** All hashes, in order. */
    *hashes(): Generator<string> {
      let after = '';
      for (;;) {
        const page = hashes.all(after) as string[];
        yield* page;
        const end = page.at(-1);
        if (end === undefined) return;
        after = end;
      }
    },
  };
});
