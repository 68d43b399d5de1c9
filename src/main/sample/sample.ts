import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../shared/change/change.ts';
import { type Annotation, UNCODED } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import { textHash } from '../db/texts.ts';
import { articleOf, readArticleFile } from '../files/read-article.ts';
import type { Project, Session } from '../handlers/context.ts';
import { type ArticleCoding, Coding, findSpan } from './coding.ts';

export interface SampleOptions {
  /** Absolute path of the `resources` folder. */
  readonly resources: string;
  /** Where the new project file is to lie; must not be there yet. */
  readonly path: string;
  /** Who is said to have coded it. */
  readonly coderId: string;
  readonly coderName: string;
  /** ISO 8601, UTC. */
  now(): string;
  newId(): string;
}

/**
 * Makes a fresh copy of the sample project and leaves it open: the articles under `resources/sample/articles`, coded as
 * `coding.json` says, as the state in which the file
 * begins: undo never takes the sample itself away. Errors: those of `session.create`.
 */
export function createSample(session: Session, options: SampleOptions): Project {
  const { changes, texts } = sampleChanges(options);
  const project = session.create(options.path);
  project.commit('make the sample project', changes, { texts, beginning: true });
  return project;
}

/** Everything that the sample consists of, as creations. */
export function sampleChanges(options: Omit<SampleOptions, 'path'>): {
  readonly changes: readonly Change[];
  readonly texts: ReadonlyMap<string, string>;
} {
  const folder = join(options.resources, 'sample');
  const coding = Coding.parse(JSON.parse(readFileSync(join(folder, 'coding.json'), 'utf8')));
  const texts = new Map<string, string>();
  const coder = { id: options.coderId, name: options.coderName, createdAt: options.now() };
  const changes: Change[] = [{ record: 'coder', id: coder.id, before: null, after: coder }];
  for (const fileName of readdirSync(join(folder, 'articles')).sort()) {
    const read = readArticleFile(fileName, readFileSync(join(folder, 'articles', fileName)));
    const coded = coding.articles[fileName];
    const article: Article = {
      ...articleOf(read, { ...read.fields, language: 'en' }, { id: options.newId(), addedAt: options.now() }),
      status: coded?.status ?? 'new',
    };
    texts.set(textHash(read.text), read.text);
    changes.push({ record: 'article', id: article.id, before: null, after: article });
    if (coded) changes.push(...codingChanges(coded, article.id, read.text, options));
  }
  return { changes, texts };
}

function codingChanges(
  coded: ArticleCoding,
  articleId: string,
  text: string,
  options: Omit<SampleOptions, 'path'>,
): Change[] {
  const at = options.now();
  const ids = new Map(coded.annotations.map((entry) => [entry.key, options.newId()]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`The sample’s coding has no annotation “${key}”.`);
    return id;
  };
  const annotations = coded.annotations.map((entry): Change => {
    const annotation: Annotation = {
      id: idOf(entry.key),
      articleId,
      kind: entry.kind,
      coderId: options.coderId,
      fragments: findSpan(text, entry.words, entry.after),
      memo: entry.memo ?? '',
      attributes: {},
      ...UNCODED,
      createdAt: at,
      updatedAt: at,
    };
    return { record: 'annotation', id: annotation.id, before: null, after: annotation };
  });
  const filled = new Map<string, number>();
  const links = coded.links.map(([claim, role, target]): Change => {
    const slot = `${claim} ${role}`;
    const position = filled.get(slot) ?? 0;
    filled.set(slot, position + 1);
    const link = {
      id: options.newId(),
      articleId,
      claimId: idOf(claim),
      role,
      targetIs: 'annotation' as const,
      targetId: idOf(target),
      position,
    };
    return { record: 'link', id: link.id, before: null, after: link };
  });
  return [...annotations, ...links];
}
