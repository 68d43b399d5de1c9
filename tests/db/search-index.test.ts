import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationIndex } from '../../src/main/db/annotation-index.ts';
import { annotationSearch } from '../../src/main/db/annotation-search.ts';
import { annotationTable } from '../../src/main/db/annotations.ts';
import { articleTable } from '../../src/main/db/articles.ts';
import { textSearch } from '../../src/main/db/text-search.ts';
import { textHash } from '../../src/main/db/texts.ts';
import type { Project } from '../../src/main/handlers/context.ts';
import { NO_FILTER } from '../../src/shared/model/filter.ts';
import { makeProject } from './support/project.ts';
import { ana, creations, makeAnnotation, makeArticle, TEXT } from './support/records.ts';

/* What is found follows the tables through every act, its undoing and its doing again. */

const WORDS = ['Velia', 'offer', 'settlement', 'Solène', 'sides'] as const;

function foundTexts({ db }: Project, word: string): string[] {
  const search = textSearch(db);
  const total = search.count(`"${word}"`, NO_FILTER);
  const ids = search.page(`"${word}"`, NO_FILTER, total, 0, 100).map(({ id }) => id);
  expect(ids).toHaveLength(total);
  return ids.sort();
}

async function foundAnnotations({ db }: Project, word: string): Promise<string[]> {
  await annotationIndex(db).catchUp();
  const search = annotationSearch(db);
  const total = search.count(`"${word}"`, NO_FILTER);
  const ids = search.page(`"${word}"`, NO_FILTER, total, 0, 100).map(({ id }) => id);
  expect(ids).toHaveLength(total);
  return ids.sort();
}

type Act =
  | { readonly do: 'tag' | 'retag' | 'memo' | 'untag'; readonly article: number; readonly word: number }
  | { readonly do: 'import' | 'retitle' | 'remove'; readonly article: number; readonly word: number }
  | { readonly do: 'undo' | 'redo' | 'look' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    do: fc.constantFrom('tag', 'retag', 'memo', 'untag', 'import', 'retitle', 'remove'),
    article: fc.nat(2),
    word: fc.nat(WORDS.length - 1),
  }),
  fc.record({ do: fc.constantFrom('undo', 'redo', 'look') }),
);

function perform(project: Project, step: Act, n: number): void {
  if (step.do === 'undo') project.undo();
  if (step.do === 'redo') project.redo();
  if (!('article' in step)) return;
  const articles = articleTable(project.db);
  const annotations = annotationTable(project.db);
  const id = `a${step.article}`;
  const word = WORDS[step.word] ?? 'Velia';
  const article = articles.get(id);
  const there = annotations.ofArticle(id);
  const first = there[0];
  if (step.do === 'import' && !article) {
    project.commit('import', creations(['article', makeArticle(id)]), { texts: new Map([[textHash(TEXT), TEXT]]) });
  } else if (step.do === 'retitle' && article) {
    project.commit('edit', [{ record: 'article', id, before: article, after: { ...article, title: `About ${word}` } }]);
  } else if (step.do === 'remove' && article) {
    project.commit('remove', [
      ...there.map((before) => ({ record: 'annotation' as const, id: before.id, before, after: null })),
      { record: 'article' as const, id, before: article, after: null },
    ]);
  } else if (step.do === 'tag' && article) {
    project.commit('tag', creations(['annotation', makeAnnotation(`n${n}`, word, { articleId: id })]));
  } else if (step.do === 'retag' && first) {
    const { fragments } = makeAnnotation('x', word);
    project.commit('move', [{ record: 'annotation', id: first.id, before: first, after: { ...first, fragments } }]);
  } else if (step.do === 'memo' && first) {
    project.commit('memo', [{ record: 'annotation', id: first.id, before: first, after: { ...first, memo: word } }]);
  } else if (step.do === 'untag' && first) {
    project.commit('untag', [{ record: 'annotation', id: first.id, before: first, after: null }]);
  }
}

test('after any acts, what is found is what is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (steps) => {
      const { session, project } = makeProject();
      project.commit('begin', creations(['coder', ana]), { beginning: true });
      for (const [n, step] of steps.entries()) {
        perform(project, step, n);
        if (step.do === 'look') await annotationIndex(project.db).catchUp();
      }
      const articles = [...articleTable(project.db).walk()];
      const annotations = articles.flatMap(({ id }) => annotationTable(project.db).ofArticle(id));
      for (const word of WORDS) {
        expect(foundTexts(project, word)).toEqual(articles.map(({ id }) => id).sort());
        const titled = articles.filter(({ title }) => title.includes(word)).map(({ id }) => id);
        expect(foundTexts(project, `about ${word.toLowerCase()}`)).toEqual(titled.sort());
        const tagged = annotations.filter(
          ({ fragments, memo }) => memo === word || fragments.some(({ start, end }) => TEXT.slice(start, end) === word),
        );
        expect(await foundAnnotations(project, word)).toEqual(tagged.map(({ id }) => id).sort());
      }
      session.close();
    }),
    { numRuns: 40 },
  );
});

describe('a tag', () => {
  test('writes nothing into the index of annotations', async () => {
    const { project } = makeProject();
    project.commit('import', creations(['coder', ana], ['article', makeArticle('a1')]), {
      texts: new Map([[textHash(TEXT), TEXT]]),
    });
    await annotationIndex(project.db).catchUp();
    project.commit('tag', creations(['annotation', makeAnnotation('n1', 'Velia')]));
    expect(project.db.prepare('SELECT count(*) FROM annotation_index').pluck().get()).toBe(0);
    expect(await foundAnnotations(project, 'velia')).toEqual(['n1']);
  });
});
