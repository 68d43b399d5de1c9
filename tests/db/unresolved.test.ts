import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { wordsKey } from '../../src/main/db/mention-keys.ts';
import { mentionTable } from '../../src/main/db/mentions.ts';
import { textHash } from '../../src/main/db/texts.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { spanText } from '../../src/shared/text/span.ts';
import { makeEntity } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { ana, makeAnnotation, makeArticle } from './support/records.ts';

/* The spellings that refer to nothing yet, against the same found by reading every annotation. */

const TEXT = 'Velia and VELIA, vélia; Oster and Port Maren, port  maren.';
const WORDS = ['Velia', 'VELIA', 'vélia', 'Oster', 'Port Maren', 'port  maren', 'and'];

function creation(record: Change['record'], after: { readonly id: string }): Change {
  return { record, id: after.id, before: null, after } as Change;
}

const Mention = fc.record({
  words: fc.constantFrom(...WORDS),
  kind: fc.constantFrom('actor' as const, 'venue' as const, 'claim' as const),
  articleId: fc.constantFrom('a1', 'a2', 'a3'),
  coderId: fc.constantFrom('ana', 'ben'),
  linked: fc.boolean(),
});

test('they are those of all annotations, by count, words and kind', () => {
  fc.assert(
    fc.property(
      fc.array(Mention, { maxLength: 25 }),
      fc.constantFrom(null, 'actor' as const, 'venue' as const),
      fc.nat(3),
      fc.integer({ min: 1, max: 5 }),
      (mentions, kind, offset, limit) => {
        const { project } = makeProject();
        const { db } = project;
        project.commit(
          'begin',
          [
            ...[ana, { ...ana, id: 'ben' }].map((coder) => creation('coder', coder)),
            ...['a1', 'a2', 'a3'].map((id) => creation('article', makeArticle(id, {}, TEXT))),
            ...(['actor', 'venue'] as const).map((is) => creation('entity', makeEntity(is, { kind: is }))),
            ...mentions.map(({ words, linked, ...fields }, n) =>
              creation(
                'annotation',
                makeAnnotation(
                  `n${n}`,
                  words,
                  { ...fields, entityId: linked && fields.kind !== 'claim' ? fields.kind : null },
                  TEXT,
                ),
              ),
            ),
          ],
          { texts: new Map([[textHash(TEXT), TEXT]]) },
        );

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
