import { describe, expect, it } from 'vitest';
import { removeArticle } from '../../../src/renderer/commands/removing.ts';
import { makeWorkbench } from '../store/support.ts';

const TEXT = 'Velia repeated its offer on Friday.\n';

async function three() {
  const w = await makeWorkbench(TEXT);
  await w.adding('second.txt', 'Another report from Lund.\n');
  await w.adding('third.txt', 'A third one from Oster.\n');
  await w.now().reloadAll();
  await w.now().filterCorpus({ sort: 'added' });
  const rows = [...(w.now().corpus.pages.get(0) ?? [])].map((row) => row.id);
  return { w, rows };
}

describe('removing an article', () => {
  it('opens the one behind it, and undo brings back the article with what was coded in it', async () => {
    const { w, rows } = await three();
    const at = rows.indexOf(w.articleId);
    w.select('Velia');
    await w.press('1');
    await removeArticle(w.context);
    expect(w.now().open?.article.id).toBe(rows[at + 1] ?? rows[at - 1]);
    expect(w.now().corpus.total).toBe(2);
    expect(w.now().project).toMatchObject({ articles: 2, annotations: 0 });
    expect(w.now().said.text).toMatch(/^Removed .*Ctrl\+Z brings it back\.$/);
    await w.press('Ctrl+Z');
    expect(w.now().open?.article.id).toBe(w.articleId);
    expect(w.shown()).toEqual(['actor: Velia']);
    expect(w.now().corpus.total).toBe(3);
    expect(w.now().notices.map((notice) => notice.title)).not.toContain('1 annotation was removed with it.');
  });

  it('opens the one before when the last of the list goes, and nothing when there is none left', async () => {
    const { w, rows } = await three();
    await w.now().openArticle(rows[2] ?? '');
    await removeArticle(w.context);
    expect(w.now().open?.article.id).toBe(rows[1]);
    await removeArticle(w.context);
    expect(w.now().open?.article.id).toBe(rows[0]);
    await removeArticle(w.context);
    expect(w.now().open).toBeNull();
    expect(w.now().corpus.total).toBe(0);
    await w.press('Ctrl+Z');
    expect(w.now().open?.article.id).toBe(rows[0]);
  });
});
