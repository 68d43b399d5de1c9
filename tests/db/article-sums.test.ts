import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { articleSums, type ArticleSum, LACKS } from '../../src/main/db/article-sums.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { countIncomplete, incompleteTable } from '../../src/main/db/incomplete.ts';
import { linkTable } from '../../src/main/db/links.ts';
import { queueTable } from '../../src/main/db/queues.ts';
import { rebuildIndex } from '../../src/main/db/rebuild-index.ts';
import { countRows, findRows } from '../../src/main/db/row-places.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { variableTable } from '../../src/main/db/variables.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Change } from '../../src/shared/change/change.ts';
import type { Annotation } from '../../src/shared/model/annotation.ts';
import { MISSING_PARTS, missingOf } from '../../src/shared/model/completeness.ts';
import type { Link } from '../../src/shared/model/link.ts';
import type { Variable } from '../../src/shared/model/variable.ts';
import { makeCode, makeEntity, makeVariable } from '../api/support/codebook.ts';
import { makeProject } from './support/project.ts';
import { ana, makeAnnotation, makeArticle, makeLink, TEXT } from './support/records.ts';

/*
 * The sums that are kept against the same worked out from every record, one after the other, whatever was done before.
 */

const ARTICLES = ['a1', 'a2', 'a3'];
const CODERS = ['ana', 'ben'];
const WORDS = ['Velia', 'offer', 'A settlement is possible', 'Solène', 'both sides'];
const stance = makeVariable('stance', { type: 'category', options: ['for'] });

function begun(): Project {
  const { project } = makeProject();
  const changes: Change[] = [
    ...[ana, { ...ana, id: 'ben', name: 'Ben' }].map((after) => made('coder', after)),
    ...ARTICLES.map((id, n) => made('article', makeArticle(id, { date: `2031-03-0${3 - n}` }))),
    ...['arms', 'talks'].map((id) => made('code', makeCode(id))),
    made('variable', stance),
    made('entity', makeEntity('port', { kind: 'venue', category: 'place' })),
  ];
  project.commit('begin', changes, { texts: new Map([[textHash(TEXT), TEXT]]), beginning: true });
  return project;
}

function made(record: Change['record'], after: { readonly id: string }): Change {
  return { record, id: after.id, before: null, after } as Change;
}

const Act = fc.record({
  what: fc.constantFrom(
    'add',
    'add',
    'add',
    'edit',
    'remove',
    'link',
    'link',
    'unlink',
    'article',
    'away',
    'require',
    'undo',
    'redo',
  ),
  article: fc.constantFrom(...ARTICLES),
  coder: fc.constantFrom(...CODERS),
  kind: fc.constantFrom('actor', 'claim', 'claim', 'venue'),
  words: fc.constantFrom(...WORDS),
  role: fc.constantFrom('claimant', 'addressee', 'venue', 'relay'),
  codes: fc.subarray(['arms', 'talks']),
  value: fc.constantFrom('for', '', null),
  linked: fc.boolean(),
  nth: fc.nat(20),
  /** Whether the sums are asked for behind it. */
  asked: fc.boolean(),
});

type ActOf = typeof Act extends fc.Arbitrary<infer T> ? T : never;

const everyone = (project: Project): Annotation[] =>
  [...articleTable(project.db).walk()].flatMap(({ id }) => annotationTable(project.db).ofArticle(id));
const everyLink = (project: Project): Link[] =>
  [...articleTable(project.db).walk()].flatMap(({ id }) => linkTable(project.db).ofArticle(id));

