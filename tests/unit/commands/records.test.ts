import { describe, expect, it } from 'vitest';
import { codeChoices } from '../../../src/renderer/commands/code-choices.ts';
import { giveNewCode, toggleCode } from '../../../src/renderer/commands/coding-commands.ts';
import { link, linkEntity, relink } from '../../../src/renderer/commands/link-commands.ts';
import { recentCodes } from '../../../src/renderer/store/recent-codes.ts';
import { CodeTree } from '../../../src/shared/codebook/tree.ts';
import type { Annotation } from '../../../src/shared/model/annotation.ts';
import { makeCode } from '../../api/support/codebook.ts';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';

const TEXT =
  'Velia repeated its offer.\n\n“A settlement is possible,” Minister Adra Solène told a news conference in Port Maren. Hale said no.\n';

const code = (id: string, name: string, parentId: string | null = null, retired = false) =>
  makeCode(id, { name, parentId, retired });

/** What is offered, as it is shown: digit, depth, name. */
const names = (...input: Parameters<typeof codeChoices>) =>
  codeChoices(...input).map(({ code: { name }, depth, digit }) => `${digit ?? ''}${'-'.repeat(depth)}${name}`);

/** A window with a codebook of three codes, and a claim that is selected. */
async function makeDesk() {
  const w = await makeWorkbench(TEXT);
  const add = async (name: string, parentId: string | null) => {
    const made = await w.client.call('codes.add', { name, parentId, definition: '' });
    await w.now().applied(made.applied);
    return made.id;
  };
  const diplomacy = await add('Diplomacy', null);
  const talks = await add('Talks', diplomacy);
  const arms = await add('Arms control', null);
  w.select('A settlement is possible');
  await w.press('2');
  const claimId = w.now().selectedId ?? '';
  return { ...w, claimId, diplomacy, talks, arms, claim: () => claimOf(w, claimId) };
}

function claimOf(w: TestWorkbench, id: string): Annotation {
  const claim = w.now().open?.index.get(id);
  if (!claim) throw new Error('the claim is gone');
  return claim;
}

describe('coding a claim by key', () => {
  it('offers the codes of the claim that is meant', async () => {
    const w = await makeDesk();
    await w.press('C');
    expect(w.now().picker).toEqual({ claimId: w.claimId, role: 'codes' });
    w.now().showPicker(null);
    w.now().select(null);
    w.caret('Velia');
    await w.press('C');
    expect(w.now().picker).toBeNull();
    expect(w.now().said.text).toBe('Select a claim first.');
  });

  it('gives and takes codes, remembers them, and undoes each by one step', async () => {
    const w = await makeDesk();
    await toggleCode(w.context, w.claimId, w.talks);
    expect(w.now().said.text).toBe('Coded as Diplomacy › Talks');
    await toggleCode(w.context, w.claimId, w.arms);
    expect(w.claim().codes).toEqual([w.talks, w.arms]);
    expect(recentCodes(w.now())).toEqual([w.arms, w.talks]);
    await toggleCode(w.context, w.claimId, w.talks);
    expect(w.now().said.text).toBe('No longer coded as Diplomacy › Talks');
    await w.press('Ctrl+Z');
    await w.press('Ctrl+Z');
    expect(w.claim().codes).toEqual([w.talks]);
    await w.press('Ctrl+Shift+Z');
    expect(w.claim().codes).toEqual([w.talks, w.arms]);
  });

  it('makes a code that is not there yet, and gives it; a name that can’t be gives none', async () => {
    const w = await makeDesk();
    await giveNewCode(w.context, w.claimId, 'Observers');
    const made = w.now().codebook.codes.find(({ name }) => name === 'Observers');
    expect(w.claim().codes).toEqual([made?.id]);
    expect(w.now().said.text).toBe('Coded as Observers');
    await giveNewCode(w.context, w.claimId, 'observers');
    expect(w.claim().codes).toHaveLength(1);
    expect(w.now().notices.at(-1)?.tone).toBe('bad');
  });

  it('goes through quoted, paraphrased, reported and none', async () => {
    const w = await makeDesk();
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await w.press('Q');
      seen.push(w.claim().reporting);
    }
    expect(seen).toEqual(['quoted', 'paraphrased', 'reported', '']);
    expect(w.now().said.text).toBe('Neither quoted, paraphrased nor reported');
  });

  it('makes the selection the cue, and takes it out', async () => {
    const w = await makeDesk();
    w.select('told');
    await w.press('U');
    expect(w.claim().cue).toEqual([{ start: TEXT.indexOf('told'), end: TEXT.indexOf('told') + 4 }]);
    expect(w.now().said.text).toBe('The cue is “told”');
    expect(w.shown()).toEqual(['claim: A settlement is possible']);
    w.caret('said no');
    await w.press('U');
    expect(w.claim().cue).toEqual([{ start: TEXT.indexOf('said no'), end: TEXT.indexOf('said no') + 4 }]);
    w.caret('settlement');
    w.now().select(w.claimId);
    await w.press('U');
    expect(w.now().said.text).toMatch(/^Select the words that announce/);
    await w.press('Shift+U');
    expect(w.claim().cue).toEqual([]);
  });

  it('says when there are no values to fill', async () => {
    const w = await makeDesk();
    await w.press('I');
    expect(w.now().said.text).toBe('The codebook has no variables of claims.');
  });
});

