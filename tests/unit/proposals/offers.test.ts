import { describe, expect, it } from 'vitest';
import { currentOffer } from '../../../src/renderer/commands/offer-commands.ts';
import { likelyClaims } from '../../../src/renderer/store/likely.ts';
import { shareTaken } from '../../../src/renderer/store/proposals.ts';
import { makeProposing, settled } from './support.ts';

const TEXT = `PORT MAREN (KW) - “The port must open,” Minister Ana Quill told a news conference. “It will.”

Envoy Luis Marquez said that Oster would never sign. “We have signed enough,” he said.
`;

type Bench = Awaited<ReturnType<typeof makeProposing>>;

const words = (span: readonly { start: number; end: number }[]) =>
  span.map(({ start, end }) => TEXT.slice(start, end)).join(' … ');
const links = (w: Bench) =>
  [...(w.now().open?.claims ?? [])].map((claim) =>
    (w.now().open?.links.ofClaim(claim.id) ?? []).map(
      ({ role, targetId }) => `${role} ${words(w.now().open?.everyone.get(targetId)?.fragments ?? [])}`,
    ),
  );
const likely = (w: Bench) => likelyClaims(w.now()).map(({ claim }) => words(claim));

describe('for a claim that was tagged', () => {
  it('Y completes it: three keys for a whole record, pressed in one breath', async () => {
    const w = await makeProposing(TEXT);
    w.caret('port must');
    await Promise.all([w.press('2'), w.press('2'), w.press('Y')]);
    expect(w.shown()).toEqual([
      'claim: “The port must open,” … “It will.”',
      'actor: Minister Ana Quill',
      'venue: news conference',
    ]);
    expect(links(w)).toEqual([['claimant Minister Ana Quill', 'venue news conference']]);
    const [claim] = w.now().open?.claims ?? [];
    expect(claim).toMatchObject({ reporting: 'quoted' });
    expect(words(claim?.cue ?? [])).toBe('told');
    // Nothing is left to be offered for it.
    expect(currentOffer(w.context)).toBeNull();
    await w.press('Ctrl+Z');
    expect(w.shown()).toEqual(['claim: “The port must open,”']);
    expect(currentOffer(w.context)?.parts?.map(({ id }) => id)).toEqual([
      'speaker',
      'venue',
      'cue',
      'reporting',
      'rest',
    ]);
  });

  it('reported speech takes three keys too: its words stand between the word and the sentence', async () => {
    const w = await makeProposing(TEXT);
    w.caret('never sign');
    await Promise.all([w.press('2'), w.press('2'), w.press('Y')]);
    expect(w.shown()).toContain('claim: Oster would never sign');
    expect(links(w)).toEqual([['claimant Envoy Luis Marquez', 'venue PORT MAREN']]);
    await w.press('Ctrl+Z');
    await w.press('2');
    expect(w.shown()).toContain('claim: Envoy Luis Marquez said that Oster would never sign.');
  });

  it('parts are taken one by one; N leaves the others', async () => {
    const w = await makeProposing(TEXT);
    w.caret('Oster would');
    w.select('Oster would never sign');
    await w.press('2');
    expect(currentOffer(w.context)?.parts?.map(({ word, words: what }) => `${word} ${what}`)).toEqual([
      'by Envoy Luis Marquez',
      'at PORT MAREN',
      'cue said',
      'is paraphrased',
    ]);
    await w.press('Shift+Y');
    expect(links(w)).toEqual([['claimant Envoy Luis Marquez']]);
    await currentOffer(w.context)
      ?.parts?.find(({ id }) => id === 'cue')
      ?.accept?.(w.context);
    expect(words(w.now().open?.claims[0]?.cue ?? [])).toBe('said');
    expect(currentOffer(w.context)?.parts?.map(({ id }) => id)).toEqual(['venue', 'reporting']);
    await w.press('N');
    expect(currentOffer(w.context)).toBeNull();
    await w.press('Ctrl+Z');
    expect(currentOffer(w.context)?.parts).toHaveLength(2);
  });

  it('what the analyst has linked is not offered again', async () => {
    const w = await makeProposing(TEXT);
    w.select('Oster would never sign');
    await w.press('2');
    w.select('Luis Marquez');
    await w.press('B');
    expect(currentOffer(w.context)?.parts?.map(({ id }) => id)).not.toContain('speaker');
  });
});

