import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { ARTICLE_ORDERS, articleTable } from '../../src/main/db/articles.ts';
import { coderTable } from '../../src/main/db/coders.ts';
import { countCorpus, readCorpus } from '../../src/main/db/corpus.ts';
import { textHash, textTable } from '../../src/main/db/texts.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import type { Article } from '../../src/shared/model/article.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { compareSpans, normaliseSpan } from '../../src/shared/text/span.ts';
import { makeProject } from './support/project.ts';
import { ana, creations, fill, makeAnnotation, makeArticle, makeLink, TEXT } from './support/records.ts';
import { foldLetters } from '../../src/shared/text/fold.ts';

function addArticles(project: Project, articles: readonly Partial<Article>[]): void {
  const texts = new Map([[textHash(TEXT), TEXT]]);
  const changes = articles.flatMap((fields, i) => creations(['article', makeArticle(fields.id ?? `a${i}`, fields)]));
  project.commit('import', changes, { texts });
}

describe('articles', () => {
  const given: Partial<Article>[] = [
    { id: 'old', date: '2031-03-02', outlet: 'Öster Daily', title: 'Alpha', addedAt: '2031-03-20T00:00:00.000Z' },
    { id: 'new', date: '2031-03-17', outlet: 'meridian', title: 'élan', author: 'Ines Corvo', status: 'done' },
    { id: 'none', date: '', outlet: '', title: 'Draft', status: 'in-progress' },
    { id: 'mid', date: '2031-03-11', outlet: 'Harbour Post', title: 'Zone', addedAt: '2031-03-21T00:00:00.000Z' },
  ];
  const all = { status: null, query: '', filter: NO_FILTER, offset: 0, limit: 100 };

  test.each([
    ['date', ['new', 'mid', 'old', 'none']],
    ['outlet', ['mid', 'new', 'old', 'none']],
    ['title', ['old', 'none', 'new', 'mid']],
    ['added', ['mid', 'old', 'new', 'none']],
  ] as const)('are sorted by %s', (sort, ids) => {
    const { project } = makeProject();
    addArticles(project, given);
    expect(
      articleTable(project.db)
        .page({ ...all, sort })
        .map(({ id }) => id),
    ).toEqual(ids);
    expect(
      articleTable(project.db)
        .page({ ...all, sort, offset: 1, limit: 2 })
        .map(({ id }) => id),
    ).toEqual(ids.slice(1, 3));
    const plan = project.db
      .prepare(`EXPLAIN QUERY PLAN SELECT * FROM article ORDER BY ${ARTICLE_ORDERS[sort]} LIMIT 100`)
      .all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toEqual([`SCAN article USING INDEX article_by_${sort}`]);
  });

  test('are sorted by status: in progress, new, done, each by date, across the ends of pages', () => {
    const { project } = makeProject();
    addArticles(project, given);
    const ids = ['none', 'mid', 'old', 'new'];
    const page = (offset: number, limit: number, status: Article['status'] | null = null) =>
      articleTable(project.db)
        .page({ ...all, sort: 'status', status, offset, limit })
        .map(({ id }) => id);
    for (let offset = 0; offset <= ids.length; offset++) {
      for (let limit = 1; limit <= ids.length; limit++)
        expect(page(offset, limit)).toEqual(ids.slice(offset, offset + limit));
    }
    expect(page(0, 10, 'new')).toEqual(['mid', 'old']);
    expect(page(1, 10, 'new')).toEqual(['old']);
  });

  test.each([
    ['OSTER', ['old']],
    ['elan', ['new']],
    ['Élan', ['new']],
    ['corvo', ['new']],
    ['  post ', ['mid']],
    ['%', []],
  ])('are found by “%s”, ignoring case and accents', (query, ids) => {
    const { project } = makeProject();
    addArticles(project, given);
    const table = articleTable(project.db);
    expect(table.page({ ...all, sort: 'date', query }).map(({ id }) => id)).toEqual(ids);
    const counts = table.countByStatus({ ...all, query });
    expect(counts.new + counts['in-progress'] + counts.done).toBe(ids.length);
  });

  test('are counted by status, and filtered by it', () => {
    const { project } = makeProject();
    addArticles(project, given);
    const table = articleTable(project.db);
    expect(table.countByStatus(all)).toEqual({ new: 2, 'in-progress': 1, done: 1 });
    expect(table.page({ ...all, sort: 'date', status: 'done' }).map(({ id }) => id)).toEqual(['new']);
  });

  test('come back as they went in, edited or not', () => {
    const { project } = makeProject();
    addArticles(project, given);
    const table = articleTable(project.db);
    const before = table.get('new');
    if (!before) throw new Error('not there');
    expect(before).toEqual(makeArticle('new', given[1]));
    const after: Article = {
      ...before,
      title: 'İstanbul',
      outlet: 'X',
      date: '',
      author: 'Y',
      url: 'u',
      language: 'tr',
      status: 'new',
      words: 3,
    };
    project.commit('edit', [{ record: 'article', id: 'new', before, after }]);
    expect(table.get('new')).toEqual(after);
    expect(table.page({ ...all, sort: 'title', query: 'istanbul' })).toEqual([after]);
    expect(table.byHash(textHash(TEXT))?.id).toBe('new');
    expect(table.byHash('nothing')).toBeNull();
  });

  test('are compared without case and accents', () => {
    expect(foldLetters('Solène İSTANBUL Ångström')).toBe('solene istanbul angstrom');
    const { project } = makeProject();
    addArticles(project, [{ id: 'lodz', title: 'Łódź’s  mills', outlet: 'Ørsted Post' }]);
    const found = (query: string) => articleTable(project.db).page({ ...all, sort: 'title', query }).length;
    expect(["lodz's mills", 'orsted', 'ŁÓDŹ', 'lodz s'].map(found)).toEqual([1, 1, 1, 0]);
  });
});

