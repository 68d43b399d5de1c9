import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inputs, type Method } from '../../src/shared/api/contract.ts';
import { errorInfo } from '../../src/shared/api/errors.ts';
import { overIpc, overLoopback, type RunningHost } from './hosts/both.ts';
import { makeCore, type TestCore } from './support/core.ts';

/* The real core behind both hosts: two cores with the same clock and ids have to give the very same answers. */

const open: RunningHost[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

type Call = (method: string, input: unknown) => Promise<unknown>;

async function bothHosts(): Promise<{ core: TestCore; call: Call }[]> {
  const cores = [makeCore(), makeCore()] as const;
  open.push(await overLoopback(cores[0].answer), await overIpc(cores[1].answer));
  return cores.map((core, index) => ({ core, call: open[index]?.host.client.call as Call }));
}

/** The answer, or the error as it is told, without the folders of this test. */
async function answer(
  { core, call }: { core: TestCore; call: Call },
  method: string,
  input: unknown,
): Promise<unknown> {
  const value = await call(method, input).catch((error: unknown) => ({ refused: errorInfo(error) }));
  return JSON.parse(JSON.stringify(value).replaceAll(core.folder, '<folder>'));
}

async function same(
  hosts: readonly { core: TestCore; call: Call }[],
  method: string,
  input: unknown,
): Promise<unknown> {
  const [loopback, electron] = await Promise.all(hosts.map((host) => answer(host, method, input)));
  expect(electron, method).toEqual(loopback);
  return loopback;
}

/** An input that each method's schema lets in, about things that aren't there. */
const THINGS: { readonly [M in Method]: unknown } = {
  'app.state': {},
  'app.saveSettings': { theme: 'dark' },
  'coder.set': { name: 'Ana', mode: 'rename' },
  'project.create': { file: 'none' },
  'project.open': { file: 'none' },
  'project.openSample': { fresh: false },
  'project.info': {},
  'project.close': {},
  'project.check': {},
  'project.repairIndex': {},
  'files.places': {},
  'files.list': { folder: 'none', show: 'all' },
  'files.child': { folder: 'none', name: 'a' },
  'files.hold': { name: 'a.txt', base64: 'YQ==' },
  'articles.list': { offset: 0, limit: 10, sort: 'date', status: null, query: '' },
  'articles.open': { id: 'none' },
  'articles.update': { id: 'none', fields: { title: 'T' } },
  'articles.remove': { ids: ['none'] },
  'articles.inspect': { files: ['none'], job: 'j' },
  'articles.import': {
    files: [{ file: 'none', fields: { title: 'T', outlet: '', date: '', author: '', url: '', language: '' } }],
    job: 'j',
  },
  'annotations.add': { articleId: 'none', kind: 'actor', fragments: [{ start: 0, end: 1 }] },
  'annotations.update': { id: 'none', memo: 'm' },
  'annotations.code': { ids: ['none'], change: { addCodes: ['x'] } },
  'annotations.remove': { ids: ['none'] },
  'annotations.merge': { keepId: 'none', otherId: 'other' },
  'annotations.split': { id: 'none' },
  'claims.link': { claimId: 'none', role: 'claimant', targetId: 'other' },
  'claims.unlink': { linkId: 'none' },
  'claims.relink': { linkId: 'none', position: 0 },
  'claims.incomplete': { offset: 0, limit: 10, missing: null, coderId: null },
  'claims.countIncomplete': { coderId: null },
  'history.undo': {},
  'history.leave': {},
  'history.redo': {},
  'dataset.rows': { table: 'claims', offset: 0, limit: 10 },
  'exchange.formats': {},
  'exchange.preview': { format: 'jsonl', options: {} },
  'exchange.write': { format: 'jsonl', folder: 'none', options: {}, job: 'j' },
  'exchange.inspect': {
    format: 'brat',
    files: ['none'],
    mapping: { kinds: {}, roles: {}, coder: '', coderFrom: 'none' },
    options: {},
  },
  'exchange.read': {
    format: 'brat',
    files: ['none'],
    mapping: { kinds: {}, roles: {}, coder: '', coderFrom: 'none' },
    options: {},
    job: 'j',
  },
  'jobs.cancel': { job: 'none' },
  'entities.names': { ids: null },
  'entities.list': { offset: 0, limit: 10, sort: 'name', kind: null, category: null, query: '' },
  'entities.get': { id: 'none', offset: 0, limit: 10 },
  'entities.propose': { annotationId: 'none' },
  'entities.alike': { annotationId: 'none' },
  'entities.queue': { kind: null, offset: 0, limit: 10 },
  'entities.link': { annotationIds: ['none'], entityId: null },
  'entities.dismiss': { annotationId: 'none', offered: { rule: 'name', entityId: 'none' } },
  'entities.add': { entity: { kind: 'actor', category: 'person', name: 'Ada' }, annotationIds: [] },
  'entities.update': { id: 'none', fields: { name: 'Ada' } },
  'entities.mergePreview': { keepId: 'none', otherIds: ['other'] },
  'entities.merge': { keepId: 'none', otherIds: ['other'] },
  'entities.splitPreview': { id: 'none', to: { entityId: 'other' }, spellings: [], annotationIds: [], aliases: [] },
  'entities.split': { id: 'none', to: { entityId: 'other' }, spellings: [], annotationIds: [], aliases: [] },
  'entities.removePreview': { ids: ['none'] },
  'entities.remove': { ids: ['none'] },
  'entities.duplicates': { kind: null, apart: false, offset: 0, limit: 10 },
  'entities.tellApart': { ids: ['none', 'nobody'], apart: true },
  'entities.writeCsv': { folder: 'none', name: 'entities' },
  'entities.readCsv': { file: 'none' },
  'entities.importCsv': { file: 'none' },
  'codebook.get': {},
  'codebook.log': { before: null, limit: 10 },
  'codebook.preview': { act: 'variable-remove', id: 'none' },
  'codebook.starter': {},
  'codebook.inspect': { file: 'none', both: 'keep' },
  'codebook.read': { file: 'none', both: 'keep' },
  'codebook.write': { file: 'none', format: 'qdc', replace: false },
  'codes.add': { parentId: null, name: 'Talks' },
  'codes.update': { id: 'none', name: 'Talks' },
  'codes.move': { ids: ['none'], parentId: null, beforeId: null },
  'codes.merge': { ids: ['none'], intoId: 'other', keepDefinitions: true },
  'codes.split': {
    id: 'none',
    parts: [{ name: 'Offers', definition: '' }],
    where: 'under',
    retire: false,
    given: {},
  },
  'codes.retire': { ids: ['none'], retired: true },
  'codes.remove': { id: 'none', under: 'lift', losing: 0 },
  'codes.example': { id: 'none', annotationId: 'none', is: true },
  'codes.examples': { id: 'none' },
  'codes.claims': { id: 'none', withUnder: true, offset: 0, limit: 10 },
  'variables.add': {
    kind: 'claim',
    name: 'Weight',
    definition: '',
    type: 'integer',
    options: [],
    initial: null,
    required: false,
  },
  'variables.update': { id: 'none', fields: { name: 'Weight' }, losing: 0 },
  'variables.retire': { id: 'none', retired: true },
  'variables.remove': { id: 'none', losing: 0 },
  'variables.reorder': { kind: 'claim', ids: [] },
  'variables.values': { id: 'none' },
  'search.texts': { query: 'none', offset: 0, limit: 10 },
  'search.annotations': { query: 'none', offset: 0, limit: 10 },
  'search.facets': {},
  'work.progress': {},
  'work.queues': {},
  'work.queue': { queue: 'unlinked', offset: 0, limit: 10 },
  'proposals.accept': {
    articleId: 'a',
    claim: [{ start: 0, end: 1 }],
    rule: 'said-that',
    key: 'claim 0-1',
    outcome: 'accepted',
  },
  'proposals.dismiss': { articleId: 'a', rule: 'said-that', key: 'claim 0-1' },
  'proposals.verdicts': { articleId: 'a' },
  'proposals.stats': {},
  'mentions.preview': {
    annotationId: 'none',
    matchCase: false,
    matchAccents: false,
    aliases: true,
    scope: 'project',
    after: null,
    limit: 10,
  },
  'annotations.precedents': { annotationId: 'none' },
  'lint.article': { articleId: 'none' },
  'lint.run': { job: 'j' },
  'lint.corpus': { rule: null, offset: 0, limit: 10 },
  'lint.dismiss': { articleId: 'none', rule: 'cut-word', key: 'k', reason: 'so' },
  'lint.restore': { verdictId: 'none' },
  'mentions.tag': { annotationId: 'none', places: [{ articleId: 'none', start: 0, end: 1 }], job: 'j' },
};

describe('one core behind two hosts', () => {
  it('answers every method alike, with no project open', async () => {
    const hosts = await bothHosts();
    for (const method of Object.keys(inputs) as Method[]) {
      if (method !== 'project.openSample') await same(hosts, method, THINGS[method]);
    }
  });

  it('answers every method alike on the sample, and refuses what isn’t there', async () => {
    const hosts = await bothHosts();
    await same(hosts, 'coder.set', { name: 'Ana', mode: 'rename' });
    await same(hosts, 'project.openSample', { fresh: false });
    expect(await same(hosts, 'articles.open', { id: 'none' })).toMatchObject({ refused: { code: 'not-found' } });
    for (const method of Object.keys(inputs) as Method[]) {
      if (!['project.close', 'project.openSample'].includes(method)) await same(hosts, method, THINGS[method]);
    }
  });

  it('codes, undoes and counts alike', async () => {
    const hosts = await bothHosts();
    await same(hosts, 'coder.set', { name: 'Ana', mode: 'rename' });
    await same(hosts, 'project.openSample', { fresh: false });
    const page = (await same(hosts, 'articles.list', THINGS['articles.list'])) as { rows: { id: string }[] };
    const articleId = page.rows[0]?.id ?? '';
    const add = (kind: string, start: number) => ({ articleId, kind, fragments: [{ start, end: start + 6 }] });
    const claim = (await same(hosts, 'annotations.add', add('claim', 40))) as { id: string };
    const actor = (await same(hosts, 'annotations.add', add('actor', 10))) as { id: string };
    await same(hosts, 'claims.link', { claimId: claim.id, role: 'claimant', targetId: actor.id });
    await same(hosts, 'history.undo', {});
    await same(hosts, 'history.redo', {});
    await same(hosts, 'articles.open', { id: articleId });
    expect(await same(hosts, 'dataset.rows', { table: 'links', offset: 0, limit: 1000 })).toMatchObject({
      total: expect.any(Number),
    });
    expect(await same(hosts, 'project.check', {})).toMatchObject({ ok: true });
  });

  it('gives handles, never paths, to be opened', async () => {
    const hosts = await bothHosts();
    for (const host of hosts) {
      const path = join(host.core.folder, 'x.parley');
      expect(await answer(host, 'project.open', { file: path })).toMatchObject({ refused: { code: 'not-found' } });
    }
  });
});
