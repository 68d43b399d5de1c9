import type { Entity } from '../../../src/shared/model/entity.ts';
import { find, type TestCore } from './core.ts';

export const TEXT =
  'Foreign Minister Adra Solène flew to Port Maren. Solène met Sergei Lavrin there. “We wait,” Solène said in Port Maren.\n';

export type Core = TestCore & { readonly articleId: string };

/** Tags words of the article, or of another. @returns the annotation's id. */
export async function tag(
  core: Core,
  kind: 'actor' | 'venue' | 'claim',
  words: string,
  after = '',
  article = core.articleId,
  text = TEXT,
) {
  const fragments = [find(text, words, after)];
  return (await core.client.call('annotations.add', { articleId: article, kind, fragments })).id;
}

/** A new entity: a person unless told. @returns its id. */
export async function add(core: Core, name: string, more: Partial<Entity> = {}, annotationIds: string[] = []) {
  const { kind = 'actor', category = 'person', aliases = [], parentId = null } = more;
  return (
    await core.client.call('entities.add', {
      entity: { kind, category, name, aliases: [...aliases], parentId },
      annotationIds,
    })
  ).id;
}

/** What an annotation refers to. */
export async function entityOf(core: Core, annotationId: string, article = core.articleId) {
  const { annotations } = await core.client.call('articles.open', { id: article });
  return annotations.find(({ id }) => id === annotationId)?.entityId;
}

export const all = { offset: 0, limit: 100, sort: 'name', kind: null, category: null, query: '' } as const;