describe('roles by key', () => {
  it.each([
    ['O', 'about', 'Port Maren'],
    ['R', 'relay', 'Hale'],
    ['Shift+V', 'venue-proposed', 'Port Maren'],
    ['H', 'venue-held', 'Port Maren'],
  ] as const)('%s tags what is selected and fills %s', async (key, role, words) => {
    const w = await makeDesk();
    w.select(words);
    await w.press(key);
    const links = w.now().open?.links.ofClaim(w.claimId) ?? [];
    expect(links).toMatchObject([{ role, position: 0 }]);
    w.caret('Velia');
    await w.press(key);
    expect(w.now().picker).toEqual({ claimId: w.claimId, role });
  });

  it('puts a link elsewhere in its chain, and an entity into a role', async () => {
    const w = await makeDesk();
    for (const words of ['Hale', 'Velia']) {
      w.select(words);
      await w.press('R');
    }
    const chain = () =>
      (w.now().open?.links.ofClaim(w.claimId) ?? []).map((one) => w.now().open?.index.get(one.targetId));
    const first = chain()[0];
    const last = w.now().open?.links.ofClaim(w.claimId).at(-1);
    await relink(w.context, last?.id ?? '', { position: 0 });
    expect(chain()[1]).toEqual(first);
    await link(w.context, w.claimId, 'claimant', first?.id ?? '');
    expect(w.now().said.text).toBe('by “Hale”');
    const before = w.now().open?.links.ofClaim(w.claimId).length;
    await linkEntity(w.context, w.claimId, 'claimant', { id: 'none', name: 'Nobody' });
    expect(w.now().open?.links.ofClaim(w.claimId)).toHaveLength(before ?? 0);
    expect(w.now().notices.at(-1)?.detail).toBe('This entity isn’t in the project.');
  });
});

describe('incomplete records', () => {
  it('are gone through in both directions, round the ends, and named', async () => {
    const w = await makeDesk();
    await toggleCode(w.context, w.claimId, w.talks);
    w.select('no', 'Hale said ');
    await w.press('2');
    const second = w.now().selectedId ?? '';
    await w.press(';');
    expect(w.now().selectedId).toBe(w.claimId);
    expect(w.now().said.text).toBe('1 missing: claimant. “A settlement is possible”');
    await w.press(';');
    expect(w.now().selectedId).toBe(second);
    expect(w.now().said.text).toBe('2 missing: claimant, code. “no”');
    await w.press('Shift+;');
    expect(w.now().selectedId).toBe(w.claimId);
    w.select('Minister Adra Solène');
    await w.press('B');
    w.now().select(null);
    w.caret('Velia');
    await w.press(';');
    expect(w.now().selectedId).toBe(second);
  });

  it('say so when there are none', async () => {
    const w = await makeWorkbench(TEXT);
    await w.press(';');
    expect(w.now().said.text).toBe('This article has no claims yet.');
    w.select('A settlement is possible');
    await w.press('2');
    w.select('Minister Adra Solène');
    await w.press('B');
    await w.press(';');
    expect(w.now().said.text).toBe('Every record of this article is complete.');
  });
});

describe('the codes that are offered', () => {
  const tree = new CodeTree([
    code('d', 'Diplomacy'),
    code('t', 'Talks', 'd'),
    code('m', 'Mediation', 't'),
    code('a', 'Arms control'),
    code('o', 'Old talks', null, true),
  ]);
  it('are those given last by digit, then the whole tree', () => {
    expect(names(tree, '', ['m', 'gone', 'a'], [])).toEqual([
      '1Mediation',
      '2Arms control',
      'Arms control',
      'Diplomacy',
      '-Talks',
      '--Mediation',
    ]);
  });

  it('are found by words of their path, by their own name first, ignoring case and accents', () => {
    expect(names(tree, 'TÁLKS', [], [])).toEqual(['Talks', 'Mediation']);
    expect(names(tree, 'dipl med', [], [])).toEqual(['Mediation']);
    expect(names(tree, 'nothing', [], [])).toEqual([]);
  });

  it('leave out retired ones that the claim hasn’t', () => {
    expect(names(tree, 'old', [], [])).toEqual([]);
    expect(names(tree, 'old', [], ['o'])).toEqual(['Old talks']);
  });
});