/** The changes of an act; none when there is nothing to do it to. */
function changesOf(project: Project, act: ActOf, n: number): Change[] {
  const annotations = everyone(project);
  const one = annotations[act.nth % Math.max(1, annotations.length)];
  const coding = (kind: string): Partial<Annotation> =>
    kind === 'claim'
      ? { codes: act.codes, values: act.value === null ? {} : { stance: act.value }, entityId: null }
      : { entityId: act.linked && kind === 'venue' ? 'port' : null };
  switch (act.what) {
    case 'add': {
      if (!articleTable(project.db).get(act.article)) return [];
      const fields = { articleId: act.article, coderId: act.coder, kind: act.kind, ...coding(act.kind) };
      return [made('annotation', makeAnnotation(`x${n}`, act.words, fields as Partial<Annotation>))];
    }
    case 'edit':
      return one ? [{ record: 'annotation', id: one.id, before: one, after: { ...one, ...coding(one.kind) } }] : [];
    case 'remove': {
      if (!one) return [];
      const links = everyLink(project).filter(({ claimId, targetId }) => [claimId, targetId].includes(one.id));
      return [
        ...links.map((before): Change => ({ record: 'link', id: before.id, before, after: null })),
        { record: 'annotation', id: one.id, before: one, after: null },
      ];
    }
    case 'link': {
      const claims = annotations.filter(({ kind }) => kind === 'claim');
      const claim = claims[act.nth % Math.max(1, claims.length)];
      const kind = act.role === 'venue' ? 'venue' : 'actor';
      const target = annotations.find(
        (other) => other.kind === kind && other.articleId === claim?.articleId && other.coderId === claim.coderId,
      );
      if (!claim || !target || linkTable(project.db).find(claim.id, act.role as Link['role'], target.id)) return [];
      const fields = { articleId: claim.articleId, role: act.role as Link['role'] };
      return [made('link', makeLink(`l${n}`, claim.id, target.id, fields))];
    }
    case 'unlink': {
      const links = everyLink(project);
      const before = links[act.nth % Math.max(1, links.length)];
      return before ? [{ record: 'link', id: before.id, before, after: null }] : [];
    }
    case 'article': {
      const before = articleTable(project.db).get(act.article);
      const after = before && { ...before, date: `2031-03-${10 + act.nth}`, status: 'done' as const };
      return before && after ? [{ record: 'article', id: before.id, before, after }] : [];
    }
    case 'away': {
      const before = articleTable(project.db).get(act.article);
      if (!before) return [made('article', makeArticle(act.article))];
      const own = annotationTable(project.db).ofArticle(before.id);
      return own.length > 0 ? [] : [{ record: 'article', id: before.id, before, after: null }];
    }
    case 'require': {
      const before = variableTable(project.db).get('stance') as Variable;
      return [{ record: 'variable', id: 'stance', before, after: { ...before, required: act.linked } }];
    }
    default:
      return [];
  }
}

/** Everything that is told by the sums, from the records alone. */
async function compare(project: Project, offset: number, limit: number): Promise<void> {
  const { db } = project;
  const sums = await articleSums(db).upToDate();
  const articles = [...articleTable(db).walk()];
  const annotations = everyone(project);
  const links = everyLink(project);
  const requirements = { codes: [{ retired: false }], variables: variableTable(db).all() };
  const ownOf = (claim: Annotation) => links.filter(({ claimId }) => claimId === claim.id);
  const lacks = (claim: Annotation) => {
    const parts = new Set<string>(missingOf(claim, ownOf(claim), requirements).map(({ part }) => part));
    const any = parts.size > 0;
    for (const role of ['addressee', 'venue'] as const) {
      if (!ownOf(claim).some((link) => link.role === role)) parts.add(role);
    }
    return { parts, any };
  };

  const counted = (kind: string, coder: string) =>
    [...sums.totals].filter(([who, what]) => who === coder && what === kind).reduce((sum, [, , , n]) => sum + n, 0);
  for (const coder of CODERS) {
    for (const kind of ['actor', 'claim', 'venue']) {
      expect(counted(kind, coder)).toBe(annotations.filter((a) => a.kind === kind && a.coderId === coder).length);
    }
    const unlinked = annotations.filter((a) => a.coderId === coder && a.kind !== 'claim' && a.entityId === null);
    expect(queueTable(db).count('unlinked', coder, sums)).toBe(unlinked.length);
    const page = queueTable(db).page('unlinked', coder, sums, offset, limit);
    expect(page.map((row) => row.annotationId)).toEqual(unlinked.slice(offset, offset + limit).map(({ id }) => id));
  }
  for (const coderId of [null, ...CODERS]) {
    for (const missing of [null, ...MISSING_PARTS]) {
      const query = { coderId, missing, requirements };
      const lacking = annotations
        .filter((a) => a.kind === 'claim' && (coderId === null || a.coderId === coderId))
        .filter((claim) => (missing === null ? lacks(claim).any : lacks(claim).parts.has(missing)))
        .map(({ id }) => id);
      expect(countIncomplete(query, sums)).toBe(lacking.length);
      expect(incompleteTable(db).page(query, sums, offset, limit)).toEqual(lacking.slice(offset, offset + limit));
    }
  }
  const rows = {
    articles: articles.map(({ id }) => id),
    spans: annotations.map(({ articleId }) => articleId),
    claims: annotations.filter(({ kind }) => kind === 'claim').map(({ articleId }) => articleId),
    claim_codes: annotations.flatMap(({ articleId, codes }) => codes.map(() => articleId)),
    links: links.map(({ articleId }) => articleId),
  };
  for (const [table, all] of Object.entries(rows) as [keyof typeof rows, string[]][]) {
    expect(countRows(table, sums)).toBe(all.length);
    // The places of a page, row by row.
    const found = findRows(table, sums, offset, limit).flatMap(({ articleId, skip, rows: count }) =>
      Array.from({ length: count - skip }, () => articleId),
    );
    expect(found.slice(0, limit)).toEqual(all.slice(offset, offset + limit));
  }
}

