import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import type { Core } from '../../../src/main/core.ts';
import type { Input, Method } from '../../../src/shared/api/contract.ts';
import { grid } from '../grid.ts';
import { benchCore } from '../project.ts';
import { createRandom, type Random } from '../random.ts';
import { type Spread, spread } from '../statistics.ts';
import { ARTICLES, benchCorpus } from './make.ts';

/** Calls of each kind that count, and what they may take: milliseconds, for 95 of 100. */
const CALLS = 60;
const GOAL = 100;
/** Something is tagged before every so many calls: what is kept until something changes is then made anew. */
const TAG_EVERY = 4;

/** One kind of call: another input each time. */
interface Case {
  readonly name: string;
  readonly method: Method;
  input(random: Random): unknown;
  /** The same question asked of SQLite alone, to set the scale. */
  bare?(random: Random): { readonly sql: string; readonly values: readonly unknown[] };
}

/** What there is to ask for, the most frequent first. */
interface Known {
  readonly outlets: readonly string[];
  readonly coders: readonly string[];
  readonly codes: readonly string[];
  readonly entities: readonly string[];
  readonly names: readonly string[];
  readonly models: readonly string[];
}

export interface CorpusFigures {
  readonly times: Readonly<Record<string, Spread>>;
  /** Parley's median to SQLite's own. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** Measures lists, filters, searches and previews over the whole corpus, through the core's dispatch. */
export async function measureCorpus(say: (line: string) => void): Promise<{ text: string; figures: CorpusFigures }> {
  const corpus = await benchCorpus(say);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-corpus-'));
  const file = join(folder, 'Corpus.parley');
  copyFileSync(corpus.file, file);
  const core = benchCore(corpus.dataFolder);
  try {
    core.context.session.open(file);
    const random = createRandom(3);
    const known = readKnown(core);
    const cases = casesOf(known);
    const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]));
    const bare = new Map<string, number[]>();
    const { db } = core.context.session.need();
    // In turns, so that other work on the machine meets all of them alike.
    for (let n = 0; n < CALLS; n++) {
      for (const [at, one] of cases.entries()) {
        if ((n + at) % TAG_EVERY === 0) await tagSomething(core, known, random);
        const input = one.input(random);
        const began = performance.now();
        await core.dispatch(one.method, input);
        times.get(one.name)?.push(performance.now() - began);
        const question = one.bare?.(random);
        if (!question) continue;
        const from = performance.now();
        db.prepare(question.sql).all(...question.values);
        bare.set(one.name, [...(bare.get(one.name) ?? []), performance.now() - from]);
      }
    }
    const spreads = Object.fromEntries([...times].map(([name, all]) => [name, spread(all)]));
    const scale = new Map([...bare].map(([name, all]) => [name, spread(all)]));
    const ratios = Object.fromEntries(
      [...scale].map(([name, own]) => [name, Math.round(((spreads[name]?.p50 ?? 0) / own.p50) * 100) / 100]),
    );
    return { text: table(spreads, scale, ratios), figures: { times: spreads, ratios } };
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readKnown(core: Core): Known {
  const { db } = core.context.session.need();
  const column = (sql: string): string[] => db.prepare(sql).pluck().all() as string[];
  const me = core.context.user.coder().id;
  const models = db
    .prepare(`SELECT id FROM annotation WHERE coder_id = ? AND kind <> 'claim' ORDER BY id LIMIT 20000`)
    .pluck()
    .all(me) as string[];
  return {
    outlets: column('SELECT outlet FROM article GROUP BY outlet ORDER BY count(*) DESC'),
    coders: column('SELECT coder_id FROM annotation GROUP BY coder_id ORDER BY count(*) DESC'),
    codes: column('SELECT code_id FROM annotation_code GROUP BY code_id ORDER BY count(*) DESC'),
    entities: column('SELECT entity_id FROM annotation WHERE entity_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC'),
    names: column('SELECT name FROM entity ORDER BY id'),
    models,
  };
}

async function tagSomething(core: Core, { models }: Known, random: Random): Promise<void> {
  await core.dispatch('annotations.update', { id: any(models, random), memo: `seen ${random.below(1e6)}` });
}

function any<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)] as T;
}

const COMMON = 'the of and to in that for is on with'.split(' ');
const COUNTED = 'SELECT count(*) FROM article_words WHERE article_words MATCH ?';

function list(name: string, change: (random: Random) => Partial<Input<'articles.list'>>): Case {
  return {
    name: `list: ${name}`,
    method: 'articles.list',
    input: (random) => ({ offset: 0, limit: 200, sort: 'date', status: null, query: '', ...change(random) }),
  };
}

