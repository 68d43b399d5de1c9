import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../src/shared/model/entity.ts';
import { checkProject } from '../../src/main/db/check.ts';
import { addArticle, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const TEXT =
  'Foreign Minister Adra Solène flew to Port Maren. Solène met Sergei Lavrin there. “We wait,” Solène said in Port Maren.\n';
const SECOND = 'Solene stayed home. Lavrin and Sergey Lavrin met in Port Maren.\n';

type Core = TestCore & { readonly articleId: string };

async function tag(
  core: Core,
  kind: 'actor' | 'venue' | 'claim',
  words: string,
  after = '',
  article = core.articleId,
  text = TEXT,
) {
  const fragments = [find(text, words, after)];
  return (await core.client.call('annotations.add', { articleId: article, kind, fragments })).id;
}

async function add(core: Core, name: string, more: Partial<Entity> = {}, annotationIds: string[] = []) {
  const { kind = 'actor', category = 'person', aliases = [], parentId = null } = more;
  return (
    await core.client.call('entities.add', {
      entity: { kind, category, name, aliases: [...aliases], parentId },
      annotationIds,
    })
  ).id;
}

async function entityOf(core: Core, annotationId: string, article = core.articleId) {
  const { annotations } = await core.client.call('articles.open', { id: article });
  return annotations.find(({ id }) => id === annotationId)?.entityId;
}

const all = { offset: 0, limit: 100, sort: 'name', kind: null, category: null, query: '' } as const;

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
});

describe('the list', () => {
  test('in pages, by kind, category, words and use', async () => {
    const core = await makeCoded(TEXT);
    const mention = await tag(core, 'actor', 'Adra Solène');
    const claim = await tag(core, 'claim', 'We wait');
    await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetId: mention });
    const velia = await add(core, 'Velia', { category: 'state', aliases: ['Republic of Velia'] });
    await add(core, 'Adra Solène', { parentId: velia }, [mention]);
    await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const names = async (choice: object) =>
      (await core.client.call('entities.list', { ...all, ...choice })).rows.map(({ name }) => name);
    expect(await names({})).toEqual(['Adra Solène', 'Port Maren', 'Velia']);
    expect(await names({ query: 'REPUBLIC' })).toEqual(['Velia']);
    expect(await names({ query: '%' })).toEqual([]);
    expect(await names({ category: 'state' })).toEqual(['Velia']);
    expect(await names({ sort: 'mentions', limit: 1 })).toEqual(['Adra Solène']);
    const page = await core.client.call('entities.list', { ...all, kind: 'actor' });
    expect(page).toMatchObject({ total: 2, byKind: { actor: 2, venue: 1 } });
    expect(page.rows[0]).toMatchObject({ mentions: 1, claims: 1, parentName: 'Velia' });
    const details = await core.client.call('entities.get', { id: page.rows[0]?.id ?? '', offset: 0, limit: 10 });
    expect(details).toMatchObject({
      parent: { name: 'Velia' },
      mentions: { total: 1, articles: 1, rows: [{ words: 'Adra Solène', outlet: 'The Harbour Post' }] },
      spellings: [{ key: 'adra solene', count: 1 }],
      roles: [{ role: 'claimant', count: 1 }],
      coders: [{ name: 'Ana', count: 1 }],
    });
    expect(await core.client.call('entities.names', { ids: [velia] })).toMatchObject({
      total: 3,
      names: [{ name: 'Velia' }],
    });
  });

  test('refuses what can’t be, and changes nothing', async () => {
    const core = await makeCoded(TEXT);
    const velia = await add(core, 'Velia', { category: 'state' });
    const ministry = await add(core, 'Ministry', { category: 'organisation', parentId: velia });
    const place = await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const mention = await tag(core, 'actor', 'Solène');
    const wordy = await add(core, 'Wordy', { category: 'state' });
    for (const [id, sign] of [
      [velia, 'a'],
      [wordy, 'b'],
    ] as const) {
      await core.client.call('entities.update', { id, fields: { note: sign.repeat(5000) } });
    }
    const before = await core.client.call('entities.list', all);
    const update = (id: string, fields: object) => core.client.call('entities.update', { id, fields });
    for (const [call, code, words] of [
      [add(core, ' velia '), 'already-exists', 'Velia'],
      [add(core, '  '), 'bad-input', 'needs a name'],
      [add(core, 'X', { category: 'place' }), 'bad-input', 'category'],
      [add(core, 'x'.repeat(301)), 'bad-input', 'too long'],
      [update(velia, { parentId: velia }), 'bad-input', 'part of itself'],
      [update(velia, { parentId: ministry }), 'bad-input', 'is itself part of'],
      [update(velia, { parentId: place }), 'bad-input', 'venue'],
      [update(velia, { parentId: 'gone' }), 'not-found', 'list'],
      [update('gone', {}), 'not-found', 'list'],
      [core.client.call('entities.link', { annotationIds: [mention], entityId: place }), 'bad-input', 'Port Maren'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [velia] }), 'bad-input', 'itself'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [place] }), 'bad-input', 'can’t be one'],
      [core.client.call('entities.merge', { keepId: velia, otherIds: [wordy] }), 'bad-input', 'notes'],
    ] as const) {
      const error = await refusal(call);
      expect(error).toMatchObject({ code });
      expect(error.message).toContain(words);
      expect(error.hint).not.toBe('');
    }
    expect(await core.client.call('entities.list', all)).toEqual(before);
    expect(await update(velia, { name: 'Velia ' })).toMatchObject({ label: '' });
    expect(await update(velia, { name: 'Velian Republic', aliases: ['Velia', ' Velia', ''] })).toMatchObject({
      label: 'rename “Velia” to “Velian Republic”',
      changes: [{ after: { aliases: ['Velia'] } }],
    });
  });
});

