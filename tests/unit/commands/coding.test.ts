import { describe, expect, it } from 'vitest';
import { makeWorkbench } from '../store/support.ts';

const TEXT =
  'Velia repeated its offer on Friday.\n\n“A settlement is possible,” Minister Adra Solène told a news conference in Port Maren, “if both sides come.”\n';

describe('tagging', () => {
  it('tags the selection, widened to whole words, selects it and leaves a bare caret behind it', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('eli');
    await w.press('1');
    expect(w.shown()).toEqual(['actor: Velia']);
    expect(w.now().selectedId).toBe(w.now().open?.index.all()[0]?.id);
    expect(w.selection()).toEqual({ start: 5, end: 5 });
    expect(w.now().said.text).toBe('Tagged actor “Velia”');
  });

  it('tags exactly what is selected when asked to', async () => {
    const w = await makeWorkbench(TEXT);
    await w.client.call('app.saveSettings', { snapToWords: false });
    await w.now().refreshApp();
    w.select('eli');
    await w.press('1');
    expect(w.shown()).toEqual(['actor: eli']);
  });

  it('tags the word at the caret and grows it with the same key: word, quotation, sentence, paragraph', async () => {
    const w = await makeWorkbench(TEXT);
    w.caret('settlement');
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await w.press('2');
      expect(w.shown()).toHaveLength(1);
      seen.push(w.shown()[0] ?? '');
    }
    expect(seen[0]).toBe('claim: settlement');
    expect(seen[1]).toContain('A settlement is possible,');
    expect(seen[1]).not.toContain('Minister');
    expect(seen[2]).toContain('if both sides come.');
    await w.press('2');
    expect(w.now().said.text).toBe('It covers the whole paragraph already.');
  });

  it('tags anew with another key, or when the caret has moved', async () => {
    const w = await makeWorkbench(TEXT);
    w.caret('Velia');
    await w.press('1');
    w.caret('Friday');
    await w.press('1');
    await w.press('3');
    expect(w.shown()).toEqual(['actor: Velia', 'actor: Friday', 'venue: Friday']);
  });

  it('says so when the very same words are tagged already, and selects what they are', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Port Maren');
    await w.press('3');
    const id = w.now().selectedId;
    w.now().select(null);
    w.select('Port Maren');
    await w.press('3');
    expect(w.shown()).toEqual(['venue: Port Maren']);
    expect(w.now().said.text).toBe('Already tagged as venue: “Port Maren”');
    expect(w.now().selectedId).toBe(id);
  });

  it('takes two keys pressed at once in their order', async () => {
    const w = await makeWorkbench(TEXT);
    w.caret('Velia');
    await Promise.all([w.press('1'), w.press('1')]);
    expect(w.shown()).toEqual(['actor: Velia repeated its offer on Friday.']);
  });

  it('retypes, removes, and brings back', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Port Maren');
    await w.press('1');
    await w.press('Shift+3');
    expect(w.shown()).toEqual(['venue: Port Maren']);
    await w.press('Delete');
    expect(w.shown()).toEqual([]);
    expect(w.now().selectedId).toBeNull();
    await w.press('Ctrl+Z');
    expect(w.shown()).toEqual(['venue: Port Maren']);
    expect(w.now().selectedId).toBe(w.now().open?.index.all()[0]?.id);
  });

  it('says so when there is no word, and changes nothing', async () => {
    const w = await makeWorkbench('—— … ——\n');
    await w.press('1');
    expect(w.shown()).toEqual([]);
    expect(w.now().said.text).toBe('There is no word at the caret.');
  });
});

