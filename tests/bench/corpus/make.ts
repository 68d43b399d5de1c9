import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../../src/main/core.ts';
import { textHash } from '../../../src/main/db/texts.ts';
import type { Change, RecordName, Records } from '../../../src/shared/change/change.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import type { Article } from '../../../src/shared/model/article.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Entity, EntityKind } from '../../../src/shared/model/entity.ts';
import type { Kind } from '../../../src/shared/model/kind.ts';
import type { Link } from '../../../src/shared/model/link.ts';
import { mayFill, type Role } from '../../../src/shared/model/role.ts';
import type { Variable } from '../../../src/shared/model/variable.ts';
import { makeArticle, type MadeParagraph, type Range, rangeOf } from '../generate.ts';
import { benchCore } from '../project.ts';
import { createRandom, type Random } from '../random.ts';

/*
 * A large corpus through the core: articles with names that come again, coded by several people, with a codebook and
 * entities. It takes a minute to make, so it is kept in the folder for temporary files until its makers change.
 */

export const ARTICLES = 10_000;
const WORDS = 300;
/** Annotations of an article: 200,000 in all. */
const EACH = 20;
const OUTLETS = 40;
const CODES = 60;
const NAMES = 400;
const STANCES = ['for', 'against', 'open'];
/** Articles of one act. */
const BATCH = 250;

export interface BenchCorpus {
  readonly file: string;
  readonly dataFolder: string;
}

/** The corpus, made now if it isn't there yet. */
export async function benchCorpus(say: (line: string) => void): Promise<BenchCorpus> {
  const folder = join(tmpdir(), `parley-bench-corpus-${fingerprint()}`);
  const made = { file: join(folder, 'Corpus.parley'), dataFolder: join(folder, 'data') };
  if (existsSync(folder)) return made;
  say(`Making ${ARTICLES.toLocaleString('en')} articles, once …`);
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await make({ file: join(partial, 'Corpus.parley'), dataFolder: join(partial, 'data') });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return made;
}

/** Another corpus when what makes it is another. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const steps = new URL('../../../src/main/db/migrations/', import.meta.url);
  for (const name of readdirSync(steps).sort()) hash.update(readFileSync(new URL(name, steps)));
  for (const name of ['make.ts', '../generate.ts', '../random.ts']) {
    hash.update(readFileSync(new URL(name, import.meta.url)));
  }
  return hash.digest('hex').slice(0, 16);
}

interface Ground {
  readonly coders: readonly string[];
  /** Of claims: one that every claim has to have. */
  readonly stance: string;
  readonly codes: readonly string[];
  readonly names: readonly { readonly id: string; readonly name: string; readonly kind: 'actor' | 'venue' }[];
}

async function make({ file, dataFolder }: BenchCorpus): Promise<void> {
  const core = benchCore(dataFolder);
  try {
    await core.dispatch('coder.set', { name: 'Bench', mode: 'rename' });
    const project = core.context.session.create(file);
    const random = createRandom(7);
    const { ground, changes } = makeGround(core, random);
    project.commit('begin', changes);
    for (let from = 0; from < ARTICLES; from += BATCH) {
      const texts = new Map<string, string>();
      const batch: Change[] = [];
      for (let n = from; n < from + BATCH; n++) batch.push(...makeOne(n, ground, texts, core, random));
      project.commit(`add ${BATCH} articles`, batch, { texts });
    }
    await core.dispatch('search.annotations', { query: 'begin', offset: 0, limit: 1 });
    // No ANALYZE: the program writes no statistics either.
    project.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    core.close();
  }
}

function creation<N extends RecordName>(record: N, after: Records[N]): Change {
  return { record, id: after.id, before: null, after } as Change;
}

