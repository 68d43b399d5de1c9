import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { wordsKey } from '../../src/main/db/mention-keys.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { spanText } from '../../src/shared/text/span.ts';
import { arbitraryMention, mentionsProject, TEXT } from './support/mentions.ts';

/* The spellings that refer to nothing yet, against the same found by reading every annotation. */

test('they are those of all annotations, by count, words and kind', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryMention, { maxLength: 25 }),
      fc.constantFrom(null, 'actor' as const, 'venue' as const),
      fc.nat(3),
      fc.integer({ min: 1, max: 5 }),
      (mentions, kind, offset, limit) => {
        const project = mentionsProject(mentions);
        const { db } = project;

        const groups = new Map<
          string,
          { kind: string; key: string; count: number; articles: Set<string>; ids: string[] }
        >();
        for (const { id } of articleTable(db).walk()) {
          for (const one of annotationTable(db).ofArticle(id)) {
            if (one.coderId !== 'ana' || one.kind === 'claim' || one.entityId !== null) continue;
            if (kind !== null && one.kind !== kind) continue;
            const key = wordsKey(spanText(TEXT, one.fragments));
            const name = `${one.kind} ${key}`;
            const group = groups.get(name) ?? { kind: one.kind, key, count: 0, articles: new Set(), ids: [] };
            groups.set(name, {
              ...group,
              count: group.count + 1,
              articles: group.articles.add(id),
              ids: [...group.ids, one.id],
            });
          }
        }
        const wanted = [...groups.values()]
          .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.kind < b.kind ? -1 : 1))
          .map(({ articles, ids, ...group }) => ({ ...group, articles: articles.size, annotationId: ids.sort()[0] }));

        const found = mentionTable(db).unresolved('ana', kind, limit, offset);
        expect(found).toMatchObject(wanted.slice(offset, offset + limit));
        for (const { annotationId, articleId, words } of found) {
          const one = annotationTable(db).get(annotationId);
          expect(one?.articleId).toBe(articleId);
          expect(words).toBe(spanText(TEXT, one?.fragments ?? []).replace(/\s+/g, ' '));
        }
        expect(mentionTable(db).countUnresolved('ana', kind)).toEqual({
          spellings: wanted.length,
          mentions: wanted.reduce((sum, { count }) => sum + count, 0),
        });
        project.close();
      },
    ),
    { numRuns: 40 },
  );
});