describe('shaping', () => {
  it('adds fragments to the selected annotation and takes them out again', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('A settlement is possible');
    await w.press('2');
    w.select('if both sides come');
    await w.press('F');
    expect(w.shown()).toEqual(['claim: A settlement is possible … if both sides come']);
    w.caret('both');
    await w.press('Shift+F');
    expect(w.shown()).toEqual(['claim: A settlement is possible']);
    await w.press('Shift+F');
    expect(w.shown()).toEqual(['claim: A settlement is possible']);
  });

  it('splits fragments into annotations of their own', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('A settlement is possible');
    await w.press('2');
    w.select('if both sides come');
    await w.press('F');
    await w.press('S');
    expect(w.shown()).toEqual(['claim: A settlement is possible', 'claim: if both sides come']);
  });

  it('moves either end by word and by character', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Adra');
    await w.press('1');
    await w.press('Alt+ArrowRight');
    expect(w.shown()).toEqual(['actor: Adra Solène']);
    await w.press('Alt+Shift+ArrowLeft');
    expect(w.shown()).toEqual(['actor: Minister Adra Solène']);
    await w.press(',');
    await w.press('Shift+.');
    expect(w.shown()).toEqual(['actor: inister Adra Solèn']);
  });

  it('grows and shrinks the selection', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('settlement');
    await w.press('Alt+ArrowUp');
    const quotation = w.selection();
    expect(TEXT.slice(quotation.start, quotation.end)).toContain('A settlement is possible,');
    await w.press('Alt+ArrowUp');
    await w.press('Alt+ArrowDown');
    expect(w.selection()).toEqual(quotation);
    await w.press('Alt+ArrowDown');
    expect(TEXT.slice(w.selection().start, w.selection().end)).toBe('settlement');
  });

  it('grows and shrinks the selected annotation when the caret is bare', async () => {
    const w = await makeWorkbench(TEXT);
    w.caret('settlement');
    await w.press('2');
    await w.press('Alt+ArrowUp');
    const grown = w.shown();
    expect(grown[0]).toContain('possible');
    await w.press('Alt+ArrowDown');
    expect(w.shown()).toEqual(['claim: settlement']);
  });
});

describe('stepping and linking', () => {
  it('goes through annotations with Tab, and lets Tab leave after Escape', async () => {
    const w = await makeWorkbench(TEXT);
    for (const words of ['Velia', 'Port Maren']) {
      w.select(words);
      await w.press('1');
    }
    await w.press('Escape');
    await expect(w.press('Tab')).rejects.toThrow('no command takes Tab');
    w.context.leaving = false;
    w.caret('Velia');
    await w.press('Tab');
    const first = w.now().selectedId;
    await w.press('Tab');
    expect(w.now().selectedId).not.toBe(first);
    await w.press('Shift+Tab');
    expect(w.now().selectedId).toBe(first);
  });

  it('offers candidates for a role, and with words selected tags and links them at once', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('A settlement is possible');
    await w.press('2');
    const claim = w.now().selectedId ?? '';
    await w.press('B');
    expect(w.now().picker).toEqual({ claimId: claim, role: 'claimant' });
    w.select('Adra Solène');
    await w.press('B');
    w.select('Port Maren');
    await w.press('V');
    const links = w.now().open?.links.ofClaim(claim) ?? [];
    expect(links.map((link) => link.role).sort()).toEqual(['claimant', 'venue']);
    expect(w.now().selectedId).toBe(claim);
    await w.press('X');
    expect(w.now().picker).toEqual({ claimId: claim, role: null });
    await w.press('Ctrl+Z');
    expect(w.now().open?.links.ofClaim(claim)).toHaveLength(1);
  });

  it('takes the claim around the caret when none is selected', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('A settlement is possible');
    await w.press('2');
    const claim = w.now().selectedId;
    await w.press('Escape');
    w.caret('possible');
    await w.press('T');
    expect(w.now().picker).toEqual({ claimId: claim, role: 'addressee' });
  });

  it('says that a claim is needed', async () => {
    const w = await makeWorkbench(TEXT);
    await w.press('B');
    expect(w.now().picker).toBeNull();
    expect(w.now().said.text).toBe('Select a claim first.');
  });
});

describe('undo across articles', () => {
  it('opens the article in which the act was, and says what was undone', async () => {
    const w = await makeWorkbench(TEXT);
    w.select('Velia');
    await w.press('1');
    const other = await w.adding('other.txt', 'Another report from Lund.\n');
    await w.now().reloadAll();
    await w.now().openArticle(other);
    // The import of the other article is the last act; the tag is the one before it.
    await w.press('Ctrl+Z');
    expect(w.now().open?.article.id).toBe(w.articleId);
    await w.press('Ctrl+Z');
    expect(w.shown()).toEqual([]);
    await w.press('Ctrl+Shift+Z');
    expect(w.shown()).toEqual(['actor: Velia']);
  });

  it('marks done and not done', async () => {
    const w = await makeWorkbench(TEXT);
    await w.press('D');
    expect(w.now().open?.article.status).toBe('done');
    expect(w.now().corpus.byStatus).toEqual({ new: 0, 'in-progress': 0, done: 1 });
    await w.press('D');
    expect(w.now().open?.article.status).toBe('new');
  });
});