function texts(name: string, query: (random: Random) => string, isCompared = true): Case {
  return {
    name: `texts: ${name}`,
    method: 'search.texts',
    input: (random) => ({ query: query(random), offset: 0, limit: 25, lines: 40 }),
    ...(isCompared && { bare: (random: Random) => ({ sql: COUNTED, values: [query(random)] }) }),
  };
}

function annotations(name: string, change: (random: Random) => Partial<Input<'search.annotations'>>): Case {
  return {
    name: `annotations: ${name}`,
    method: 'search.annotations',
    input: (random) => ({ query: '', offset: 0, limit: 100, ...change(random) }),
  };
}

const two = (random: Random): string => `"${any(COMMON, random)} ${any(COMMON, random)}"`;

function casesOf(known: Known): readonly Case[] {
  return [
    list('any page', (random) => ({ offset: 200 * random.below(ARTICLES / 200) })),
    list('words of title, outlet, author', (random) => ({ query: any(['north', 'report 77', 'courier 3'], random) })),
    list('outlet', (random) => ({ filter: { outlets: [any(known.outlets, random)] } })),
    list('date', (random) => ({ filter: { from: `2029-0${1 + random.below(9)}-01`, to: '2030-02-01' } })),
    list('status', () => ({ status: 'new' })),
    list('coder', (random) => ({ filter: { coders: [any(known.coders, random)] } })),
    list('code', (random) => ({ filter: { codes: [any(known.codes, random)] } })),
    list('the most frequent code', () => ({ filter: { codes: known.codes.slice(0, 1) } })),
    list('entity', (random) => ({ filter: { entities: [any(known.entities, random)] } })),
    list('kind', (random) => ({ filter: { kinds: [any(['actor', 'claim', 'venue'], random)] } })),
    list('no annotations', () => ({ filter: { coded: 'none' } })),
    list('coder, code and kind', (random) => ({
      filter: { coders: [any(known.coders, random)], codes: [any(known.codes, random)], kinds: ['claim'] },
    })),
    texts('a common word', (random) => any(COMMON, random)),
    texts('a name', (random) => `"${any(known.names, random)}"`),
    texts('a phrase', two),
    texts('a beginning', (random) => `${any(['br', 'str', 'plai', 'gre'], random)}*`),
    texts('this OR that, without', (random) => `${any(COMMON, random)} OR ${any(COMMON, random)} -have`, false),
    annotations('a common word', (random) => ({ query: any(COMMON, random) })),
    annotations('a name', (random) => ({ query: `"${any(known.names, random)}"` })),
    annotations('a code', (random) => ({ filter: { codes: [any(known.codes, random)] } })),
    annotations('an entity', (random) => ({ filter: { entities: [any(known.entities, random)] } })),
    annotations('a word of one outlet', (random) => ({
      query: any(COMMON, random),
      filter: { outlets: [any(known.outlets, random)] },
    })),
    { name: 'what can be filtered by', method: 'search.facets', input: () => ({}) },
    { name: 'all mentions: first page', method: 'mentions.preview', input: (random) => mentions(known, random) },
    { name: 'queues', method: 'work.queues', input: () => ({}) },
    { name: 'a page of a queue', method: 'work.queue', input: () => ({ queue: 'unlinked', offset: 0, limit: 200 }) },
    { name: 'progress', method: 'work.progress', input: () => ({}) },
  ];
}

function mentions(known: Known, random: Random): Input<'mentions.preview'> {
  const options = { matchCase: false, matchAccents: false, aliases: true, scope: 'project' } as const;
  return { annotationId: any(known.models, random), ...options, after: null, limit: 400 };
}

function table(
  times: Readonly<Record<string, Spread>>,
  scale: ReadonlyMap<string, Spread>,
  ratios: Readonly<Record<string, number>>,
): string {
  const head = [
    `${ARTICLES.toLocaleString('en')} articles, 200,000 annotations`,
    'p50',
    'p95',
    'at most',
    '',
    'SQLite',
    ':',
  ];
  const rows = Object.entries(times).map(([name, { p50, p95 }]) => [
    name,
    p50.toFixed(1),
    p95.toFixed(1),
    `${GOAL} ms`,
    p95 <= GOAL ? 'reached' : 'not reached',
    scale.get(name)?.p50.toFixed(1) ?? '',
    ratios[name] === undefined ? '' : `${ratios[name].toFixed(1)} ×`,
  ]);
  return grid([head, ...rows]);
}