describe('annotations', () => {
  const offsets = fc.integer({ min: 0, max: 55 });
  const spans = fc
    .array(fc.tuple(offsets, offsets), { minLength: 1, maxLength: 4 })
    .map((pairs) => normaliseSpan(pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))))
    .filter((span) => span.length > 0);

  test('come back as they went in, in reading order', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), fc.string(), (list, memo) => {
        const { session, project } = makeProject();
        fill(project);
        const made = list.map((fragments, i) =>
          makeAnnotation(`n${i}`, '', { fragments, memo, attributes: { Confidence: memo, Negated: true } }),
        );
        project.commit(
          'tag',
          made.flatMap((annotation) => creations(['annotation', annotation])),
        );
        const found = annotationTable(project.db).ofArticle('a1');
        expect(found).toHaveLength(made.length + 2);
        for (const annotation of made) {
          expect(found.find(({ id }) => id === annotation.id)).toEqual(annotation);
          expect(annotationTable(project.db).get(annotation.id)).toEqual(annotation);
        }
        const order = found.map(({ fragments }) => fragments);
        expect(order).toEqual([...order].sort(compareSpans));
        session.close();
      }),
      { numRuns: 25 },
    );
  });

  test('on the very same words are in the order of their ids, whatever they are', () => {
    const { project } = makeProject();
    addArticles(project, [{ id: 'a1' }]);
    const kinds = ['venue', 'claim', 'actor', 'venue', 'actor'] as const;
    const same = kinds.map((kind, i) => makeAnnotation(`n${5 - i}`, 'repeats', { kind }));
    const others = [makeAnnotation('n0', 'Velia'), makeAnnotation('n9', 'repeats its'), makeAnnotation('n7', 'offer')];
    project.commit(
      'tag',
      creations(['coder', ana], ...[...same, ...others].map((one) => ['annotation', one] as const)),
    );
    const ids = ['n0', 'n9', 'n1', 'n2', 'n3', 'n4', 'n5', 'n7'];
    expect(
      annotationTable(project.db)
        .ofArticle('a1')
        .map(({ id }) => id),
    ).toEqual(ids);
    expect(
      annotationTable(project.db)
        .anchored('a1')
        .map(({ annotation, isPlaced }) => [annotation.id, isPlaced]),
    ).toEqual(ids.map((id) => [id, true]));
  });

  test('keep their words and context, also when they are moved', () => {
    const { project } = makeProject();
    fill(project);
    const selector = () =>
      annotationTable(project.db)
        .anchored('a1')
        .find(({ annotation }) => annotation.id === 'solene')?.selector;
    expect(selector()).toMatchObject({ exact: ['Solène'], prefix: expect.stringMatching(/possible,” $/) });
    const before = makeAnnotation('solene', 'Solène');
    const after = makeAnnotation('solene', 'Velia', {
      fragments: [
        { start: 0, end: 5 },
        { start: 6, end: 13 },
      ],
    });
    project.commit('move', [{ record: 'annotation', id: 'solene', before, after }]);
    expect(selector()).toMatchObject({ exact: ['Velia', 'repeats'], prefix: '' });
  });

  test('are counted by article and kind for one coder', () => {
    const { project } = makeProject();
    fill(project);
    const ben = { ...ana, id: 'ben', name: 'Ben' };
    project.commit('tag', creations(['coder', ben], ['annotation', makeAnnotation('b', 'Velia', { coderId: 'ben' })]));
    expect(annotationTable(project.db).countsOf('ana', ['a1', 'gone'])).toEqual([
      { articleId: 'a1', kind: 'actor', count: 1 },
      { articleId: 'a1', kind: 'claim', count: 1 },
    ]);
    expect(annotationTable(project.db).countsOf('ben', ['a1'])).toHaveLength(1);
    expect(annotationTable(project.db).countsOf('ben', [])).toEqual([]);
    expect(coderTable(project.db).byName(' BEN ')).toEqual(ben);
    expect(coderTable(project.db).byName('nobody')).toBeNull();
    // Files may bring two whom capital letters alone tell apart: the very name goes first.
    const small = { ...ana, id: 'small', name: 'ben' };
    project.commit('import', creations(['coder', small]));
    expect(coderTable(project.db).byName('ben')).toEqual(small);
    expect(coderTable(project.db).byName('Ben')).toEqual(ben);
  });
});

