import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/shared/api/contract.ts';
import type { Entity } from '../../src/shared/model/entity.ts';
import { addArticle, find, makeCoded, refusal, type TestCore } from './support/core.ts';

const HOME = `Velia repeats its offer

VELIA’s minister spoke in Port Maren 👩‍👩‍👧. Vélia, he said, and Velian ships; the Republic of Velia too.
`;
const SECOND = 'Ships of velia sailed. “Velia”, Velia-based firms said; the island republic said nothing.\n';
const THIRD = 'Nothing of it here.\n';

type Options = Partial<Input<'mentions.preview'>>;

async function corpus() {
  const core = await makeCoded(HOME);
  const second = await addArticle(core, 'second.txt', SECOND);
  await addArticle(core, 'third.txt', THIRD);
  const model = await tag(core, core.articleId, find(HOME, 'Velia'));
  return { ...core, home: core.articleId, second, model };
}

async function tag(core: TestCore, articleId: string, place: { start: number; end: number }, kind = 'actor' as const) {
  return (await core.client.call('annotations.add', { articleId, kind, fragments: [place] })).id;
}

type Corpus = Awaited<ReturnType<typeof corpus>>;

async function preview(core: Corpus, options: Options = {}) {
  const given = {
    matchCase: false,
    matchAccents: false,
    aliases: true,
    scope: 'project',
    after: null,
    limit: 100,
  } as const;
  return core.client.call('mentions.preview', { annotationId: core.model, ...given, ...options });
}

/** All pages as one: a call ends after a while, and says where to go on. */
async function whole(core: Corpus, options: Options = {}) {
  const first = await preview(core, options);
  let { places, already, others, looked, next } = first;
  while (next !== null) {
    const more = await preview(core, { ...options, after: next });
    places = [...places, ...more.places];
    already += more.already;
    others += more.others;
    looked += more.looked;
    ({ next } = more);
  }
  return { ...first, places, already, others, looked, next };
}

/** All places as `article:words`. */
async function places(core: Corpus, options: Options = {}): Promise<string[]> {
  const { places: all } = await whole(core, options);
  return all.map(({ articleId, words }) => `${articleId === core.home ? 'home' : 'second'}:${words}`);
}

async function makeEntity(core: Corpus, fields: Partial<Entity>): Promise<string> {
  const project = core.context.session.need();
  const entity: Entity = {
    id: 'velia',
    kind: 'actor',
    category: 'state',
    name: 'Velia',
    aliases: [],
    country: '',
    party: '',
    parentId: null,
    note: '',
    createdAt: '',
    updatedAt: '',
    ...fields,
  };
  project.commit('add entity', [{ record: 'entity', id: entity.id, before: null, after: entity }]);
  return entity.id;
}

async function link(core: Corpus, id: string, entityId: string): Promise<void> {
  const { annotations } = await core.client.call('articles.open', { id: core.home });
  const before = annotations.find((one) => one.id === id);
  if (!before) throw new Error('no such annotation');
  const after = { ...before, entityId };
  core.context.session.need().commit('link', [{ record: 'annotation', id, before, after }]);
}

