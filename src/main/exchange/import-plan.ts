import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Loss, ReadAnnotation, ReadResult, ReadUnit } from '../../shared/formats/format.ts';
import type { Annotation, Coding } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import type { Coder } from '../../shared/model/coder.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill } from '../../shared/model/role.ts';
import { spanProblem } from '../../shared/text/span.ts';
import { type BookView, planBook } from './import-book.ts';
import { createCoderFinder } from './import-coders.ts';
import { placedCoding, saysMore } from './import-coding.ts';
import {
  annotationKey,
  articleChanges,
  type Filled,
  fillNew,
  fillStored,
  linkKey,
  placeKey,
} from './import-filling.ts';
import { ownId } from './import-placing.ts';

/** What an import looks up in the project. */
export interface ProjectView extends BookView {
  coders(): readonly Coder[];
  /** The first article with that text, or null. */
  articleByHash(hash: string): Article | null;
  annotations(articleId: string): readonly Annotation[];
  links(articleId: string): readonly Link[];
  /** Whether the project has a record of that id. */
  has(record: 'article' | 'annotation' | 'link', id: string): boolean;
}

/** What an import makes its records with. */
export interface Maker {
  newId(): string;
  /** ISO 8601, UTC. */
  now(): string;
  /** SHA-256 of a text as UTF-8, in hex. */
  hash(text: string): string;
  /** The article that a unit becomes. */
  article(unit: ReadUnit, id: string, hash: string): Article;
  /** Who codes at this machine: a layer of that name is theirs. */
  readonly self: { readonly id: string; readonly name: string };
}

/** What an import would change, ready to be committed in one act. */
export interface ImportPlan {
  readonly changes: readonly Change[];
  /** Texts of the new articles, by hash. */
  readonly texts: ReadonlyMap<string, string>;
  readonly articles: number;
  readonly annotations: number;
  readonly links: number;
  /** How much was added to the codebook and the authority list. */
  readonly book: { readonly codes: number; readonly variables: number; readonly entities: number };
  /** Names of the coders whose layers were in the files. */
  readonly coders: readonly string[];
  /** Titles of the articles whose text was there already: what was coded is added to them. */
  readonly existing: readonly string[];
  /** Annotations that were there already: same coder, span and kind. */
  readonly repeated: number;
  /** What of the files isn't kept because something else was there already. */
  readonly losses: readonly Loss[];
}

const NOTHING_IMPORTED = 'Nothing was imported. Check the file, and that it belongs to this text.';

/**
 * Lays what was read over a project: articles by their text, coders by their name, annotations by coder, kind and span.
 * It adds and never changes or removes what is coded, so nobody's layer is overwritten.
 * @param step called before each unit; may throw `cancelled`.
 */
