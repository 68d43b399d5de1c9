import type { Core } from '../../../src/main/core.ts';
import type { Input } from '../../../src/shared/api/contract.ts';
import type { Random } from '../random.ts';
import { type Case, call } from './case.ts';
import { any, type Known } from './known.ts';
import { ARTICLES } from './make.ts';

/* Lists with each filter, and searches in texts and annotations. */

const COMMON = 'the of and to in that for is on with'.split(' ');
const COUNTED = 'SELECT count(*) FROM article_words WHERE article_words MATCH ?';

const two = (random: Random): string => `"${any(COMMON, random)} ${any(COMMON, random)}"`;

export function findingCases(core: Core, known: Known): readonly Case[] {
  const list = (name: string, change: (random: Random) => Partial<Input<'articles.list'>>): Case =>
    call(core, `list: ${name}`, 'articles.list', (random) => ({
      offset: 0,
      limit: 200,
      sort: 'date',
      status: null,
      query: '',
      ...change(random),
    }));
  const texts = (name: string, query: (random: Random) => string, isCompared = true): Case =>
    call(
      core,
      `texts: ${name}`,
      'search.texts',
      (random) => ({ query: query(random), offset: 0, limit: 25, lines: 40 }),
      isCompared ? { bare: (random) => ({ sql: COUNTED, values: [query(random)] }) } : {},
    );
  const annotations = (name: string, change: (random: Random) => Partial<Input<'search.annotations'>>): Case =>
    call(core, `annotations: ${name}`, 'search.annotations', (random) => ({
      query: '',
      offset: 0,
      limit: 100,
      ...change(random),
    }));

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
    call(core, 'what can be filtered by', 'search.facets', () => ({})),
    call(core, 'all mentions: first page', 'mentions.preview', (random) => ({
      annotationId: any(known.mentions, random),
      matchCase: false,
      matchAccents: false,
      aliases: true,
      scope: 'project',
      after: null,
      limit: 400,
    })),
  ];
}