async function twoCoders() {
  const core = await makeCoded(TEXT);
  const anas = await tag(core, 'actor', 'Sergei Lavrin');
  const claim = await tag(core, 'claim', 'We wait');
  const keep = await add(core, 'Sergey Lavrin', { aliases: ['S. Lavrin'] });
  const other = await add(core, 'Sergei Lavrin', { aliases: ['Lavrin'] }, [anas]);
  const part = await add(core, 'Office of Lavrin', { category: 'organisation', parentId: other });
  await core.client.call('claims.link', { claimId: claim, role: 'about', targetIs: 'entity', targetId: other });
  await core.client.call('claims.link', { claimId: claim, role: 'about', targetIs: 'entity', targetId: keep });
  await core.client.call('claims.link', { claimId: claim, role: 'claimant', targetIs: 'entity', targetId: other });
  await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
  const bens = await tag(core, 'actor', 'Lavrin');
  await core.client.call('entities.link', { annotationIds: [bens], entityId: other });
  return { core, anas, bens, claim, keep, other, part };
}

describe('merging, splitting, removing', () => {
  test('merging shows what it brings together, moves everybody’s, and is one undo', async () => {
    const { core, anas, bens, keep, other, part } = await twoCoders();
    const before = [
      await core.client.call('entities.list', all),
      await core.client.call('articles.open', { id: core.articleId }),
    ];
    const preview = await core.client.call('entities.mergePreview', { keepId: keep, otherIds: [other] });
    expect(preview).toMatchObject({
      mentions: 2,
      links: 1,
      doubled: 1,
      parts: 1,
      result: { name: 'Sergey Lavrin', aliases: ['S. Lavrin', 'Sergei Lavrin', 'Lavrin'] },
      others: [{ mentions: 2, examples: [{ words: 'Sergei Lavrin' }, { words: 'Lavrin' }] }],
    });
    expect(preview.coders.map(({ name, count }) => [name, count])).toEqual([
      ['Ana', 1],
      ['Ben', 1],
    ]);
    const applied = await core.client.call('entities.merge', { keepId: keep, otherIds: [other] });
    expect(applied.label).toBe('merge “Sergei Lavrin” into “Sergey Lavrin” for all coders');
    expect(applied.notice).toContain('2 mentions refer to “Sergey Lavrin” now');
    expect(applied.notice).toContain('1 of them is another coder’s');
    expect(applied.notice).toContain('1 link that both had is now one');
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([keep, keep]);
    const { links } = await core.client.call('articles.open', { id: core.articleId });
    expect(links.map(({ role, targetId, position }) => [role, targetId, position])).toEqual([
      ['about', keep, 0],
      ['claimant', keep, 0],
    ]);
    expect(
      (await core.client.call('entities.get', { id: keep, offset: 0, limit: 9 })).parts.map(({ id }) => id),
    ).toEqual([part]);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    expect(await refusal(core.client.call('entities.get', { id: other, offset: 0, limit: 1 }))).toMatchObject({
      code: 'not-found',
    });
    await core.client.call('history.undo', {});
    expect([
      await core.client.call('entities.list', all),
      await core.client.call('articles.open', { id: core.articleId }),
    ]).toEqual(before);
    await core.client.call('history.redo', {});
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
  });

  test('splitting hands spellings, mentions and names over to a new or another one', async () => {
    const { core, anas, bens, other, keep } = await twoCoders();
    const split = { id: other, spellings: ['lavrin'], annotationIds: [], aliases: [] };
    const fresh = { entity: { kind: 'actor', category: 'person', name: 'Ivo Lavrin' } } as const;
    const preview = await core.client.call('entities.splitPreview', { ...split, to: fresh });
    expect(preview).toMatchObject({
      mentions: 1,
      staying: 1,
      toName: 'Ivo Lavrin',
      aliases: ['Lavrin'],
      coders: [{ name: 'Ben' }],
    });
    const applied = await core.client.call('entities.split', { ...split, to: fresh });
    expect(applied.label).toBe('split 1 mention off “Sergei Lavrin” to the new “Ivo Lavrin”');
    const { rows } = await core.client.call('entities.list', { ...all, query: 'ivo' });
    expect(rows[0]).toMatchObject({ aliases: ['Lavrin'], mentions: 1 });
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([other, rows[0]?.id]);
    await core.client.call('history.undo', {});
    expect(await entityOf(core, bens)).toBe(other);

    await core.client.call('entities.split', {
      ...split,
      spellings: [],
      annotationIds: [anas],
      to: { entityId: keep },
    });
    expect(await entityOf(core, anas)).toBe(keep);
    for (const bad of [
      { ...split, to: { entityId: other } },
      { ...split, spellings: [], to: { entityId: keep } },
      { ...split, annotationIds: [anas], to: { entityId: keep } },
    ]) {
      expect(await refusal(core.client.call('entities.split', bad))).toMatchObject({ code: 'bad-input' });
    }
    const taken = { entity: { kind: 'actor', category: 'person', name: 'Sergey Lavrin' } } as const;
    expect(await refusal(core.client.call('entities.split', { ...split, to: taken }))).toMatchObject({
      code: 'already-exists',
    });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
  });

  test('removing leaves mentions that refer to nothing', async () => {
    const { core, anas, bens, other, part } = await twoCoders();
    const preview = await core.client.call('entities.removePreview', { ids: [other] });
    expect(preview).toMatchObject({ names: ['Sergei Lavrin'], mentions: 2, links: 2, parts: 1 });
    const applied = await core.client.call('entities.remove', { ids: [other] });
    expect(applied.notice).toContain('2 mentions refer to nothing now. 2 links were removed with it.');
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([null, null]);
    expect((await core.client.call('entities.get', { id: part, offset: 0, limit: 1 })).entity.parentId).toBeNull();
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    await core.client.call('history.undo', {});
    expect([await entityOf(core, anas), await entityOf(core, bens)]).toEqual([other, other]);
  });

  test('pairs that may be the same are named with why', async () => {
    const { core } = await twoCoders();
    await add(core, 'Velia', { category: 'state' });
    await add(core, 'Velia', { kind: 'venue', category: 'place' });
    const { total, pairs } = await core.client.call('entities.duplicates', {
      kind: null,
      apart: false,
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(1);
    expect(pairs[0]?.reason).toBe('“Sergei Lavrin” and “Sergey Lavrin” may be two spellings of one name');
  });

  test('two that are alike are told apart, for good and undoably', async () => {
    const { core, keep, other } = await twoCoders();
    const alike = (apart: boolean) =>
      core.client.call('entities.duplicates', { kind: null, apart, offset: 0, limit: 10 });
    const tell = (ids: [string, string], apart: boolean) => core.client.call('entities.tellApart', { ids, apart });
    const before = await core.client.call('entities.list', all);
    const told = await tell([other, keep], true);
    expect(told.label).toMatch(/^tell “Serge[iy] Lavrin” and “Serge[iy] Lavrin” apart$/);
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1, pairs: [] });
    const ids = (await alike(true)).pairs.map(({ first, second }) => [first.id, second.id]);
    expect(ids).toEqual([[other, keep]]);
    // Said again it changes nothing; renaming keeps it.
    await tell([keep, other], true);
    await core.client.call('entities.update', { id: keep, fields: { note: 'The minister' } });
    await core.client.call('entities.update', { id: other, fields: { note: 'The painter' } });
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1 });
    for (let i = 0; i < 3; i++) await core.client.call('history.undo', {});
    expect(await core.client.call('entities.list', all)).toEqual(before);
    expect(await alike(false)).toMatchObject({ total: 1, apart: 0 });
    // Taken back in the other order of the two.
    await tell([keep, other], true);
    await tell([other, keep], false);
    expect(await alike(false)).toMatchObject({ total: 1, apart: 0 });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });

    const place = await add(core, 'Lavrin', { kind: 'venue', category: 'place' });
    expect(await refusal(tell([keep, keep], true))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(tell([keep, place], true))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(tell([keep, 'nobody'], true))).toMatchObject({ code: 'not-found' });
  });

  test('who was told apart from a merged name is told apart from the kept one', async () => {
    const { core, keep, other } = await twoCoders();
    const third = await add(core, 'Sergej Lavrin');
    const alike = (apart: boolean) =>
      core.client.call('entities.duplicates', { kind: null, apart, offset: 0, limit: 10 });
    await core.client.call('entities.tellApart', { ids: [third, other], apart: true });
    await core.client.call('entities.tellApart', { ids: [keep, other], apart: true });
    expect(await alike(false)).toMatchObject({ total: 1, apart: 2 });
    await core.client.call('entities.merge', { keepId: keep, otherIds: [other] });
    expect(await alike(false)).toMatchObject({ total: 0, apart: 1 });
    expect((await alike(true)).pairs.map(({ first, second }) => [first.id, second.id].sort())).toEqual([
      [keep, third].sort(),
    ]);
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    await core.client.call('history.undo', {});
    expect(await alike(false)).toMatchObject({ total: 1, apart: 2 });
  });
});

