import { describe, expect, test } from 'vitest';
import { addArticle, makeCoded, refusal } from './support/core.ts';
import { add, entityOf, tag, TEXT } from './support/entities.ts';

const SECOND = 'Solene stayed home. Lavrin and Sergey Lavrin met in Port Maren.\n';

describe('proposing', () => {
  test('says who a mention may be and why; nothing is linked by it', async () => {
    const core = await makeCoded(TEXT);
    const solene = await add(core, 'Adra Solène');
    const full = await tag(core, 'actor', 'Foreign Minister Adra Solène');
    const short = await tag(core, 'actor', 'Solène', 'Maren. ');
    const last = await tag(core, 'actor', 'Solène', 'wait,” ');
    const by = await core.client.call('entities.propose', { annotationId: full });
    expect(by.offer).toMatchObject({ entityId: solene, rule: 'title', reason: 'the name without “Foreign Minister”' });
    const surname = await core.client.call('entities.propose', { annotationId: short });
    expect(surname.offer).toMatchObject({ entityId: solene, rule: 'surname' });
    expect(surname.alike).toEqual({ article: 1, project: 1 });
    expect(surname.candidates.at(-1)).toMatchObject({ entityId: null, name: 'Adra Solène', category: 'person' });
    for (const id of [full, short, last]) expect(await entityOf(core, id)).toBeNull();
  });

  test('an offer is taken, taken otherwise or waved away, and each is kept and undone', async () => {
    const core = await makeCoded(TEXT);
    const solene = await add(core, 'Adra Solène');
    const mention = await tag(core, 'actor', 'Adra Solène');
    const offered = { rule: 'name', entityId: solene } as const;
    const applied = await core.client.call('entities.dismiss', { annotationId: mention, offered });
    expect(applied.changes).toMatchObject([
      { record: 'verdict', after: { about: 'proposal', rule: 'entity-name', outcome: 'dismissed' } },
    ]);
    expect((await core.client.call('entities.propose', { annotationId: mention })).offer).toBeNull();
    await core.client.call('history.undo', {});
    expect((await core.client.call('entities.propose', { annotationId: mention })).offer?.entityId).toBe(solene);

    const taken = await core.client.call('entities.link', { annotationIds: [mention], entityId: solene, offered });
    expect(taken.label).toBe('link actor “Adra Solène” to “Adra Solène”');
    expect(taken.changes.map(({ record }) => record)).toEqual(['annotation', 'verdict']);
    expect(taken.changes[1]?.after).toMatchObject({ outcome: 'accepted' });
    await core.client.call('history.undo', {});
    expect(await entityOf(core, mention)).toBeNull();
    const { applied: other } = await core.client.call('entities.add', {
      entity: { kind: 'actor', category: 'person', name: 'Someone' },
      annotationIds: [mention],
      offered,
    });
    expect(other.changes.at(-1)?.after).toMatchObject({ outcome: 'changed' });
    expect(other.label).toBe('link actor “Adra Solène” to the new entity “Someone”');
  });

  test('several as likely are never offered alone; a word that is no name offers nothing new', async () => {
    const core = await makeCoded(TEXT);
    await add(core, 'Solène', { category: 'organisation' });
    await add(core, 'Solène (person)', { aliases: ['Solène'] });
    const mention = await tag(core, 'actor', 'Solène', 'Maren. ');
    const proposal = await core.client.call('entities.propose', { annotationId: mention });
    expect(proposal).toMatchObject({ offer: null, several: true });
    expect(proposal.candidates).toHaveLength(3);
    const common = await tag(core, 'actor', 'there');
    expect((await core.client.call('entities.propose', { annotationId: common })).offer).toBeNull();
    const claim = await tag(core, 'claim', 'We wait');
    expect(await refusal(core.client.call('entities.propose', { annotationId: claim }))).toMatchObject({
      code: 'bad-input',
    });
  });

  test('the same words elsewhere: proposed, listed and linked in one act', async () => {
    const core = await makeCoded(TEXT);
    const second = await addArticle(core, 'second.txt', SECOND);
    const first = await tag(core, 'venue', 'Port Maren');
    const again = await tag(core, 'venue', 'Port Maren', 'said in ');
    const far = await tag(core, 'venue', 'Port Maren', '', second, SECOND);
    const place = await add(core, 'Maren harbour', { kind: 'venue', category: 'place' }, [far]);
    const { offer } = await core.client.call('entities.propose', { annotationId: first });
    expect(offer).toMatchObject({
      entityId: place,
      rule: 'same-words',
      reason: '“Port Maren” is Maren harbour in 1 other article',
    });
    const alike = await core.client.call('entities.alike', { annotationId: first });
    expect(alike.article.map(({ annotationId }) => annotationId)).toEqual([again]);
    expect(alike.article[0]).toMatchObject({ before: expect.stringContaining('said in '), words: 'Port Maren' });
    const applied = await core.client.call('entities.link', { annotationIds: [first, again], entityId: place });
    expect(applied.label).toBe('link 2 mentions to “Maren harbour”');
    expect(await core.client.call('entities.link', { annotationIds: [first], entityId: place })).toMatchObject({
      label: '',
    });
    await core.client.call('history.undo', {});
    expect(await entityOf(core, again)).toBeNull();
  });

  test('what is unresolved stands by spelling, the most frequent first, with its offer', async () => {
    const core = await makeCoded(TEXT);
    const solene = await add(core, 'Solène');
    await tag(core, 'actor', 'Solène', 'Maren. ');
    await tag(core, 'actor', 'Solène', 'wait,” ');
    await tag(core, 'actor', 'Sergei Lavrin');
    await tag(core, 'venue', 'Port Maren');
    const queue = await core.client.call('entities.queue', { kind: 'actor', offset: 0, limit: 10 });
    expect(queue).toMatchObject({ spellings: 2, mentions: 3 });
    expect(queue.rows[0]).toMatchObject({ words: 'Solène', count: 2, articles: 1, offer: { entityId: solene } });
    expect(queue.rows[1]).toMatchObject({ words: 'Sergei Lavrin', offer: { entityId: null, category: 'person' } });
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect(await core.client.call('entities.queue', { kind: null, offset: 0, limit: 10 })).toMatchObject({
      mentions: 0,
    });
  });

  test('a last name is offered for whom its article names, not as somebody new', async () => {
    const core = await makeCoded(TEXT);
    const solene = await add(core, 'Adra Solène');
    await tag(core, 'actor', 'Solène', 'Maren. ');
    const page = { kind: 'actor', offset: 0, limit: 10 } as const;
    const queue = await core.client.call('entities.queue', page);
    expect(queue.rows[0]).toMatchObject({ words: 'Solène', offer: { entityId: solene, rule: 'surname' }, several: 0 });
  });

  test('where articles offer different things for the same words, nothing is offered for all of them', async () => {
    const core = await makeCoded(TEXT);
    await add(core, 'Adra Solène');
    const OTHER = 'Solène is a village in the north.\n';
    const village = await addArticle(core, 'village.txt', OTHER);
    await tag(core, 'actor', 'Solène', 'Maren. ');
    await tag(core, 'actor', 'Solène', '', village, OTHER);
    const page = { kind: 'actor', offset: 0, limit: 10 } as const;
    const queue = await core.client.call('entities.queue', page);
    expect(queue.rows[0]).toMatchObject({ words: 'Solène', count: 2, articles: 2, offer: null, several: 1 });
  });
});
