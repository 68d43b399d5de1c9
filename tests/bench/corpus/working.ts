import type { Core } from '../../../src/main/core.ts';
import { MISSING_PARTS } from '../../../src/shared/model/completeness.ts';
import { DATASET_TABLES } from '../../../src/shared/model/dataset.ts';
import { RULE_IDS } from '../../../src/shared/model/finding.ts';
import { QUEUES } from '../../../src/shared/model/queue.ts';
import type { Random } from '../random.ts';
import { type Case, call } from './case.ts';
import { any, type Known } from './known.ts';

/* Queues, progress, findings, precedents, entities, the codebook and the dataset. */

/** Rows that lie before a page deep in a list. */
const DEEP = 30_000;

const front = { offset: 0, limit: 200 };
const deep = (random: Random) => ({ offset: random.below(DEEP), limit: 200 });

export function workingCases(core: Core, known: Known): readonly Case[] {
  const entities = { kind: null, category: null } as const;
  return [
    call(core, 'queues', 'work.queues', () => ({})),
    call(core, 'a queue: front', 'work.queue', (random) => ({ queue: any(QUEUES, random), ...front })),
    call(core, 'a queue: deep', 'work.queue', (random) => ({ queue: any(QUEUES, random), ...deep(random) })),
    call(core, 'incomplete: counts', 'claims.countIncomplete', (random) => ({ coderId: whose(known, random) })),
    call(core, 'incomplete: front', 'claims.incomplete', (random) => ({
      missing: any(MISSING_PARTS, random),
      coderId: whose(known, random),
      ...front,
    })),
    call(core, 'incomplete: deep', 'claims.incomplete', (random) => ({
      missing: null,
      coderId: whose(known, random),
      ...deep(random),
    })),
    call(core, 'progress', 'work.progress', () => ({})),
    call(core, 'findings: front', 'lint.corpus', () => ({ rule: null, ...front, limit: 100 })),
    call(core, 'findings: deep', 'lint.corpus', (random) => ({ rule: null, ...deep(random), limit: 100 })),
    call(core, 'findings: of one rule', 'lint.corpus', (random) => ({
      rule: any(RULE_IDS, random),
      ...front,
      limit: 100,
    })),
    call(core, 'findings: looked through again', 'lint.run', () => ({ job: 'again' })),
    call(core, 'precedents: a claim', 'annotations.precedents', (random) => ({
      annotationId: any(known.claims, random),
    })),
    call(core, 'precedents: a common name', 'annotations.precedents', (random) => ({
      annotationId: any(known.common, random),
    })),
    call(core, 'precedents: a rare name', 'annotations.precedents', (random) => ({
      annotationId: any(known.rare, random),
    })),
    call(core, 'entities: any page', 'entities.list', (random) => ({
      ...entities,
      sort: any(['name', 'mentions'] as const, random),
      query: '',
      offset: 100 * random.below(4),
      limit: 100,
    })),
    call(core, 'entities: a search', 'entities.list', (random) => ({
      ...entities,
      sort: 'name',
      query: any(['ba', 'de', 'li', 'q1', 'zu'], random),
      offset: 0,
      limit: 30,
    })),
    call(core, 'entities: the most mentioned', 'entities.get', (random) => ({
      id: any(known.entities.slice(0, 3), random),
      offset: 0,
      limit: 100,
    })),
    call(core, 'entities: an offer', 'entities.propose', (random) => ({ annotationId: any(known.mentions, random) })),
    call(core, 'entities: spellings to resolve', 'entities.queue', () => ({ kind: null, offset: 0, limit: 50 })),
    call(core, 'entities: what a merge does', 'entities.mergePreview', (random) => {
      const [keepId, ...otherIds] = alike(core, known, random);
      return { keepId: keepId ?? '', otherIds };
    }),
    call(core, 'codebook with uses', 'codebook.get', () => ({})),
    call(core, 'codebook: claims of a code', 'codes.claims', () => ({
      id: known.codes[0] ?? '',
      withUnder: true,
      ...front,
    })),
    call(core, 'codebook: what a merge does', 'codebook.preview', () => ({
      act: 'merge',
      ids: known.codes.slice(1, 3),
      intoId: known.codes[0] ?? '',
      keepDefinitions: true,
    })),
    call(core, 'codebook: what removing does', 'codebook.preview', () => ({
      act: 'remove',
      id: known.codes[0] ?? '',
      under: 'lift',
    })),
    call(core, 'dataset: front', 'dataset.rows', (random) => ({ table: any(DATASET_TABLES, random), ...front })),
    call(core, 'dataset: deep', 'dataset.rows', (random) => ({ table: any(DATASET_TABLES, random), ...deep(random) })),
  ];
}

/** One coder, or all of them. */
function whose({ coders }: Known, random: Random): string | null {
  return random.chance(0.5) ? null : any(coders, random);
}

/** Two of the most mentioned entities of one kind. */
function alike(core: Core, { entities }: Known, random: Random): string[] {
  const { db } = core.context.session.need();
  const kindOf = db.prepare('SELECT kind FROM entity WHERE id = ?').pluck();
  const kind = random.chance(0.5) ? 'actor' : 'venue';
  return entities.filter((id) => kindOf.get(id) === kind).slice(0, 2);
}
