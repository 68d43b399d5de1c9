import * as fc from 'fast-check';
import { textHash } from '../../../src/main/db/texts.ts';
import type { Change } from '../../../src/shared/change/change.ts';
import { makeEntity } from '../../api/support/codebook.ts';
import { makeProject } from './project.ts';
import { ana, makeAnnotation, makeArticle } from './records.ts';

/** The text of every article: names that differ in case, accents and blanks. */
export const TEXT = 'Velia and VELIA, vélia; Oster and Port Maren, port  maren.';
const WORDS = ['Velia', 'VELIA', 'vélia', 'Oster', 'Port Maren', 'port  maren', 'and'];

/** Somebody's tagged words in one of three articles; linked: with the entity `actor` or `venue`, as its kind is. */
export const arbitraryMention = fc.record({
  words: fc.constantFrom(...WORDS),
  kind: fc.constantFrom('actor' as const, 'venue' as const, 'claim' as const),
  articleId: fc.constantFrom('a1', 'a2', 'a3'),
  coderId: fc.constantFrom('ana', 'ben'),
  linked: fc.boolean(),
});

type ArbitraryMention = typeof arbitraryMention extends fc.Arbitrary<infer M> ? M : never;

function creation(record: Change['record'], after: { readonly id: string }): Change {
  return { record, id: after.id, before: null, after } as Change;
}

/** A project with these annotations, `n0`, `n1` and so on. */
export function mentionsProject(mentions: readonly ArbitraryMention[]): ReturnType<typeof makeProject>['project'] {
  const { project } = makeProject();
  project.commit(
    'begin',
    [
      ...[ana, { ...ana, id: 'ben' }].map((coder) => creation('coder', coder)),
      ...['a1', 'a2', 'a3'].map((id) => creation('article', makeArticle(id, {}, TEXT))),
      ...(['actor', 'venue'] as const).map((is) => creation('entity', makeEntity(is, { kind: is }))),
      ...mentions.map(({ words, linked, ...fields }, n) => {
        const entityId = linked && fields.kind !== 'claim' ? fields.kind : null;
        return creation('annotation', makeAnnotation(`n${n}`, words, { ...fields, entityId }, TEXT));
      }),
    ],
    { texts: new Map([[textHash(TEXT), TEXT]]) },
  );
  return project;
}