const strip = (rows: readonly Entity[]) =>
  rows.map(({ name, aliases, kind, category }) => ({ name, aliases, kind, category }));

describe('the list as a file', () => {
  test('written, read into another project, and read again without a change', async () => {
    const core = await makeCoded(TEXT);
    const velia = await add(core, 'Velia', { category: 'state', aliases: ['Republic of Velia', 'a|b', '=1+1'] });
    await add(core, 'Adra “A.” Solène, Jr', { parentId: velia });
    await add(core, 'Port Maren', { kind: 'venue', category: 'place' });
    const folder = core.context.handles.forPath(core.folder);
    const written = await core.client.call('entities.writeCsv', { folder, name: 'entities' });
    expect(written).toMatchObject({ rows: 3 });
    expect(await refusal(core.client.call('entities.writeCsv', { folder, name: 'entities.csv' }))).toMatchObject({
      code: 'already-exists',
    });
    const path = join(core.folder, 'entities.csv');
    expect(readFileSync(path, 'utf8')).toContain('\uFEFFname,kind,category,aliases,country,party,parent,note\r\n');
    const file = core.context.handles.forPath(path);
    expect(await core.client.call('entities.readCsv', { file })).toMatchObject({
      added: [],
      changed: [],
      unchanged: 3,
      problems: [],
    });

    const other = await makeCoded(TEXT, { idPrefix: 'other' });
    const there = other.context.handles.forPath(path);
    expect((await other.client.call('entities.readCsv', { file: there })).added).toHaveLength(3);
    expect((await other.client.call('entities.list', all)).total).toBe(0);
    const applied = await other.client.call('entities.importCsv', { file: there });
    expect(applied.notice).toBe('3 names added, 0 changed.');
    const [mine, theirs] = [
      await core.client.call('entities.list', all),
      await other.client.call('entities.list', all),
    ];
    expect(strip(theirs.rows)).toEqual(strip(mine.rows));
    expect(theirs.rows.map(({ parentName }) => parentName)).toEqual(mine.rows.map(({ parentName }) => parentName));
    await other.client.call('history.undo', {});
    expect((await other.client.call('entities.list', all)).total).toBe(0);
  });

  test('rows that can’t be taken are named with their line, the others are taken', async () => {
    const core = await makeCoded(TEXT);
    await add(core, 'Velia', { category: 'state' });
    const path = join(core.folder, 'list.csv');
    const read = async (text: string) => {
      writeFileSync(path, text);
      return core.client.call('entities.readCsv', { file: core.context.handles.forPath(path) });
    };
    const preview = await read(
      'Category,Name,Aliases,Parent\nstate,velia,Velian state,\n,,,\nplanet,Mars,,\nperson,Ann,,Nobody\nperson,ann,,\nplace,Here,,\norganisation,A,,B\norganisation,B,,A\n',
    );
    expect(preview.added.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ann', 'actor'],
      ['Here', 'venue'],
      ['A', 'actor'],
      ['B', 'actor'],
    ]);
    expect(preview.changed).toMatchObject([{ after: { name: 'Velia', aliases: ['velia', 'Velian state'] } }]);
    expect(preview.problems.map(({ line, message }) => [line, message])).toEqual([
      [3, 'It has no name.'],
      [4, '“planet” isn’t a category.'],
      [5, 'Its parent “Nobody” isn’t known; taken without it.'],
      [6, '“ann” stands in the file twice.'],
      [9, 'It would be part of itself through “A”; taken without it.'],
    ]);
    await core.client.call('entities.importCsv', { file: core.context.handles.forPath(path) });
    expect(checkProject(core.context.session.need().db)).toMatchObject({ ok: true });
    for (const broken of ['kind,category\nactor,person\n', 'name\n"open\n']) {
      expect(await refusal(read(broken))).toMatchObject({ code: 'bad-format' });
    }
  });
});
