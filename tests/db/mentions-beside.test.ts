import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { joinedWords, wordsKey } from '../../src/main/db/mention-keys.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { arbitraryMention, mentionsProject, TEXT } from './support/mentions.ts';

/* What stands beside a mention in its article, against the same found by reading every annotation. */

interface Named {
  readonly key: string;
  readonly entityId: string | null;
}

function order(a: Named, b: Named): number {
  return `${a.key} ${a.entityId}` < `${b.key} ${b.entityId}` ? -1 : 1;
}

test('a key that is cut off ends with a whole character, as SQLite keeps it', () => {
  const words = `${'a'.repeat(299)}👍`;
  expect(wordsKey(words)).toBe('a'.repeat(299));
  expect(wordsKey(`b${words}`)).toBe(`b${'a'.repeat(299)}`);
  expect(wordsKey(words.slice(1))).toBe(words.slice(1));
});

test('some mentions are shown with the words around them, the latest articles first', () => {
  const mention = { kind: 'actor', coderId: 'ana', linked: true } as const;
  const { db, close } = mentionsProject([
    { ...mention, words: 'Velia', articleId: 'a1' },
    { ...mention, words: 'Oster', articleId: 'a1' },
    { ...mention, words: 'VELIA', articleId: 'a2' },
  ]);
  const some = (ids: readonly string[], limit: number) =>
    mentionTable(db)
      .some(ids, limit)
      .map(({ annotationId }) => annotationId);
  expect(some(['n2', 'n0', 'none'], 9)).toEqual(['n0', 'n2']);
  expect(some(['n2', 'n0'], 1)).toEqual(['n0']);
  close();
});

test('the other mentions of an article are told each once, with how many there are', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryMention, { maxLength: 25 }),
      fc.constantFrom('actor' as const, 'venue' as const),
      fc.nat(24),
      (mentions, kind, self) => {
        const project = mentionsProject(mentions);
        const { db } = project;
        const wanted = new Map<string, { words: string; key: string; entityId: string | null; count: number }>();
        for (const one of annotationTable(db).ofArticle('a1')) {
          if (one.coderId !== 'ana' || one.kind !== kind || one.id === `n${self}`) continue;
          const words = joinedWords(one.fragments.map(({ start, end }) => TEXT.slice(start, end)));
          const key = wordsKey(words);
          const name = `${key} ${one.entityId}`;
          const known = wanted.get(name) ?? { words, key, entityId: one.entityId, count: 0 };
          wanted.set(name, { ...known, count: known.count + 1 });
        }
        const found = mentionTable(db).others('a1', 'ana', kind, `n${self}`);
        expect([...found].sort(order)).toEqual([...wanted.values()].map((one) => ({ kind, ...one })).sort(order));
        // In reading order, but for what begins in the same place.
        const starts = found.map(({ words }) => TEXT.replace(/\s+/g, ' ').indexOf(words));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        project.close();
      },
    ),
    { numRuns: 40 },
  );
});
