import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import type { Link } from '../../shared/model/link.ts';
import { textHash } from '../db/texts.ts';
import { articleOf, readArticleFile } from '../files/read-article.ts';
import type { Project, Session } from '../handlers/context.ts';
import { bookChanges, type Keys, keysOf, type SampleBook, sampleBook } from './book.ts';
import { type ArticleCoding, Coding, findSpan } from './coding.ts';

/** What the sample project is made with. */
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
 * `coding.json` says, as the state in which the file begins: undo never takes the sample itself away. Errors: those of
 * `session.create`.
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
  const book = sampleBook(coding, options);
  const keys = new Map(
    Object.entries(coding.articles).map(([file, { annotations }]) => [
      file,
      keysOf(annotations, 'annotation', options.newId),
    ]),
  );
  const exampleOf = (file: string, key: string): string => {
    const own = keys.get(file);
    if (!own) throw new Error(`The sample has no coded article “${file}”.`);
    return own.idOf(key);
  };
  const changes: Change[] = [
    { record: 'coder', id: coder.id, before: null, after: coder },
    ...bookChanges(coding, book, options, exampleOf),
  ];
  for (const fileName of readdirSync(join(folder, 'articles')).sort()) {
    const read = readArticleFile(fileName, readFileSync(join(folder, 'articles', fileName)));
    const coded = coding.articles[fileName];
    const article: Article = {
      ...articleOf(read, { ...read.fields, language: 'en' }, { id: options.newId(), addedAt: options.now() }),
      status: coded?.status ?? 'new',
    };
    texts.set(textHash(read.text), read.text);
    changes.push({ record: 'article', id: article.id, before: null, after: article });
    const own = keys.get(fileName);
    if (coded && own) changes.push(...codingChanges(coded, own, book, { id: article.id, text: read.text }, options));
  }
  return { changes, texts };
}

function codingChanges(
  coded: ArticleCoding,
  keys: Keys,
  book: SampleBook,
  article: { readonly id: string; readonly text: string },
  options: Omit<SampleOptions, 'path'>,
): Change[] {
  const at = options.now();
  const annotations = coded.annotations.map((entry): Change => {
    const values = Object.entries(entry.values).map(([key, value]) => [book.variables.idOf(key), value] as const);
    const annotation: Annotation = {
      id: keys.idOf(entry.key),
      articleId: article.id,
      kind: entry.kind,
      coderId: options.coderId,
      fragments: findSpan(article.text, entry.words, entry.after),
      memo: entry.memo,
      attributes: {},
      entityId: entry.entity === undefined ? null : book.entities.idOf(entry.entity),
      codes: entry.codes.map((key) => book.codes.idOf(key)),
      values: Object.fromEntries(values),
      reporting: entry.reporting,
      cue: findSpan(article.text, entry.cue, entry.cueAfter),
      utteredOn: entry.utteredOn,
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
    const entity = target.startsWith(ENTITY) ? target.slice(ENTITY.length) : null;
    const link: Link = {
      id: options.newId(),
      articleId: article.id,
      claimId: keys.idOf(claim),
      role,
      targetIs: entity === null ? 'annotation' : 'entity',
      targetId: entity === null ? keys.idOf(target) : book.entities.idOf(entity),
      position,
    };
    return { record: 'link', id: link.id, before: null, after: link };
  });
  return [...annotations, ...links];
}

/** What stands before the key of an entity that fills a role itself. */
const ENTITY = 'entity:';