describe('texts', () => {
  test('come back exactly, each kept once', () => {
    const { project } = makeProject();
    const texts = ['a\r\nb\rc\n', '👩‍👩‍👧 e\u0301 مرحبا', '\u0001\u2028', 'x'.repeat(100_000)];
    const table = textTable(project.db);
    for (const text of [...texts, ...texts]) table.add(textHash(text), text);
    for (const text of texts) expect(table.get(textHash(text))).toBe(text);
    expect([...table.hashes()].sort()).toEqual(texts.map(textHash).sort());
    expect(() => table.add(textHash('a'), 'b')).toThrow();
  });
});

function key(article: Pick<Article, 'date' | 'outlet' | 'title' | 'id'>): string {
  return [article.date, article.outlet, article.title, article.id].join('\u0001');
}

describe('the corpus', () => {
  test('is walked by date, outlet, title and id, and can be used meanwhile', () => {
    const { project } = makeProject();
    const made = Array.from({ length: 450 }, (_, i) => ({
      id: `a${String(i).padStart(3, '0')}`,
      date: `2031-03-${String((i % 9) + 1).padStart(2, '0')}`,
      outlet: ['Post', 'Öster', ''][i % 3] ?? '',
      title: i % 2 === 0 ? 'Same title' : `Title ${i}`,
    }));
    addArticles(project, made);
    const seen: string[] = [];
    for (const { article, text } of readCorpus(project.db, '2031-03-15T00:00:00.000Z').units()) {
      expect(text).toBe(TEXT);
      seen.push(key(article));
      if (seen.length === 3)
        project.commit('edit', [
          {
            record: 'article',
            id: 'a000',
            before: makeArticle('a000', made[0]),
            after: makeArticle('a000', { ...made[0], author: 'X' }),
          },
        ]);
    }
    expect(seen).toEqual(made.map(key).sort());
  });

  test('gives each article with all that is coded in it, and can be walked again', () => {
    const { project } = makeProject();
    fill(project);
    const corpus = readCorpus(project.db, '2031-03-15T00:00:00.000Z');
    expect(corpus).toMatchObject({
      project: { id: 'set-000001', name: 'Study' },
      coders: [ana],
      exportedAt: '2031-03-15T00:00:00.000Z',
    });
    for (let walk = 0; walk < 2; walk++) {
      expect([...corpus.units()]).toEqual([
        {
          article: makeArticle('a1'),
          text: TEXT,
          annotations: [
            makeAnnotation('claim', 'A settlement is possible', { kind: 'claim' }),
            makeAnnotation('solene', 'Solène'),
          ],
          links: [makeLink('l1', 'claim', 'solene')],
        },
      ]);
    }
    expect(countCorpus(project.db)).toEqual({ articles: 1, annotations: 2, links: 1 });
    expect([...corpus.articles()]).toEqual([makeArticle('a1')]);
    expect(corpus.coded).toEqual(new Map([[ana.id, 2]]));
  });
});