export async function planImport(
  read: ReadResult,
  view: ProjectView,
  maker: Maker,
  step: (done: number, total: number) => Promise<void>,
): Promise<ImportPlan> {
  const coders = createCoderFinder(view.coders(), maker, read.units);
  const book = planBook(read.book, view, maker);
  /** Annotations by the keys of the files, for the examples of codes. */
  const byKey = new Map<string, string>();
  const articles = new Map<string, Filled>();
  const texts = new Map<string, string>();
  const existing: string[] = [];
  const count = { annotations: 0, links: 0, repeated: 0, differing: 0, impossible: 0, misfits: 0 };

  const given = new Set<string>();

  /** The id of the files where it can be kept. */
  function idOf(record: Parameters<ProjectView['has']>[0], wanted = ''): string {
    const id = ownId(wanted, { has: (id) => given.has(`${record} ${id}`) || view.has(record, id) }, maker);
    given.add(`${record} ${id}`);
    return id;
  }

  function fill(unit: ReadUnit): Filled {
    checkText(unit);
    const hash = maker.hash(unit.article.text);
    const earlier = articles.get(hash);
    const stored = earlier ? null : view.articleByHash(hash);
    if (earlier || stored) existing.push((earlier?.article ?? stored)?.title || unit.article.fileName);
    const filled =
      earlier ??
      (stored
        ? fillStored(stored, view.annotations(stored.id), view.links(stored.id))
        : fillNew(maker.article(unit, idOf('article', unit.article.id), hash)));
    if (filled.isNew) texts.set(hash, unit.article.text);
    articles.set(hash, filled);
    return filled;
  }

  function addAnnotation(filled: Filled, unit: ReadUnit, read: ReadAnnotation): Annotation {
    checkSpan(unit, read);
    const coderId = coders.idFor(read.coder);
    const key = annotationKey(coderId, read);
    const known = filled.known.get(key);
    if (known) {
      count.repeated++;
      if (saysMore(read, known, placedCoding(read, book))) count.differing++;
      return known;
    }
    const createdAt = read.createdAt ?? maker.now();
    const updatedAt = read.updatedAt ?? createdAt;
    const { kind, fragments, memo, attributes } = read;
    const articleId = filled.article.id;
    const made = {
      id: idOf('annotation', read.key),
      articleId,
      kind,
      coderId,
      fragments,
      memo,
      attributes,
      ...admitted(read, placedCoding(read, book)),
      createdAt,
      updatedAt,
    };
    filled.known.set(key, made);
    filled.added.push({ record: 'annotation', id: made.id, before: null, after: made });
    count.annotations++;
    return made;
  }

  /** The coding without the values that the project's variables can't have. */
  function admitted(read: ReadAnnotation, coding: Coding): Coding {
    const values: Record<string, Coding['values'][string]> = {};
    for (const [id, value] of Object.entries(read.values)) {
      const own = book.variable(id);
      const kept = own === null ? null : book.admit(id, value);
      if (own !== null && kept !== null) values[own] = kept;
      else count.misfits++;
    }
    return { ...coding, values };
  }

  function addLinks(filled: Filled, unit: ReadUnit, made: ReadonlyMap<string, Annotation>): void {
    for (const { id, claim, role, target, targetIs = 'annotation' } of unit.links) {
      const from = made.get(claim);
      const annotation = targetIs === 'annotation' ? made.get(target) : undefined;
      const to = targetIs === 'annotation' ? annotation : book.entity(target);
      const isTheirs = annotation === undefined || annotation.coderId === from?.coderId;
      if (!from || !to || from.kind !== 'claim' || !mayFill(role, to.kind) || !isTheirs) {
        count.impossible++;
        continue;
      }
      const same = linkKey({ claimId: from.id, role, targetId: to.id });
      if (filled.linked.has(same)) continue;
      filled.linked.add(same);
      const position = filled.places.get(placeKey({ claimId: from.id, role })) ?? 0;
      filled.places.set(placeKey({ claimId: from.id, role }), position + 1);
      const articleId = filled.article.id;
      const link: Link = {
        id: idOf('link', id),
        articleId,
        claimId: from.id,
        role,
        targetIs,
        targetId: to.id,
        position,
      };
      filled.added.push({ record: 'link', id: link.id, before: null, after: link });
      count.links++;
    }
  }

  for (const [index, unit] of read.units.entries()) {
    await step(index, read.units.length);
    const filled = fill(unit);
    const made = new Map(unit.annotations.map((read) => [read.key, addAnnotation(filled, unit, read)]));
    for (const [key, { id }] of made) if (!byKey.has(key)) byKey.set(key, id);
    addLinks(filled, unit, made);
  }

  const filled = [...articles.values()];
  const codebook = book.changes((key) => byKey.get(key) ?? null);
  return {
    changes: [...coders.created(), ...codebook, ...filled.flatMap(articleChanges)],
    texts,
    articles: filled.filter((one) => one.isNew).length,
    annotations: count.annotations,
    links: count.links,
    book: book.made(),
    coders: coders.names(),
    existing,
    repeated: count.repeated,
    losses: [...planLosses(count), ...coders.losses(), ...book.losses()],
  };
}

/** A text with half a character in it can't be kept as UTF-8, so its offsets could not be trusted. */
function checkText({ article }: ReadUnit): void {
  const name = article.fileName || article.title;
  if (/\p{Surrogate}/u.test(article.text)) {
    throw new ParleyError('bad-format', `The text of “${name}” has half a character in it.`, NOTHING_IMPORTED);
  }
  if (article.text === '') throw new ParleyError('bad-format', `“${name}” has no text.`, NOTHING_IMPORTED);
}

function checkSpan(unit: ReadUnit, read: ReadAnnotation): void {
  const { text } = unit.article;
  const problem = spanProblem(text, read.fragments) ?? (read.cue.length > 0 ? spanProblem(text, read.cue) : null);
  if (problem === null) return;
  const name = unit.article.fileName || unit.article.title;
  const message = `“${name}” has an annotation (${read.key}) that can’t be placed: ${problem}.`;
  throw new ParleyError('bad-format', message, NOTHING_IMPORTED);
}

function planLosses(count: {
  readonly differing: number;
  readonly impossible: number;
  readonly misfits: number;
}): Loss[] {
  const losses: Loss[] = [
    {
      what: 'Memos, attributes and coding of annotations that are here already',
      count: count.differing,
      detail: 'They differ from what the project holds; the project’s own were kept.',
    },
    {
      what: 'Values that don’t fit their variable',
      count: count.misfits,
      detail: 'The project’s variable can’t have them.',
    },
    {
      what: 'Links that can’t be',
      count: count.impossible,
      detail: 'They lead from something that isn’t a claim, to the wrong kind, or to another coder’s annotation.',
    },
  ];
  return losses.filter((loss) => loss.count > 0);
}
