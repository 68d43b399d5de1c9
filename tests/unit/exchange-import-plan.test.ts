import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planImport, type Maker, type ProjectView } from '../../src/main/exchange/import-plan.ts';
import { EMPTY_RECORDS } from '../../src/shared/formats/book.ts';
import type { ReadAnnotation, ReadResult, ReadUnit } from '../../src/shared/formats/format.ts';
import { type Annotation, UNCODED } from '../../src/shared/model/annotation.ts';
import type { Article } from '../../src/shared/model/article.ts';
import type { Code } from '../../src/shared/model/code.ts';
import type { Coder } from '../../src/shared/model/coder.ts';
import type { Entity } from '../../src/shared/model/entity.ts';
import type { Link } from '../../src/shared/model/link.ts';
import type { Variable } from '../../src/shared/model/variable.ts';

const NOW = '2031-03-14T09:00:00.000Z';
const TEXT = 'Velia will “not wait”, its envoy said in Port Maren.';
const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function makerWith(self = { id: 'me', name: 'Ines' }): Maker {
  let next = 0;
  return {
    newId: () => `n${++next}`,
    now: () => NOW,
    hash,
    article: (unit, id, textHash) => article(unit.article.text, { id, textHash, title: unit.article.title }),
    self,
  };
}

function article(text: string, fields: Partial<Article> = {}): Article {
  return {
    id: 'a1',
    textHash: hash(text),
    title: 'Port Maren',
    outlet: '',
    date: '',
    author: '',
    url: '',
    language: '',
    status: 'new',
    fileName: 'port.txt',
    length: text.length,
    words: 9,
    addedAt: NOW,
    ...fields,
  };
}

function read(key: string, kind: Annotation['kind'], start: number, end: number, more: Partial<ReadAnnotation> = {}) {
  const fragments = [{ start, end }];
  return { key, kind, coder: 'Ines', fragments, memo: '', attributes: {}, ...UNCODED, createdAt: null, ...more };
}

function unit(annotations: readonly ReadAnnotation[], links: ReadUnit['links'] = [], text = TEXT): ReadUnit {
  const empty = { outlet: '', date: '', author: '', url: '', language: '' };
  return { article: { ...empty, title: 'Port Maren', fileName: 'port.txt', text }, annotations, links };
}

const result = (...units: ReadUnit[]): ReadResult => ({ units, book: EMPTY_RECORDS, losses: [], types: [], roles: [] });

const claim = read('T1', 'claim', 11, 21);
const actor = read('T2', 'actor', 0, 5);

function view(parts: {
  coders?: Coder[];
  articles?: Article[];
  annotations?: Annotation[];
  links?: Link[];
  codes?: Code[];
  variables?: Variable[];
  entities?: Entity[];
}): ProjectView {
  return {
    coders: () => parts.coders ?? [],
    articleByHash: (wanted) => parts.articles?.find((one) => one.textHash === wanted) ?? null,
    annotations: (id) => (parts.annotations ?? []).filter((one) => one.articleId === id),
    codes: () => parts.codes ?? [],
    variables: () => parts.variables ?? [],
    entities: () => parts.entities ?? [],
    links: (id) => (parts.links ?? []).filter((one) => one.articleId === id),
    has: (record, id) => (parts[`${record}s`] ?? []).some((one) => one.id === id),
  };
}

const plan = (what: ReadResult, on: ProjectView = view({}), maker = makerWith()) =>
  planImport(what, on, maker, async () => {});

async function stopAtSecond(done: number): Promise<void> {
  if (done === 1) throw new Error('stop');
}