describe('the sums of articles', () => {
  test('are those of the records, whatever was done and undone before they were asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(Act, { minLength: 4, maxLength: 30 }),
        fc.nat(6),
        fc.integer({ min: 1, max: 6 }),
        async (acts, offset, limit) => {
          const project = begun();
          for (const [n, act] of acts.entries()) {
            if (act.what === 'undo') project.undo();
            else if (act.what === 'redo') project.redo();
            else project.commit(act.what, changesOf(project, act, n));
            if (act.asked) await compare(project, offset, limit);
          }
          await compare(project, offset, limit);
          project.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('are right when something is changed while they are read', async () => {
    const project = begun();
    for (let n = 0; n < 450; n++) {
      project.commit('add', [
        made('article', makeArticle(`more-${n}`)),
        made('annotation', makeAnnotation(`m${n}`, 'Velia', { articleId: `more-${n}` })),
      ]);
    }
    const reading = articleSums(project.db).upToDate();
    project.commit('add', [made('annotation', makeAnnotation('late', 'offer', { articleId: 'more-0' }))]);
    const sums = await reading;
    expect([...sums.totals]).toEqual([['ana', 'actor', 1, 451, 0]]);
    expect([...sums.each()].find(([id]) => id === 'more-0')?.[1].tallies).toEqual([['ana', 'actor', 1, 2, 0]]);
  });

  test('stop being read when the project is closed', async () => {
    const project = begun();
    for (let n = 0; n < 450; n++) project.commit('add', [made('article', makeArticle(`more-${n}`))]);
    const reading = articleSums(project.db).upToDate();
    project.close();
    await expect(reading).resolves.toBeDefined();
  });

  test('are read anew when what only helps to find was made anew', async () => {
    const project = begun();
    const claim = makeAnnotation('claim', 'A settlement is possible', { kind: 'claim', codes: ['arms'] });
    project.commit('tag', [made('annotation', claim)]);
    project.db.exec('DELETE FROM annotation_code');
    const lacksCode = async () =>
      [...(await articleSums(project.db).upToDate()).totals].some(([, , state]) => (state & LACKS.code) !== 0);
    expect(await lacksCode()).toBe(true);
    rebuildIndex(project.db);
    expect(await lacksCode()).toBe(false);
  });

  test('tell what a claim lacks, whether or not the codebook asks for it', async () => {
    const project = begun();
    const claim = makeAnnotation('claim', 'A settlement is possible', { kind: 'claim', codes: ['arms'] });
    project.commit('tag', [made('annotation', claim), made('annotation', makeAnnotation('solene', 'Solène'))]);
    project.commit('link', [made('link', makeLink('l1', 'claim', 'solene', { role: 'addressee' }))]);
    const state = async () => {
      const sum = [...(await articleSums(project.db).upToDate()).each()].find(([id]) => id === 'a1')?.[1] as ArticleSum;
      return sum.tallies.find(([, kind]) => kind === 'claim')?.[2];
    };
    expect(await state()).toBe(LACKS.claimant + LACKS.venue);
    project.commit('require', [
      { record: 'variable', id: 'stance', before: stance, after: { ...stance, required: true } },
    ]);
    expect(await state()).toBe(LACKS.claimant + LACKS.venue + LACKS.value);
  });
});