describe('the preview', () => {
  test('finds whole words, its own article first, without the model itself', async () => {
    const core = await corpus();
    expect(await places(core)).toEqual([
      'home:VELIA',
      'home:Vélia',
      'home:Velia',
      'second:velia',
      'second:Velia',
      'second:Velia',
    ]);
    const page = await whole(core);
    expect(page).toMatchObject({ kind: 'actor', entity: null, names: ['Velia'], inReach: 2, looked: 2, already: 0 });
    expect(page.places[3]).toEqual({
      articleId: core.second,
      ...find(SECOND, 'velia'),
      does: 'tag',
      inside: '',
      before: 'Ships of ',
      words: 'velia',
      after: expect.stringMatching(/^ sailed\. “Velia”/),
    });
  });

  test.each<[string, Options, string[]]>([
    ['case', { matchCase: true }, ['home:Vélia', 'home:Velia', 'second:Velia', 'second:Velia']],
    ['accents', { matchAccents: true }, ['home:VELIA', 'home:Velia', 'second:velia', 'second:Velia', 'second:Velia']],
    ['both', { matchCase: true, matchAccents: true }, ['home:Velia', 'second:Velia', 'second:Velia']],
    ['its article alone', { scope: 'article' }, ['home:VELIA', 'home:Vélia', 'home:Velia']],
    ['a filter', { scope: 'filter', filter: { statuses: ['new'] } }, ['second:velia', 'second:Velia', 'second:Velia']],
  ])('can be narrowed by %s', async (_what, options, wanted) => {
    expect(await places(await corpus(), options)).toEqual(wanted);
  });

  test('comes a page at a time', async () => {
    const core = await corpus();
    const first = await preview(core, { limit: 1 });
    expect(first.places.map(({ articleId }) => articleId)).toEqual([core.home, core.home, core.home]);
    expect(first.next).not.toBeNull();
    const others = await whole(core, { after: first.next });
    expect(others.places.map(({ articleId }) => articleId)).toEqual([core.second, core.second, core.second]);
  });

  test('leaves out what is tagged so already, and shows what lies inside a longer one', async () => {
    const core = await corpus();
    await tag(core, core.second, find(SECOND, 'velia'));
    await tag(core, core.home, find(HOME, 'Republic of Velia'));
    const page = await whole(core);
    expect(page.already).toBe(1);
    expect(page.places.map(({ words, inside }) => [words, inside])).toEqual([
      ['VELIA', ''],
      ['Vélia', ''],
      ['Velia', 'Republic of Velia'],
      ['Velia', ''],
      ['Velia', ''],
    ]);
  });

  test('looks for the names of its entity too, and gives the entity to what is tagged without one', async () => {
    const core = await corpus();
    const bare = await tag(core, core.second, find(SECOND, 'velia'));
    await link(core, core.model, await makeEntity(core, { aliases: ['the island republic', 'Republic of Velia'] }));
    const page = await whole(core);
    expect(page.entity).toEqual({ id: 'velia', name: 'Velia' });
    expect(page.names).toEqual(['Velia', 'the island republic', 'Republic of Velia']);
    expect(page.places.map(({ words, does }) => `${does} ${words}`)).toEqual([
      'tag VELIA',
      'tag Vélia',
      'tag Republic of Velia',
      'link velia',
      'tag Velia',
      'tag Velia',
      'tag the island republic',
    ]);
    expect(await places(core, { aliases: false, scope: 'article' })).toEqual([
      'home:VELIA',
      'home:Vélia',
      'home:Velia',
    ]);
    const applied = await core.client.call('mentions.tag', {
      annotationId: core.model,
      places: given(page.places),
      job: 'j',
    });
    expect(applied.label).toBe('tag 6 mentions of actor “Velia”');
    expect(applied.notice).toBe('6 mentions tagged and 1 mention linked to Velia in 2 articles.');
    const { annotations } = await core.client.call('articles.open', { id: core.second });
    expect(annotations.map(({ entityId }) => entityId)).toEqual(['velia', 'velia', 'velia', 'velia']);
    expect(annotations.map(({ id }) => id)).toContain(bare);
  });

  test('passes over those that are linked to another entity', async () => {
    const core = await corpus();
    const other = await tag(core, core.home, find(HOME, 'VELIA'));
    await link(core, other, await makeEntity(core, { id: 'ship', name: 'The ship Velia' }));
    await link(core, core.model, await makeEntity(core, {}));
    const page = await whole(core);
    expect(page.others).toBe(1);
    expect(page.places.map(({ words }) => words)).not.toContain('VELIA');
  });

  test('needs words in one piece, and one’s own annotation', async () => {
    const core = await corpus();
    const broken = await core.client.call('annotations.add', {
      articleId: core.home,
      kind: 'actor',
      fragments: [find(HOME, 'Velia'), find(HOME, 'offer')],
    });
    expect((await refusal(preview({ ...core, model: broken.id }))).code).toBe('bad-input');
    const signs = await tag(core, core.home, find(HOME, '’'));
    expect((await refusal(preview({ ...core, model: signs }))).message).toBe('There is no word in this annotation.');
    expect((await refusal(preview({ ...core, model: 'none' }))).code).toBe('not-found');
    await core.client.call('coder.set', { name: 'Ben', mode: 'switch' });
    expect((await refusal(preview(core))).code).toBe('other-coder');
  });
});