describe('laying an import over a project', () => {
  it('creates the coder, the article, its annotations and links, in that order', async () => {
    const made = await plan(result(unit([claim, actor], [{ claim: 'T1', role: 'claimant', target: 'T2' }])));
    expect(made.changes.map((change) => change.record)).toEqual([
      'coder',
      'article',
      'annotation',
      'annotation',
      'link',
    ]);
    expect(made.changes.every((change) => change.before === null)).toBe(true);
    const [coder, , first, second, link] = made.changes.map((change) => change.after);
    expect(coder).toEqual({ id: 'me', name: 'Ines', createdAt: NOW });
    expect(first).toMatchObject({ coderId: 'me', kind: 'claim', fragments: [{ start: 11, end: 21 }], createdAt: NOW });
    expect(link).toMatchObject({ claimId: first && 'id' in first && first.id, role: 'claimant', position: 0 });
    expect(link).toMatchObject({ targetId: second && 'id' in second && second.id });
    expect(made.texts).toEqual(new Map([[hash(TEXT), TEXT]]));
    expect(made).toMatchObject({ articles: 1, annotations: 2, links: 1, coders: ['Ines'], repeated: 0, existing: [] });
  });

  it('adds to the article that has the text already, and doubles nothing', async () => {
    const stored: Annotation = {
      id: 'old',
      articleId: 'a1',
      kind: 'claim',
      coderId: 'c1',
      fragments: [{ start: 11, end: 21 }],
      memo: 'mine',
      attributes: {},
      ...UNCODED,
      createdAt: NOW,
      updatedAt: NOW,
    };
    const on = view({
      coders: [{ id: 'c1', name: 'Ines', createdAt: NOW }],
      articles: [article(TEXT, { title: 'As it is here' })],
      annotations: [stored],
    });
    const again = { ...claim, memo: 'theirs' };
    const made = await plan(result(unit([again, actor], [{ claim: 'T1', role: 'claimant', target: 'T2' }])), on);
    expect(made.changes.map((change) => change.record)).toEqual(['article', 'annotation', 'link']);
    expect(made.changes[0]).toMatchObject({
      before: { status: 'new' },
      after: { status: 'in-progress', title: 'As it is here' },
    });
    expect(made.changes[1]?.after).toMatchObject({ coderId: 'c1', articleId: 'a1', kind: 'actor' });
    expect(made.changes[2]?.after).toMatchObject({ claimId: 'old' });
    expect(made).toMatchObject({ articles: 0, annotations: 1, repeated: 1, existing: ['As it is here'] });
    expect(made.losses).toEqual([expect.objectContaining({ count: 1, what: expect.stringContaining('Memos') })]);
    expect(made.texts.size).toBe(0);
  });

  it('changes nothing when all is there already', async () => {
    const first = await plan(result(unit([claim, actor], [{ claim: 'T1', role: 'claimant', target: 'T2' }])));
    const after = first.changes.map((change) => change.after);
    const on = view({
      coders: [after[0] as Coder],
      articles: [after[1] as Article],
      annotations: [after[2] as Annotation, after[3] as Annotation],
      links: [after[4] as Link],
    });
    const second = await plan(result(unit([claim, actor], [{ claim: 'T1', role: 'claimant', target: 'T2' }])), on);
    expect(second.changes).toEqual([]);
    expect(second.repeated).toBe(2);
  });

  it('keeps two coders’ layers apart, and joins two files with the same text', async () => {
    const made = await plan(result(unit([claim]), unit([{ ...claim, coder: 'Bo' }])));
    expect(made.articles).toBe(1);
    expect(made.annotations).toBe(2);
    expect(made.coders).toEqual(['Bo', 'Ines']);
    expect(made.existing).toEqual(['Port Maren']);
  });

  it('knows a coder by name however it is written, and makes nobody else of oneself', async () => {
    const on = view({ coders: [{ id: 'c1', name: 'Zoë', createdAt: NOW }] });
    const made = await plan(result(unit([{ ...claim, coder: ' Zoe\u0308 ' }])), on);
    expect(made.changes.filter((change) => change.record === 'coder')).toEqual([]);
    expect(made.losses).toEqual([]);
    const self = makerWith({ id: 'c1', name: 'Ines' });
    const other = await plan(result(unit([claim])), on, self);
    expect(other.changes[0]?.after).toMatchObject({ name: 'Ines', id: expect.stringMatching(/^n/) });
  });

  it('takes a name in other letters for the one coder whom it can mean, and says so', async () => {
    const on = view({ coders: [{ id: 'c1', name: 'Zoë', createdAt: NOW }] });
    const theirs = [claim, actor].map((one) => ({ ...one, coder: 'zoë' }));
    const made = await plan(result(unit(theirs)), on);
    expect(made.changes.filter((change) => change.record === 'coder')).toEqual([]);
    expect(made.coders).toEqual(['Zoë']);
    expect(made.losses).toEqual([
      { what: 'Coder’s name “zoë”', count: 2, detail: expect.stringContaining('knows as “Zoë”') },
    ]);
    const own = await plan(result(unit([{ ...claim, coder: 'INES' }])));
    expect(own.changes[0]?.after).toMatchObject({ id: 'me', name: 'Ines' });
    expect(own.losses).toMatchObject([{ what: 'Coder’s name “INES”', count: 1 }]);
  });

  it.each([
    ['of a new project', [], ['Zoë', 'zoë']],
    ['of whom one is known', [{ id: 'c1', name: 'Zoë', createdAt: NOW }], ['zoë']],
    ['of whom one is known in a third way', [{ id: 'c1', name: 'ZOË', createdAt: NOW }], ['Zoë', 'zoë']],
  ])('keeps two coders two whom the files tell apart by capital letters alone: %s', async (_what, coders, added) => {
    const both = ['Zoë', 'zoë'].map((coder) => ({ ...claim, key: coder, coder }));
    const made = await plan(result(unit(both)), view({ coders }), makerWith({ id: 'me', name: 'zoË' }));
    expect(made.annotations).toBe(2);
    expect(made.repeated).toBe(0);
    expect(new Set(made.coders)).toEqual(new Set(['Zoë', 'zoë']));
    const names = made.changes.flatMap(({ record, after }) => (record === 'coder' ? [(after as Coder).name] : []));
    expect(names.sort()).toEqual([...added].sort());
    expect(made.losses).toEqual([]);
  });

  it('guesses between no two coders whom the project tells apart by capital letters alone', async () => {
    const coders = ['Zoë', 'zoë'].map((name) => ({ id: name, name, createdAt: NOW }));
    const made = await plan(result(unit([{ ...claim, coder: 'ZOË' }])), view({ coders }));
    expect(made.changes[0]?.after).toMatchObject({ name: 'ZOË', id: expect.stringMatching(/^n/) });
  });

  it('counts links that can’t be and fills a role in order', async () => {
    const venue = read('T3', 'venue', 41, 51);
    const second = read('T4', 'actor', 23, 32);
    const foreign = read('T5', 'actor', 0, 5, { coder: 'Bo' });
    const made = await plan(
      result(
        unit(
          [claim, actor, venue, second, foreign],
          [
            { claim: 'T1', role: 'claimant', target: 'T2' },
            { claim: 'T1', role: 'claimant', target: 'T4' },
            { claim: 'T1', role: 'claimant', target: 'T4' },
            { claim: 'T1', role: 'claimant', target: 'T3' },
            { claim: 'T2', role: 'venue', target: 'T3' },
            { claim: 'T1', role: 'addressee', target: 'T5' },
            { claim: 'T1', role: 'venue', target: 'T9' },
          ],
        ),
      ),
    );
    const links = made.changes.flatMap((change) => (change.record === 'link' && change.after ? [change.after] : []));
    expect(links.map((link) => [link.role, link.position])).toEqual([
      ['claimant', 0],
      ['claimant', 1],
    ]);
    expect(made.losses).toEqual([expect.objectContaining({ what: 'Links that can’t be', count: 4 })]);
  });

  it('refuses a span that the text doesn’t have and a text with half a character', async () => {
    await expect(plan(result(unit([read('T1', 'claim', 40, 400)])))).rejects.toMatchObject({
      code: 'bad-format',
      message: expect.stringContaining('port.txt'),
    });
    await expect(plan(result(unit([], [], 'half \ud83d here')))).rejects.toMatchObject({ code: 'bad-format' });
  });

  it('stops where it is asked to', async () => {
    const units = result(unit([claim]), unit([actor], [], 'Another text.'));
    await expect(planImport(units, view({}), makerWith(), stopAtSecond)).rejects.toThrow('stop');
  });
});
