import { textHash } from '../../../src/main/db/texts.ts';
import type { Project } from '../../../src/main/handlers/context.ts';
import type { Change } from '../../../src/shared/change/change.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import type { Article } from '../../../src/shared/model/article.ts';
import type { Coder } from '../../../src/shared/model/coder.ts';
import type { Link } from '../../../src/shared/model/link.ts';

export const TEXT = 'Velia repeats its offer. “A settlement is possible,” Solène said 👩‍👩‍👧, “where both sides sit.”';

export const ana: Coder = { id: 'ana', name: 'Ana', createdAt: '2031-03-14T08:00:00.000Z' };

export function makeArticle(id: string, fields: Partial<Article> = {}, text = TEXT): Article {
  return {
    id,
    textHash: textHash(text),
    title: `Article ${id}`,
    outlet: 'The Harbour Post',
    date: '2031-03-14',
    author: '',
    url: '',
    language: 'en',
    status: 'new',
    fileName: `${id}.txt`,
    length: text.length,
    words: 12,
    addedAt: '2031-03-14T08:00:00.000Z',
    ...fields,
  };
}

/** Tags the first place where the words stand. */
export function makeAnnotation(id: string, words: string, fields: Partial<Annotation> = {}, text = TEXT): Annotation {
  const start = text.indexOf(words);
  return {
    id,
    articleId: 'a1',
    kind: 'actor',
    coderId: 'ana',
    fragments: [{ start, end: start + words.length }],
    memo: '',
    attributes: {},
    ...UNCODED,
    createdAt: '2031-03-14T08:30:00.000Z',
    updatedAt: '2031-03-14T08:30:00.000Z',
    ...fields,
  };
}

export function makeLink(id: string, claimId: string, targetId: string, fields: Partial<Link> = {}): Link {
  return { id, articleId: 'a1', claimId, role: 'claimant', targetIs: 'annotation', targetId, position: 0, ...fields };
}

type Creatable =
  | readonly ['coder', Coder]
  | readonly ['article', Article]
  | readonly ['annotation', Annotation]
  | readonly ['link', Link];

export function creations(...records: Creatable[]): Change[] {
  return records.map(([record, after]) => ({ record, id: after.id, before: null, after }) as Change);
}

/** A coder, an article with an actor and a claim, and a link between them, in three acts. */
export function fill(project: Project): void {
  const texts = new Map([[textHash(TEXT), TEXT]]);
  project.commit('import 1 article', creations(['article', makeArticle('a1')]), { texts });
  project.commit(
    'tag claim “A settlement is possible”',
    creations(
      ['coder', ana],
      ['annotation', makeAnnotation('claim', 'A settlement is possible', { kind: 'claim' })],
      ['annotation', makeAnnotation('solene', 'Solène')],
    ),
  );
  project.commit('link claimant “Solène”', creations(['link', makeLink('l1', 'claim', 'solene')]));
}