function makeGround({ context }: Core, random: Random): { ground: Ground; changes: Change[] } {
  const at = context.now();
  const first = { ...context.user.coder(), createdAt: at };
  const coders = [first, ...['Mara', 'Jonas', 'Inés'].map((name) => ({ id: context.newId(), name, createdAt: at }))];
  const codes = Array.from({ length: CODES }, (_, n) => ({ id: context.newId(), n }));
  const names = Array.from({ length: NAMES }, (_, n) => {
    const kind = n % 4 === 3 ? ('venue' as const) : ('actor' as const);
    return { id: context.newId(), name: nameOf(n, random), kind };
  });
  const stance = variableOf(context.newId(), at);
  const changes = [
    ...coders.map((coder) => creation('coder', coder)),
    creation('variable', stance),
    ...codes.map(({ id, n }) => creation('code', codeOf(id, n, n < 8 ? null : (codes[n % 8]?.id ?? null), at))),
    ...names.map(({ id, name, kind }) => creation('entity', entityOf(id, name, kind, at))),
  ];
  const ground = { coders: coders.map(({ id }) => id), stance: stance.id, codes: codes.map(({ id }) => id), names };
  return { ground, changes };
}

function variableOf(id: string, at: string): Variable {
  const fixed = { definition: '', initial: null, required: true, retired: false, createdAt: at, updatedAt: at };
  return { id, kind: 'claim', name: 'Stance', type: 'category', options: STANCES, position: 0, ...fixed };
}

function codeOf(id: string, n: number, parentId: string | null, at: string): Code {
  const fixed = { definition: '', colour: '#3b5ccc', retired: false, examples: [], createdAt: at, updatedAt: at };
  return { id, parentId, name: `Issue ${n}`, position: n, ...fixed };
}

function entityOf(id: string, name: string, kind: EntityKind, at: string): Entity {
  const fixed = { aliases: [], country: '', party: '', parentId: null, note: '', createdAt: at, updatedAt: at };
  return { id, kind, category: kind === 'actor' ? 'person' : 'place', name, ...fixed };
}

