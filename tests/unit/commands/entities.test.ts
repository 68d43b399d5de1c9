import { describe, expect, it } from 'vitest';
import { currentOffer } from '../../../src/renderer/commands/offer-commands.ts';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';

const TEXT =
  'Minister Adra Solène spoke in Port Maren. Solène left. Corin Vale and Della Vale stayed; Vale wrote, and Solène read.\n';

/** Selects words, tags them and waits until what is offered for them is known. */
async function tagged(w: TestWorkbench, words: string, after = '', key = '1'): Promise<string> {
  w.select(words, after);
  await w.press(key);
  const id = w.now().selectedId ?? '';
  await w.now().askEntity(id);
  return id;
}

async function known(w: TestWorkbench, name: string): Promise<string> {
  const entity = { kind: 'actor', category: 'person', name } as const;
  const { id, applied } = await w.client.call('entities.add', { entity, annotationIds: [] });
  await w.now().applied(applied);
  return id;
}

const entityOf = (w: TestWorkbench, id: string) => w.now().open?.index.get(id)?.entityId;

describe('who a mention is', () => {
  it('is offered with the reason, taken with Y, and taken back', async () => {
    const w = await makeWorkbench(TEXT);
    const solene = await known(w, 'Adra Solène');
    const id = await tagged(w, 'Solène', 'Maren. ');
    expect(currentOffer(w.context)).toMatchObject({
      title: 'This is Adra Solène',
      reason: 'last name of Adra Solène, who is named in this article',
    });
    expect(entityOf(w, id)).toBeNull();
    await w.press('Y');
    expect(entityOf(w, id)).toBe(solene);
    expect(w.now().said.text).toBe('“Solène” is Adra Solène');
    await w.press('Ctrl+Z');
    expect(entityOf(w, id)).toBeNull();
  });

  it('is taken in one breath with tagging: Y waits for what 1 brings', async () => {
    const w = await makeWorkbench(TEXT);
    const solene = await known(w, 'Adra Solène');
    w.select('Minister Adra Solène');
    await Promise.all([w.press('1'), w.press('Y')]);
    expect(entityOf(w, w.now().selectedId ?? '')).toBe(solene);
  });

  it('is waved away with N and not offered again, until that is undone', async () => {
    const w = await makeWorkbench(TEXT);
    await known(w, 'Adra Solène');
    const id = await tagged(w, 'Solène', 'Maren. ');
    await w.press('N');
    await w.now().askEntity(id);
    expect(currentOffer(w.context)).toBeNull();
    await w.press('Ctrl+Z');
    await w.now().askEntity(id);
    expect(currentOffer(w.context)?.title).toBe('This is Adra Solène');
  });

  it('is never chosen by the program when two fit: Y and A open the chooser', async () => {
    const w = await makeWorkbench(TEXT);
    await known(w, 'Corin Vale');
    await known(w, 'Della Vale');
    const id = await tagged(w, 'Vale', 'stayed; ');
    expect(currentOffer(w.context)?.title).toBe('Who or what is it? Corin Vale or Della Vale');
    await w.press('Y');
    expect(w.now().entities.chooser).toBe(id);
    expect(entityOf(w, id)).toBeNull();
    w.now().showEntities({ chooser: null });
    await w.press('A');
    expect(w.now().entities.chooser).toBe(id);
  });

  it('is offered as a new name where nothing fits, and then for the same words', async () => {
    const w = await makeWorkbench(TEXT);
    const other = await tagged(w, 'Solène', 'and ');
    const id = await tagged(w, 'Solène', 'Maren. ');
    expect(currentOffer(w.context)?.title).toMatch(/^New: Solène/);
    await w.press('Y');
    const entityId = entityOf(w, id) ?? '';
    expect(w.now().entities.names.get(entityId)?.name).toBe('Solène');
    await w.now().askEntity(id);
    expect(currentOffer(w.context)?.title).toBe('Link the other “Solène” to “Solène” too');
    await w.press('Y');
    expect(w.now().entities.alike).toBe(id);
    expect(entityOf(w, other)).toBeNull();
  });

  it('is nothing for a claim, nor in another’s layer', async () => {
    const w = await makeWorkbench(TEXT);
    await known(w, 'Adra Solène');
    w.select('Solène left');
    await w.press('2');
    await w.press('A');
    expect(w.now().entities.chooser).toBeNull();
    expect(w.now().said.text).toBe('A claim refers to nobody: select an actor or a venue.');
  });
});
