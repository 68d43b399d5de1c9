import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSpan } from '../../src/main/sample/coding.ts';
import { sampleChanges } from '../../src/main/sample/sample.ts';
import { isKind } from '../../src/shared/model/kind.ts';
import { ROLE_KINDS } from '../../src/shared/model/role.ts';
import { spanProblem, spanText } from '../../src/shared/text/span.ts';

let next = 0;
const { changes, texts } = sampleChanges({
  resources: join(import.meta.dirname, '../../resources'),
  coderId: 'coder',
  coderName: 'Sample coder',
  now: () => '2031-03-20T08:00:00.000Z',
  newId: () => `id-${next++}`,
});
const articles = changes.flatMap((change) => (change.record === 'article' && change.after ? [change.after] : []));
const annotations = changes.flatMap((change) => (change.record === 'annotation' && change.after ? [change.after] : []));
const links = changes.flatMap((change) => (change.record === 'link' && change.after ? [change.after] : []));
const textOf = (articleId: string): string => texts.get(articles.find((a) => a.id === articleId)?.textHash ?? '') ?? '';

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

  it('links claims to annotations of the kind that each role takes', () => {
    const byId = new Map(annotations.map((a) => [a.id, a]));
    for (const link of links) {
      expect(byId.get(link.claimId)?.kind).toBe('claim');
      expect(byId.get(link.targetId)?.kind).toBe(ROLE_KINDS[link.role][0]);
      expect(byId.get(link.targetId)?.articleId).toBe(link.articleId);
    }
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
