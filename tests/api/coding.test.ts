import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/api/contract.ts';
import { putCodebook } from './support/codebook.ts';
import { type Coded, linked, open, tag, TEXT } from './support/coding.ts';
import { find, makeCoded, refusal } from './support/core.ts';

async function makeDesk(): Promise<Coded & { readonly claim: string; readonly actor: string }> {
  const core = await makeCoded(TEXT);
  putCodebook(core);
  const claim = await tag(core, 'claim', 'A settlement is possible');
  const actor = await tag(core, 'actor', 'Adra Solène');
  return { ...core, claim, actor };
}

async function coding(core: Coded, id: string) {
  const found = (await open(core)).annotations.find((annotation) => annotation.id === id);
  if (!found) throw new Error(`${id} is gone`);
  const { entityId, codes, values, reporting, cue, utteredOn } = found;
  return { entityId, codes, values, reporting, cue, utteredOn };
}

const CLAIM = 'claim “A settlement is possible”';

describe('coding an annotation', () => {
  test('begins with the first values of its kind', async () => {
    const core = await makeDesk();
    expect((await coding(core, core.claim)).values).toEqual({ tone: 0 });
    expect((await coding(core, core.actor)).values).toEqual({});
  });

  test.each<[Partial<Input<'annotations.update'>>, string]>([
    [{ codes: ['arms'] }, `code ${CLAIM} as “Arms control”`],
    [{ codes: ['talks', 'arms'] }, `code ${CLAIM} as “Talks” and “Arms control”`],
    [{ values: { stance: 'against' } }, `set “Stance” of ${CLAIM} to “against”`],
    [{ values: { vote: true } }, `set “Vote” of ${CLAIM} to “yes”`],
    [{ values: { tone: null } }, `clear “Tone” of ${CLAIM}`],
    [{ reporting: 'quoted' }, `mark ${CLAIM} as quoted`],
    [{ utteredOn: '2031-03-11' }, `date ${CLAIM} 2031-03-11`],
    [{ cue: [find(TEXT, 'told')] }, `make “told” the cue of ${CLAIM}`],
    [{ codes: ['arms'], reporting: 'quoted' }, `code ${CLAIM}`],
  ])('%j is one act with a label of its own, and undone by one', async (change, label) => {
    const core = await makeDesk();
    const before = await coding(core, core.claim);
    const applied = await core.client.call('annotations.update', { id: core.claim, ...change });
    expect(applied.label).toBe(label);
    const { values = {}, ...rest } = change;
    const after = await coding(core, core.claim);
    expect(after).toMatchObject(rest);
    for (const [id, value] of Object.entries(values)) expect(after.values[id] ?? null).toBe(value);
    expect((await core.client.call('annotations.update', { id: core.claim, ...change })).label).toBe('');
    await core.client.call('history.undo', {});
    expect(await coding(core, core.claim)).toEqual(before);
    await core.client.call('history.redo', {});
    expect(await coding(core, core.claim)).toEqual(after);
  });

  test('is taken back in words', async () => {
    const core = await makeDesk();
    const update = (change: Partial<Input<'annotations.update'>>) =>
      core.client.call('annotations.update', { id: core.claim, ...change }).then(({ label }) => label);
    await update({ codes: ['arms', 'talks'], reporting: 'quoted', cue: [find(TEXT, 'told')], utteredOn: '2031-03-11' });
    expect(await update({ codes: ['talks', 'arms'] })).toBe(`put the codes of ${CLAIM} in another order`);
    expect(await update({ codes: ['arms'] })).toBe(`take “Talks” from ${CLAIM}`);
    expect(await update({ codes: ['talks'] })).toBe(`change the codes of ${CLAIM}`);
    expect(await update({ reporting: '' })).toBe(`mark ${CLAIM} as no longer quoted`);
    expect(await update({ cue: [] })).toBe(`take the cue “told” from ${CLAIM}`);
    expect(await update({ utteredOn: '' })).toBe(`clear the day of ${CLAIM}`);
  });

  test('says who or what an actor is', async () => {
    const core = await makeDesk();
    const applied = await core.client.call('annotations.update', { id: core.actor, entityId: 'solene' });
    expect(applied.label).toBe('link actor “Adra Solène” to “Adra Solène”');
    expect((await coding(core, core.actor)).entityId).toBe('solene');
  });

  test.each<['claim' | 'actor', Partial<Input<'annotations.update'>>, string, string]>([
    ['claim', { codes: ['none'] }, 'not-found', 'This code isn’t in the codebook.'],
    ['claim', { codes: ['arms', 'arms'] }, 'bad-input', 'The code “Arms control” is named twice.'],
    [
      'claim',
      { codes: ['old'] },
      'bad-input',
      'The code “Old” is retired: it stays where it is, and isn’t given anew.',
    ],
    ['claim', { values: { none: 1 } }, 'not-found', 'This variable isn’t in the codebook.'],
    ['claim', { values: { stance: 'perhaps' } }, 'bad-input', '“Stance” can’t be “perhaps”.'],
    ['claim', { values: { tone: 1.5 } }, 'bad-input', '“Tone” can’t be “1.5”.'],
    [
      'claim',
      { values: { gone: 'x' } },
      'bad-input',
      'The variable “Gone” is retired: what it has stays, and isn’t changed.',
    ],
    ['claim', { values: { office: 'x' } }, 'bad-input', '“Office” is recorded of actors; this is a claim.'],
    ['claim', { utteredOn: '2031-02-30' }, 'bad-input', '“2031-02-30” isn’t a day.'],
    ['claim', { cue: [{ start: 0, end: 100_000 }] }, 'bad-span', 'it reaches outside the text'],
    [
      'claim',
      { cue: [{ start: TEXT.indexOf('👩') + 1, end: TEXT.indexOf('👩') + 4 }] },
      'bad-span',
      'inside a character',
    ],
    ['claim', { entityId: 'solene' }, 'bad-input', 'A claim doesn’t stand for “Adra Solène”.'],
    ['actor', { entityId: 'none' }, 'not-found', 'This entity isn’t in the project.'],
    ['actor', { entityId: 'port' }, 'bad-input', '“Port Maren” is a venue, and this is tagged as actor.'],
    ['actor', { codes: ['arms'] }, 'bad-input', 'Only a claim has codes; this is an actor.'],
    ['actor', { reporting: 'quoted' }, 'bad-input', 'Only a claim is quoted or reported; this is an actor.'],
    ['actor', { utteredOn: '2031-03-11' }, 'bad-input', 'Only a claim was made on a day; this is an actor.'],
    ['actor', { cue: [find(TEXT, 'told')] }, 'bad-input', 'Only a claim has a cue; this is an actor.'],
    ['actor', { values: { stance: 'for' } }, 'bad-input', '“Stance” is recorded of claims; this is an actor.'],
  ])('of a %s refuses %j', async (kind, change, code, message) => {
    const core = await makeDesk();
    const before = await open(core);
    const error = await refusal(core.client.call('annotations.update', { id: core[kind], ...change }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
    expect(await open(core)).toEqual(before);
  });

  test('leaves a retired code and value where they are', async () => {
    const core = await makeDesk();
    const project = core.context.session.need();
    const claim = (await open(core)).annotations.find(({ id }) => id === core.claim);
    if (!claim) throw new Error('no claim');
    const after = { ...claim, codes: ['old'], values: { ...claim.values, gone: 'kept' } };
    project.commit('as before', [{ record: 'annotation', id: claim.id, before: claim, after }]);
    await core.client.call('annotations.update', { id: core.claim, codes: ['old', 'arms'], values: { gone: 'kept' } });
    expect(await coding(core, core.claim)).toMatchObject({ codes: ['old', 'arms'], values: { gone: 'kept' } });
    await core.client.call('annotations.update', { id: core.claim, codes: ['arms'], values: { gone: null } });
    expect((await coding(core, core.claim)).values).toEqual({ tone: 0 });
    expect(await refusal(core.client.call('annotations.update', { id: core.claim, codes: ['old'] }))).toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('coding several at once', () => {
  test('gives and takes codes in one act, and says what it did', async () => {
    const core = await makeDesk();
    const second = await tag(core, 'claim', 'We have kept');
    await core.client.call('annotations.update', { id: second, codes: ['talks'] });
    const ids = [core.claim, second];
    const added = await core.client.call('annotations.code', { ids, change: { addCodes: ['arms'] } });
    expect(added.label).toBe('code 2 claims as “Arms control”');
    expect((await coding(core, second)).codes).toEqual(['talks', 'arms']);
    const both = { addCodes: ['arms'], removeCodes: ['talks'], values: { stance: 'for' } };
    const applied = await core.client.call('annotations.code', { ids, change: both });
    expect(applied.label).toBe('code 2 claims');
    expect(await coding(core, second)).toMatchObject({ codes: ['arms'], values: { stance: 'for', tone: 0 } });
    await core.client.call('history.undo', {});
    expect((await coding(core, second)).codes).toEqual(['talks', 'arms']);
  });

  test('refuses all when one can’t be, and leaves alone what is coded so', async () => {
    const core = await makeDesk();
    const before = await open(core);
    const mixed = { ids: [core.claim, core.actor], change: { addCodes: ['arms'] } };
    expect(await refusal(core.client.call('annotations.code', mixed))).toMatchObject({ code: 'bad-input' });
    expect(await open(core)).toEqual(before);
    const none = { ids: [core.claim, core.claim], change: { removeCodes: ['arms'] } };
    expect(await core.client.call('annotations.code', none)).toMatchObject({ label: '', changes: [] });
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    const theirs = { ids: [core.claim], change: { addCodes: ['arms'] } };
    expect(await refusal(core.client.call('annotations.code', theirs))).toMatchObject({ code: 'other-coder' });
  });
});

describe('what is coded', () => {
  test('goes with another kind, which says so, and comes back with undo', async () => {
    const core = await makeDesk();
    await core.client.call('annotations.update', {
      id: core.claim,
      codes: ['arms', 'talks'],
      values: { stance: 'for' },
    });
    await core.client.call('claims.link', { claimId: core.claim, role: 'claimant', targetId: core.actor });
    const before = await open(core);
    const applied = await core.client.call('annotations.update', { id: core.claim, kind: 'actor' });
    expect(applied.notice).toBe('1 link, 2 codes and 1 value were removed with it.');
    expect((await coding(core, core.claim)).codes).toEqual([]);
    await core.client.call('history.undo', {});
    expect(await open(core)).toEqual(before);
    const removed = await core.client.call('annotations.remove', { ids: [core.claim] });
    expect(removed.notice).toBe('1 link, 2 codes and 1 value were removed with it.');
  });

  test('tells of a lost reference', async () => {
    const core = await makeDesk();
    await core.client.call('annotations.update', { id: core.actor, entityId: 'solene' });
    const applied = await core.client.call('annotations.update', { id: core.actor, kind: 'venue' });
    expect(applied.notice).toBe('1 reference to an entity was removed with it.');
  });

  test('is joined by a merge: codes of both, given values before first ones', async () => {
    const core = await makeDesk();
    const other = await tag(core, 'claim', 'We have kept');
    await core.client.call('annotations.update', { id: core.claim, codes: ['arms'], values: { stance: 'for' } });
    await core.client.call('annotations.update', {
      id: other,
      codes: ['talks', 'arms'],
      values: { stance: 'against', tone: 2 },
      reporting: 'quoted',
      utteredOn: '2031-03-11',
    });
    const applied = await core.client.call('annotations.merge', { keepId: core.claim, otherId: other });
    expect(applied.notice).toBe('Both had “Stance”: the first one’s stays.');
    expect(await coding(core, core.claim)).toMatchObject({
      codes: ['arms', 'talks'],
      values: { stance: 'for', tone: 2 },
      reporting: 'quoted',
      utteredOn: '2031-03-11',
    });
  });

  test('stays with the first part of a split; the others begin anew', async () => {
    const core = await makeCoded(TEXT);
    putCodebook(core);
    const { claim } = await linked(core);
    await core.client.call('annotations.update', { id: claim, codes: ['arms'], values: { tone: 3 } });
    const { changes } = await core.client.call('annotations.split', { id: claim });
    const made = changes.find((change) => change.before === null);
    expect(await coding(core, claim)).toMatchObject({ codes: ['arms'], values: { tone: 3 } });
    expect(await coding(core, made?.id ?? '')).toMatchObject({ codes: [], values: { tone: 0 } });
  });

  test('is whole by the check', async () => {
    const core = await makeDesk();
    await core.client.call('annotations.update', {
      id: core.claim,
      codes: ['arms'],
      values: { stance: 'for' },
      cue: [find(TEXT, 'told')],
      utteredOn: '2031-03-11',
    });
    await core.client.call('annotations.update', { id: core.actor, entityId: 'solene' });
    await core.client.call('claims.link', { claimId: core.claim, role: 'about', targetIs: 'entity', targetId: 'port' });
    expect((await core.client.call('project.check', {})).problems).toEqual([]);
  });
});

describe('roles', () => {
  test('are filled by entities too, once each', async () => {
    const core = await makeDesk();
    const input = { claimId: core.claim, role: 'claimant', targetIs: 'entity', targetId: 'solene' } as const;
    const applied = await core.client.call('claims.link', input);
    expect(applied.label).toBe(`link claimant “Adra Solène” to ${CLAIM}`);
    expect((await open(core)).links).toMatchObject([{ targetIs: 'entity', targetId: 'solene', position: 0 }]);
    expect((await core.client.call('claims.link', input)).label).toBe('');
    const refused = { claimId: core.claim, role: 'claimant', targetIs: 'entity', targetId: 'port' } as const;
    expect((await refusal(core.client.call('claims.link', refused))).message).toBe(
      'The claimant of a claim is an actor, not a venue.',
    );
    const missing = { ...input, targetId: 'none' };
    expect(await refusal(core.client.call('claims.link', missing))).toMatchObject({ code: 'not-found' });
  });

  test('of a venue are its own, and can be changed', async () => {
    const core = await makeDesk();
    const venue = await tag(core, 'venue', 'Port Maren');
    await core.client.call('claims.link', { claimId: core.claim, role: 'venue', targetId: venue });
    await core.client.call('claims.link', {
      claimId: core.claim,
      role: 'venue-held',
      targetIs: 'entity',
      targetId: 'port',
    });
    const [link] = (await open(core)).links.filter(({ role }) => role === 'venue');
    const linkId = link?.id ?? '';
    const applied = await core.client.call('claims.relink', { linkId, role: 'venue-held' });
    expect(applied.label).toBe(`make venue “Port Maren” the past venue of ${CLAIM}`);
    expect((await open(core)).links).toMatchObject([
      { role: 'venue-held', targetIs: 'entity', position: 0 },
      { role: 'venue-held', targetId: venue, position: 1 },
    ]);
    expect(await refusal(core.client.call('claims.relink', { linkId, role: 'claimant' }))).toMatchObject({
      code: 'bad-input',
    });
    await core.client.call('claims.link', { claimId: core.claim, role: 'venue', targetId: venue });
    const error = await refusal(core.client.call('claims.relink', { linkId, role: 'venue' }));
    expect(error.message).toBe('“Port Maren” is this claim’s venue already.');
  });

  test('keep a chain in the order that is given', async () => {
    const core = await makeDesk();
    const velia = await tag(core, 'actor', 'Velia');
    const link = (targetId: string, targetIs: 'annotation' | 'entity') =>
      core.client.call('claims.link', { claimId: core.claim, role: 'relay', targetIs, targetId });
    await link(core.actor, 'annotation');
    await link(velia, 'annotation');
    await link('solene', 'entity');
    const chain = async () => (await open(core)).links.map(({ targetId, position }) => [targetId, position]);
    const last = (await open(core)).links.at(-1)?.id ?? '';
    const applied = await core.client.call('claims.relink', { linkId: last, position: 0 });
    expect(applied.label).toBe(`move relay “Adra Solène” in ${CLAIM}`);
    expect(await chain()).toEqual([
      ['solene', 0],
      [core.actor, 1],
      [velia, 2],
    ]);
    expect((await core.client.call('claims.relink', { linkId: last, position: 0 })).label).toBe('');
    await core.client.call('claims.relink', { linkId: last, position: 99 });
    expect((await chain()).at(-1)).toEqual(['solene', 2]);
    await core.client.call('history.undo', {});
    expect((await chain())[0]).toEqual(['solene', 0]);
  });
});
