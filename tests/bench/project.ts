import { join } from 'node:path';
import type { OpenArticle } from '../../src/shared/api/contract.ts';
import type { Change } from '../../src/shared/change/change.ts';
import { type Annotation, UNCODED } from '../../src/shared/model/annotation.ts';
import type { Article } from '../../src/shared/model/article.ts';
import type { Link } from '../../src/shared/model/link.ts';
import { countWords } from '../../src/shared/text/words.ts';
import { type Core, createCore } from '../../src/main/core.ts';
import { textHash } from '../../src/main/db/texts.ts';
import { type MadeArticle, makeArticle } from './generate.ts';

/** Other articles in the list. */
const OTHERS = 200;
/** Words in the article that is open at the start, and in each of the others. */
const SHORT = 300;

/** An article of the bench's project. */
export interface Known {
  readonly id: string;
  readonly title: string;
  readonly made: MadeArticle;
}

export interface BenchProject {
  /** Absolute path of the project file; closed, so it may be copied. */
  readonly file: string;
  /** The data folder of the coder who coded it. */
  readonly dataFolder: string;
  /** The short article that is open at the start. */
  readonly first: Known;
  /** The articles to be opened, by their number of words. */
  readonly sized: ReadonlyMap<number, Known>;
}

/** A core over a data folder of the bench's own. */
export function benchCore(dataFolder: string): Core {
  return createCore({ dataFolder, resources: '', version: '0', emit: () => undefined });
}

/**
 * Makes a project through the core: one article of each size, and a small corpus around them.
 * @param folder absolute path of an empty folder.
 */
export async function makeProject(folder: string, sizes: readonly number[]): Promise<BenchProject> {
  const dataFolder = join(folder, 'data');
  const file = join(folder, 'Bench.parley');
  const core = benchCore(dataFolder);
  try {
    await core.dispatch('coder.set', { name: 'Bench', mode: 'rename' });
    const project = core.context.session.create(file);
    const coder = { ...core.context.user.coder(), createdAt: core.context.now() };
    project.commit('begin', [{ record: 'coder', id: coder.id, before: null, after: coder }]);
    const add = (words: number, seed: number, title: string, date: string, status: Article['status']): Known => {
      const made = makeArticle(words, seed);
      const id = core.context.newId();
      const changes = changesOf(made, { id, title, date, status }, core);
      project.commit(`add ${title}`, changes, { texts: new Map([[textHash(made.text), made.text]]) });
      return { id, title, made };
    };
    const first = add(SHORT, 1, 'The article that is open first', '2031-06-30', 'in-progress');
    // The next one of the list, which is read ahead: none of those that are measured.
    add(SHORT, 99, 'The article behind it', '2031-06-29', 'new');
    const sized = new Map<number, Known>();
    for (const [n, size] of sizes.entries()) {
      sized.set(size, add(size, 2 + n, `An article of ${size} words`, `2031-06-${20 - n}`, 'new'));
    }
    for (let n = 0; n < OTHERS; n++) {
      const month = String((n % 12) + 1).padStart(2, '0');
      add(SHORT, 100 + n, `Another article, number ${n + 1}`, `2030-${month}-01`, 'done');
    }
    return { file, dataFolder, first, sized };
  } finally {
    core.close();
  }
}

/** What the program's window gets when it opens these articles: the same for those that are measured beside it. */
export async function readArticles(project: BenchProject): Promise<OpenArticle[]> {
  const core = benchCore(project.dataFolder);
  try {
    core.context.session.open(project.file);
    const found: OpenArticle[] = [];
    for (const { id } of [project.first, ...project.sized.values()]) {
      found.push((await core.dispatch('articles.open', { id })) as OpenArticle);
    }
    return found;
  } finally {
    core.close();
  }
}

function changesOf(
  made: MadeArticle,
  given: Pick<Article, 'id' | 'title' | 'date' | 'status'>,
  { context }: Core,
): Change[] {
  const at = context.now();
  // Tagged one after the other: times that are all alike would take less room than real ones.
  const timeOf = (index: number): string => new Date(Date.parse(at) + index * 7919).toISOString();
  const article: Article = {
    ...given,
    textHash: textHash(made.text),
    outlet: 'The Bench Courier',
    author: '',
    url: '',
    language: 'en',
    fileName: '',
    length: made.text.length,
    words: countWords(made.text),
    addedAt: at,
  };
  const annotations = made.annotations.map(
    ({ kind, start, end }, index): Annotation => ({
      id: context.newId(),
      articleId: given.id,
      kind,
      coderId: context.user.coder().id,
      fragments: [{ start, end }],
      memo: '',
      attributes: {},
      ...UNCODED,
      createdAt: timeOf(index),
      updatedAt: timeOf(index),
    }),
  );
  const idOf = (index: number): string => annotations[index]?.id ?? '';
  const positions = new Map<string, number>();
  const links = made.links.map(({ claim, role, target }): Link => {
    const slot = `${claim} ${role}`;
    const position = positions.get(slot) ?? 0;
    positions.set(slot, position + 1);
    return {
      id: context.newId(),
      articleId: given.id,
      claimId: idOf(claim),
      role,
      targetIs: 'annotation',
      targetId: idOf(target),
      position,
    };
  });
  return [
    { record: 'article', id: article.id, before: null, after: article },
    ...annotations.map((after): Change => ({ record: 'annotation', id: after.id, before: null, after })),
    ...links.map((after): Change => ({ record: 'link', id: after.id, before: null, after })),
  ];
}
