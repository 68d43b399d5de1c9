import type { Codebook } from '../../../src/shared/api/methods/codebook.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import { makeCoded } from './core.ts';
import { type Coded, tag, TEXT } from './coding.ts';

export { TEXT };

/** What the codebook is, as paths and names. */
export async function paths(core: Coded): Promise<string[]> {
  const { codes } = await core.client.call('codebook.get', {});
  const tree = new CodeTree(codes);
  return tree.ordered().map((code) => tree.path(code.id));
}

export function codebook(core: Coded): Promise<Codebook> {
  return core.client.call('codebook.get', {});
}

/** A code under another, by path of names that are there or not yet. @returns its id. */
export async function code(core: Coded, path: string): Promise<string> {
  let parentId: string | null = null;
  for (const name of path.split(' › ')) {
    const { codes } = await codebook(core);
    const there: { id: string } | undefined = new CodeTree(codes).named(parentId, name);
    parentId = there ? there.id : (await core.client.call('codes.add', { parentId, name })).id;
  }
  return parentId as string;
}

/** Two claims of Ana's and one of Ben's, with codes; Ana acts. */
export async function codedByTwo() {
  const core = await makeCoded(TEXT);
  const [talks, truce, war] = [
    await code(core, 'Diplomacy › Talks'),
    await code(core, 'Truce'),
    await code(core, 'War'),
  ];
  const first = await tag(core, 'claim', 'A settlement is possible');
  const second = await tag(core, 'claim', 'We have kept');
  await core.client.call('annotations.code', { ids: [first], change: { addCodes: [talks] } });
  await core.client.call('annotations.code', { ids: [second], change: { addCodes: [truce, talks] } });
  await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
  const bens = await tag(core, 'claim', 'one chair for each');
  await core.client.call('annotations.code', { ids: [bens], change: { addCodes: [truce] } });
  await core.client.call('coder.set', { name: 'Ana', mode: 'switch' });
  return { core, talks, truce, war, first, second, bens };
}

/** The codes of an annotation, whoever's. */
export async function codesOf(core: Coded, id: string): Promise<readonly string[]> {
  const { annotations } = await core.client.call('articles.open', { id: core.articleId });
  return annotations.find((annotation) => annotation.id === id)?.codes ?? [];
}
