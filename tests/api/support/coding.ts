import type { OpenArticle } from '../../../src/shared/api/contract.ts';
import { find, type TestCore } from './core.ts';

/** Two fragments of one utterance, an emoji of several units, and CRLF. */
export const TEXT = `Velia repeats its offer

“A settlement is possible only where both sides sit at the table,” Foreign Minister Adra Solène told a joint news
conference in Port Maren 👩‍👩‍👧. “We have kept one chair for each.”\r\n`;

export type Coded = TestCore & { readonly articleId: string };

/** Tags the first place of each part of the words. @returns the annotation's id. */
export async function tag(core: Coded, kind: 'actor' | 'claim' | 'venue', ...words: string[]): Promise<string> {
  const fragments = words.map((part) => find(TEXT, part));
  return (await core.client.call('annotations.add', { articleId: core.articleId, kind, fragments })).id;
}

export function open(core: Coded): Promise<OpenArticle> {
  return core.client.call('articles.open', { id: core.articleId });
}

/** A claim by Solène and Velia, to Velia, at the conference. */
export async function linked(core: Coded) {
  const claim = await tag(core, 'claim', 'A settlement is possible', 'We have kept');
  const solene = await tag(core, 'actor', 'Adra Solène');
  const velia = await tag(core, 'actor', 'Velia');
  const venue = await tag(core, 'venue', 'joint news\nconference');
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: solene });
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: velia });
  await core.client.call('claims.link', { claimId: claim, role: 'addressee', targetId: velia });
  await core.client.call('claims.link', { claimId: claim, role: 'venue', targetId: venue });
  return { claim, solene, velia, venue };
}