/** Two capitalised words that no article has by chance. */
function nameOf(n: number, random: Random): string {
  const part = () => {
    const letters = 'bdfgklmnprstvz';
    let word = '';
    for (let i = 0; i < 3; i++) word += `${letters[random.below(letters.length)]}${'aeiou'[random.below(5)]}`;
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return `${part()} ${part()}q${n}`;
}

/** A rank as likely as in Zipf's law. */
function zipf(count: number, random: Random): number {
  return Math.floor((count + 1) ** (random.below(1e6) / 1e6)) - 1;
}

function makeOne(n: number, ground: Ground, texts: Map<string, string>, core: Core, random: Random): Change[] {
  const { context } = core;
  const at = context.now();
  const { text, paragraphs, mentions } = withNames(n, ground, random);
  const hash = textHash(text);
  texts.set(hash, text);
  const day = new Date(Date.UTC(2029, 0, 1 + (n % 730))).toISOString().slice(0, 10);
  const status = n % 10 < 4 ? 'done' : n % 10 < 9 ? 'in-progress' : 'new';
  const article: Article = {
    id: context.newId(),
    textHash: hash,
    title: `Report ${n} on ${text.slice(0, 30).replace(/\s+/g, ' ')}`,
    outlet: `The ${['Daily', 'Evening', 'Harbour', 'Northern'][n % 4]} Courier ${zipf(OUTLETS, random)}`,
    date: day,
    author: `Reporter ${n % 97}`,
    url: '',
    language: 'en',
    status,
    fileName: `${n}.txt`,
    length: text.length,
    words: WORDS,
    addedAt: at,
  };
  const coder = (): string => ground.coders[random.chance(0.7) ? 0 : random.below(ground.coders.length)] ?? '';
  const taken = new Set<string>();
  const made: Annotation[] = [];
  const add = (kind: Kind, range: Range, coding: Partial<Annotation>): void => {
    const coderId = coder();
    const key = `${kind} ${coderId} ${range.start} ${range.end}`;
    if (taken.has(key)) return;
    taken.add(key);
    const times = { createdAt: at, updatedAt: at };
    const record = { id: context.newId(), articleId: article.id, kind, coderId, memo: '', attributes: {}, ...times };
    made.push({ ...record, ...UNCODED, fragments: [{ start: range.start, end: range.end }], ...coding });
  };
  for (const { name, range } of mentions) {
    const known = ground.names[name];
    // Not every mention is tagged, and not every tagged one is linked.
    if (known && random.chance(0.7)) add(known.kind, range, random.chance(0.6) ? { entityId: known.id } : {});
  }
  while (made.length < EACH) {
    const paragraph = paragraphs[random.below(paragraphs.length)] as MadeParagraph;
    const word = random.below(paragraph.words.length);
    if (random.chance(0.6)) {
      const codes = random.chance(0.8) ? [ground.codes[zipf(CODES, random)] ?? ''] : [];
      const memo = random.chance(0.1) ? `look again at ${n}` : '';
      const values = random.chance(0.9) ? { [ground.stance]: STANCES[random.below(STANCES.length)] ?? '' } : {};
      add('claim', rangeOf(paragraph, word, 10 + random.below(31)), { codes, values, memo });
    } else {
      add(random.chance(0.65) ? 'actor' : 'venue', rangeOf(paragraph, word, 1 + random.below(3)), {});
    }
  }
  return [
    creation('article', article),
    ...made.map((annotation) => creation('annotation', annotation)),
    ...linksOf(made, context, random).map((link) => creation('link', link)),
  ];
}

/** Roles filled with the same coder's mentions: most claims have a claimant, some an addressee or a venue. */
function linksOf(made: readonly Annotation[], context: Core['context'], random: Random): Link[] {
  const links: Link[] = [];
  for (const claim of made) {
    if (claim.kind !== 'claim') continue;
    const fill = (role: Role, chance: number): void => {
      const targets = made.filter(({ kind, coderId }) => mayFill(role, kind) && coderId === claim.coderId);
      const target = targets[random.below(Math.max(1, targets.length))];
      if (!target || !random.chance(chance)) return;
      const { articleId, id: claimId } = claim;
      const to = { targetIs: 'annotation' as const, targetId: target.id, position: 0 };
      links.push({ id: context.newId(), articleId, claimId, role, ...to });
    };
    fill('claimant', 0.85);
    fill('addressee', 0.25);
    fill('venue', 0.35);
  }
  return links;
}

/** An article of the bench's words with six names put between them. */
function withNames(n: number, ground: Ground, random: Random) {
  const made = makeArticle(WORDS, 10_000 + n);
  const places = new Map<number, number>();
  for (let i = 0; i < 6; i++) {
    const paragraph = made.paragraphs[random.below(made.paragraphs.length)];
    const word = paragraph?.words[random.below(paragraph.words.length)];
    if (word) places.set(word.start, zipf(NAMES, random));
  }
  let text = '';
  let shift = 0;
  let last = 0;
  const mentions: { name: number; range: Range }[] = [];
  const shifts: { at: number; by: number }[] = [];
  for (const [at, name] of [...places].sort(([a], [b]) => a - b)) {
    const words = ground.names[name]?.name ?? '';
    text += made.text.slice(last, at);
    mentions.push({ name, range: { start: text.length, end: text.length + words.length } });
    text += `${words} `;
    shift += words.length + 1;
    shifts.push({ at, by: shift });
    last = at;
  }
  text += made.text.slice(last);
  const moved = (offset: number): number => offset + (shifts.findLast(({ at }) => at <= offset)?.by ?? 0);
  const paragraphs = made.paragraphs.map(({ start, end, words }): MadeParagraph => {
    return {
      start: moved(start),
      end: moved(end - 1) + 1,
      words: words.map((word) => ({ start: moved(word.start), end: moved(word.end - 1) + 1 })),
    };
  });
  return { text, paragraphs, mentions };
}
