import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSpan } from '../../src/main/sample/coding.ts';
import { sampleChanges } from '../../src/main/sample/sample.ts';
import { isKind } from '../../src/shared/model/kind.ts';
import type { RecordName, Records } from '../../src/shared/change/change.ts';
import { ROLE_KINDS, ROLES } from '../../src/shared/model/role.ts';
import { fitsVariable } from '../../src/shared/model/variable.ts';
import { spanProblem, spanText } from '../../src/shared/text/span.ts';

let next = 0;
const { changes, texts } = sampleChanges({
  resources: join(import.meta.dirname, '../../resources'),
  coderId: 'coder',
  coderName: 'Sample coder',
  now: () => '2031-03-20T08:00:00.000Z',
  newId: () => `id-${next++}`,
});
function of<N extends RecordName>(name: N): Records[N][] {
  return changes.flatMap((change) => (change.record === name && change.after ? [change.after as Records[N]] : []));
}

const articles = of('article');
const annotations = of('annotation');
const links = of('link');
const entities = of('entity');
const textOf = (articleId: string): string => texts.get(articles.find((a) => a.id === articleId)?.textHash ?? '') ?? '';

function wordsOf(annotationId: string): string | undefined {
  const found = annotations.find(({ id }) => id === annotationId);
  return found && spanText(textOf(found.articleId), found.fragments);
}

describe('the sample project', () => {
  it('has eight articles whose files show title, outlet and date', () => {
    expect(articles).toHaveLength(8);
    for (const article of articles) {
      expect(article.title, article.fileName).not.toBe('');
      expect(article.date, article.fileName).toMatch(/^2031-03-\d\d$/);
    }
    expect([...new Set(articles.map((article) => article.outlet))].sort()).toEqual([
      'Harbour Post',
      'Kestrel Wire',
      'Meridian',
      'Oster Daily',
    ]);
  });

  it('is coded with spans that fit their texts, in all three kinds', () => {
    expect(new Set(annotations.map((a) => a.kind)).size).toBe(3);
    for (const annotation of annotations) {
      expect(isKind(annotation.kind)).toBe(true);
      expect(spanProblem(textOf(annotation.articleId), annotation.fragments)).toBeNull();
    }
  });

  it('fills roles with annotations and entities of the kinds that each takes', () => {
    const byId = new Map(annotations.map((a) => [a.id, a]));
    const entityById = new Map(entities.map((entity) => [entity.id, entity]));
    for (const link of links) {
      expect(byId.get(link.claimId)?.kind).toBe('claim');
      const filler = (link.targetIs === 'entity' ? entityById : byId).get(link.targetId);
      expect(ROLE_KINDS[link.role]).toContain(filler?.kind);
      if (link.targetIs === 'annotation') expect(byId.get(link.targetId)?.articleId).toBe(link.articleId);
    }
    expect(new Set(links.map((link) => link.targetIs)).size).toBe(2);
    expect(new Set(links.map((link) => link.role))).toEqual(new Set(ROLES));
  });

  it('has a codebook in groups, each code defined, and examples that are coded with it', () => {
    const codes = of('code');
    expect(codes.filter(({ parentId }) => parentId === null)).toHaveLength(3);
    expect(codes.every(({ definition }) => definition !== '')).toBe(true);
    expect(codes.filter(({ retired }) => retired)).toHaveLength(1);
    const byId = new Map(annotations.map((a) => [a.id, a]));
    for (const { id, examples } of codes) for (const one of examples) expect(byId.get(one)?.codes).toContain(id);
    expect(codes.flatMap(({ examples }) => examples).length).toBeGreaterThan(5);
  });

  it('is coded with values that the variables can have, cues that stand in the text and mentions of the right kind', () => {
    const variables = new Map(of('variable').map((variable) => [variable.id, variable]));
    const kinds = new Map(entities.map((entity) => [entity.id, entity.kind]));
    for (const annotation of annotations) {
      for (const [id, value] of Object.entries(annotation.values)) {
        const variable = variables.get(id);
        expect(variable?.kind).toBe(annotation.kind);
        expect(variable && fitsVariable(variable, value)).toBe(true);
      }
      if (annotation.cue.length > 0) expect(spanProblem(textOf(annotation.articleId), annotation.cue)).toBeNull();
      if (annotation.entityId !== null) expect(kinds.get(annotation.entityId)).toBe(annotation.kind);
      if (annotation.kind !== 'claim') expect([...annotation.codes, ...annotation.cue]).toEqual([]);
    }
    expect(new Set(annotations.map(({ reporting }) => reporting)).size).toBe(4);
  });

  it('leaves things open, so that every queue has something', () => {
    const claims = annotations.filter(({ kind }) => kind === 'claim');
    const byClaimant = new Set(links.filter(({ role }) => role === 'claimant').map(({ claimId }) => claimId));
    expect(claims.some(({ id }) => !byClaimant.has(id))).toBe(true);
    expect(claims.some(({ codes }) => codes.length === 0)).toBe(true);
    expect(annotations.some(({ kind, entityId }) => kind === 'actor' && entityId === null)).toBe(true);
    const required = of('variable').find((variable) => variable.required);
    expect(claims.some(({ codes, values }) => codes.length > 0 && !(required && required.id in values))).toBe(true);
  });

  it('passes a chain of relays on, the outermost first', () => {
    const relays = links.filter(({ role }) => role === 'relay').sort((a, b) => a.position - b.position);
    const claims = [...new Set(relays.map(({ claimId }) => claimId))];
    const chains = claims.map((id) =>
      relays.filter(({ claimId }) => claimId === id).map((link) => wordsOf(link.targetId)),
    );
    expect(chains).toContainEqual(['a senior official who travelled with the minister', 'Oster']);
  });

  it('shows what real articles do', () => {
    const quotes = annotations.map((a) => spanText(textOf(a.articleId), a.fragments, ' … '));
    expect(quotes.some((q) => q.includes(' … '))).toBe(true);
    expect(quotes.some((q) => q.includes('🥅'))).toBe(true);
    expect(quotes.some((q) => /\p{Script=Arabic}/u.test(q))).toBe(true);
    const all = [...texts.values()].join('\n');
    for (const spelling of ['Solène', 'Solene', 'Selim Darra', 'Salim Darra']) expect(all).toContain(spelling);
  });
});

describe('findSpan', () => {
  it('finds each fragment behind the one before', () => {
    expect(findSpan('a b a b', ['a', 'b'], 'b')).toEqual([
      { start: 4, end: 5 },
      { start: 6, end: 7 },
    ]);
  });

  it('names words that are not there', () => {
    expect(() => findSpan('a b', ['c'])).toThrow('“c”');
  });
});