const given = (found: Awaited<ReturnType<typeof preview>>['places']) =>
  found.map(({ articleId, start, end }) => ({ articleId, start, end }));

describe('tagging them', () => {
  test('is one act, says what it did, starts new articles, and is one undo', async () => {
    const core = await corpus();
    const page = await whole(core);
    const chosen = given(page.places).slice(1);
    const applied = await core.client.call('mentions.tag', {
      annotationId: core.model,
      places: chosen,
      already: 3,
      job: 'all',
    });
    expect(applied).toMatchObject({
      label: 'tag 5 mentions of actor “Velia”',
      notice: '5 mentions tagged in 2 articles; 3 were there already.',
      articleId: null,
      history: { undo: 'tag 5 mentions of actor “Velia”' },
    });
    const after = await core.client.call('articles.open', { id: core.second });
    expect(after.article.status).toBe('in-progress');
    expect(after.annotations.map(({ kind, fragments }) => [kind, fragments])).toEqual(
      chosen.filter(({ articleId }) => articleId === core.second).map(({ start, end }) => ['actor', [{ start, end }]]),
    );
    expect(await places(core)).toEqual(['home:VELIA']);
    await core.client.call('history.undo', {});
    expect((await core.client.call('articles.open', { id: core.second })).annotations).toEqual([]);
    expect((await core.client.call('articles.open', { id: core.second })).article.status).toBe('new');
    expect((await core.client.call('project.check', {})).ok).toBe(true);
  });

  test('passes over what was tagged meanwhile', async () => {
    const core = await corpus();
    const chosen = given((await whole(core)).places);
    await tag(core, core.second, find(SECOND, 'velia'));
    const applied = await core.client.call('mentions.tag', { annotationId: core.model, places: chosen, job: 'all' });
    expect(applied.notice).toBe('5 mentions tagged in 2 articles; 1 was there already.');
  });

  test('begins with what every new mention begins with', async () => {
    const core = await corpus();
    const given1 = given((await whole(core)).places);
    const { id } = await core.client.call('variables.add', {
      kind: 'actor',
      name: 'Side',
      definition: '',
      type: 'category',
      options: [{ name: 'open', was: [] }],
      initial: 'open',
      required: false,
    });
    await core.client.call('mentions.tag', { annotationId: core.model, places: given1, job: 'all' });
    const { annotations } = await core.client.call('articles.open', { id: core.second });
    expect(annotations.length).toBeGreaterThan(0);
    for (const { values } of annotations) expect(values).toEqual({ [id]: 'open' });
  });

  test('refuses places with other words, and changes nothing', async () => {
    const core = await corpus();
    const chosen = given((await whole(core)).places);
    for (const place of [find(SECOND, 'Ships'), { start: 1, end: 9000 }, { start: 9, end: 3 }]) {
      const input = { annotationId: core.model, places: [...chosen, { articleId: core.second, ...place }], job: 'all' };
      expect((await refusal(core.client.call('mentions.tag', input))).code).toBe('conflict');
    }
    expect((await whole(core)).places).toHaveLength(chosen.length);
    const gone = { annotationId: core.model, places: [{ articleId: 'gone', start: 0, end: 5 }], job: 'all' };
    expect((await refusal(core.client.call('mentions.tag', gone))).code).toBe('not-found');
  });
});