describe('likely quotations', () => {
  it('are taken and waved away one by one, and all of it is undone step by step', async () => {
    const w = await makeProposing(TEXT);
    expect(likely(w)).toEqual([
      '“The port must open,” … “It will.”',
      'Oster would never sign',
      '“We have signed enough,”',
    ]);
    expect(w.shown()).toEqual([]);
    await w.press('N');
    expect(w.shown()).toEqual([]);
    expect(currentOffer(w.context)?.quote).toBe('Oster would never sign');
    await w.press('Y');
    expect(w.shown().filter((line) => line.startsWith('claim'))).toEqual(['claim: Oster would never sign']);
    // Going on, though the article has a claim now; the same speaker isn't tagged twice.
    await w.press('Y');
    expect(likely(w)).toEqual([]);
    expect(w.shown().filter((line) => line.startsWith('actor'))).toEqual(['actor: Envoy Luis Marquez']);
    expect(shareTaken(w.now().proposals.stats)).toEqual({ taken: 2, all: 3 });
    for (let i = 0; i < 3; i++) await w.press('Ctrl+Z');
    expect(w.shown()).toEqual([]);
    expect(likely(w)).toHaveLength(3);
    expect(shareTaken(w.now().proposals.stats)).toEqual({ taken: 0, all: 0 });
  });

  it('what stands in the gap of a broken quotation that was tagged is left', async () => {
    const text =
      '“We stay here,” Ana Quill said. Taro Hale said that the port was open. “And for good,” Ana Quill said.\n';
    const w = await makeProposing(text);
    const left = () => likelyClaims(w.now()).map(({ claim }) => text.slice(claim[0]?.start, claim[0]?.end));
    expect(left()).toEqual(['“We stay here,”', 'the port was open', '“And for good,”']);
    w.select('We stay here');
    await w.press('2');
    w.select('And for good');
    await w.press('F');
    expect(w.shown()).toEqual(['claim: We stay here … And for good']);
    expect(left()).toEqual(['the port was open']);
  });

  it('two keys pressed at once take two, not one twice', async () => {
    const w = await makeProposing(TEXT);
    await Promise.all([w.press('Y'), w.press('Y')]);
    expect(w.now().open?.claims).toHaveLength(2);
    expect(likely(w)).toHaveLength(1);
  });

  it('are changed first: the selection is the claim, and the verdict says so', async () => {
    const w = await makeProposing(TEXT);
    await w.press('N');
    await w.press('W');
    expect(words([w.selection()])).toBe('Oster would never sign');
    w.select('Oster would never');
    await w.press('Y');
    expect(w.shown()).toContain('claim: Oster would never');
    expect([...w.now().proposals.decided.values()].map(({ outcome }) => outcome).sort()).toEqual([
      'changed',
      'dismissed',
    ]);
  });

  it('N while changing only puts the words back', async () => {
    const w = await makeProposing(TEXT);
    await w.press('W');
    await w.press('N');
    expect(likely(w)).toHaveLength(3);
    expect(w.now().proposals.decided.size).toBe(0);
  });

  it('wait in an article that is being coded by hand until they are asked for', async () => {
    const w = await makeProposing(TEXT);
    w.select('Oster would never sign');
    await w.press('2');
    await w.press('Escape');
    w.now().select(null);
    expect(currentOffer(w.context)).toBeNull();
    await w.press('Alt+Y');
    expect(currentOffer(w.context)?.quote).toBe('“The port must open,” … “It will.”');
    await w.press('Alt+Y');
    expect(currentOffer(w.context)).toBeNull();
  });

  it('what is tagged by hand is no longer likely; another article has its own', async () => {
    const w = await makeProposing(TEXT);
    w.select('“We have signed enough,”');
    await w.press('2');
    expect(likely(w)).toHaveLength(2);
    const other = await w.adding('other.txt', '“No,” Taro Hale said.\n');
    await w.now().openArticle(other);
    await settled(w);
    expect(likelyClaims(w.now())).toHaveLength(1);
  });
});

describe('switched off', () => {
  it('nothing is proposed and no key waits; on again, it is', async () => {
    const w = await makeProposing(TEXT);
    await w.client.call('app.saveSettings', { proposals: false });
    await w.now().refreshApp();
    expect(w.now().proposals.found).toBeNull();
    expect(currentOffer(w.context)).toBeNull();
    await w.press('Y');
    expect(w.shown()).toEqual([]);
    expect(w.now().said.text).toBe('Nothing is offered here.');
    await w.client.call('app.saveSettings', { proposals: true });
    await w.now().refreshApp();
    await settled(w);
    expect(currentOffer(w.context)).not.toBeNull();
  });

  it('another coder sees neither the verdicts nor the share of this one', async () => {
    const w = await makeProposing(TEXT);
    await w.press('N');
    await w.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    await w.now().refreshApp();
    w.now().showLayer(w.now().app?.coder.id ?? '');
    await settled(w);
    expect(w.now().proposals.decided.size).toBe(0);
    expect(likely(w)).toHaveLength(3);
  });
});
