import { describe, expect, it } from 'vitest';
import { isSaved } from '../../../src/renderer/store/state.ts';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';

/* What a key changes is on the screen before the core has answered, and "Saved" only when it has. */

const TEXT = 'Velia repeated its offer on Friday.\n\nOster answered nothing at all.\n';

/** Everything that can be done without waiting for an answer. */
async function withoutTheAnswer(): Promise<void> {
  for (let n = 0; n < 3; n++) await Promise.resolve();
}

/** What is coded, as the core has it. */
async function kept(w: TestWorkbench): Promise<string[]> {
  const { annotations } = await w.client.call('articles.open', { id: w.articleId });
  return annotations.map(({ id, kind }) => `${kind} ${id}`);
}

const drawn = (w: TestWorkbench): string[] => (w.now().open?.index.all() ?? []).map(({ id, kind }) => `${kind} ${id}`);

describe('drawn with the key', () => {
  it('a tag, selected, and not called saved; what is kept is what was drawn', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    const pressed = w.press('1');
    await withoutTheAnswer();
    expect(w.shown()).toEqual(['actor: Velia']);
    expect(w.now().selectedId).toBe(w.now().open?.index.all()[0]?.id);
    expect(isSaved(w.now())).toBe(false);
    const early = drawn(w);
    await pressed;
    expect(drawn(w)).toEqual(early);
    expect(await kept(w)).toEqual(early);
  });

  it('another kind, other words, a removal, and each step of the history back and forth', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    const steps = [
      ['Shift+3', 'venue: Velia'],
      ['Delete', ''],
      ['Ctrl+Z', 'venue: Velia'],
      ['Ctrl+Shift+Z', ''],
      ['Ctrl+Z', 'venue: Velia'],
    ] as const;
    for (const [keys, expected] of steps) {
      const pressed = w.press(keys);
      await withoutTheAnswer();
      expect(w.shown().join(), keys).toBe(expected);
      expect(isSaved(w.now())).toBe(false);
      await pressed;
      expect(w.shown().join(), keys).toBe(expected);
      expect(await kept(w)).toEqual(drawn(w));
    }
  });

  it('a second undo waits for the answer, for the window doesn’t know what it takes back', async () => {
    const w = await makeWorkbench(TEXT);
    for (const words of ['Velia', 'Oster']) {
      w.select(words);
      await w.press('1');
    }
    await w.press('Ctrl+Z');
    const pressed = w.press('Ctrl+Z');
    await withoutTheAnswer();
    expect(w.shown()).toEqual(['actor: Velia']);
    await pressed;
    expect(w.shown()).toEqual([]);
  });
});

describe('taken back when it is refused', () => {
  it('a tag, a new kind and a removal; what was selected is selected again', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    const before = { shown: w.shown(), selected: w.now().selectedId };
    await w.client.call('articles.remove', { ids: [w.articleId] });
    w.select('Oster');
    for (const [keys, meanwhile] of [
      ['2', ['actor: Velia', 'claim: Oster']],
      ['Shift+3', ['venue: Velia']],
      ['Delete', []],
    ] as const) {
      const pressed = w.press(keys);
      await withoutTheAnswer();
      expect(w.shown(), keys).toEqual(meanwhile);
      await pressed;
      expect(w.shown(), keys).toEqual(before.shown);
      expect(w.now().selectedId, keys).toBe(before.selected);
      expect(w.now().notices.at(-1)?.title).toBe('This was not saved');
    }
  });

  it('a step of the history that took back something else', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    // Behind this window's back: that is now the last act.
    await w.client.call('annotations.add', {
      articleId: w.articleId,
      kind: 'venue',
      fragments: [{ start: 37, end: 42 }],
    });
    const pressed = w.press('Ctrl+Z');
    await withoutTheAnswer();
    expect(w.shown()).toEqual([]);
    await pressed;
    expect(w.shown()).toEqual(['actor: Velia']);
    expect(await kept(w)).toEqual(drawn(w));
  });
});
