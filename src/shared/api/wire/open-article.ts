import { type Annotation, type Coding, UNCODED } from '../../model/annotation.ts';
import type { Article } from '../../model/article.ts';
import { KINDS } from '../../model/kind.ts';
import type { Link } from '../../model/link.ts';
import { settleTies } from '../../model/reading-order.ts';
import type { Role } from '../../model/role.ts';
import type { OpenArticle } from '../contract.ts';

/*
 * An open article as it crosses. Thousands of annotations say much the same of themselves: that they belong to this article,
 * that nothing is coded yet. That crosses once, or not at all, and is put back on arrival: it takes a third of the bytes. The
 * database writes the columns by itself (`openArticleJson`): no object is made of an annotation before it is in the window.
 */

/** Start and end of a fragment, UTF-16. */
type FragmentWire = readonly [start: number, end: number];

/** What a claim, an actor or a venue is coded with, as the database keeps it. */
type CodingWire = Omit<Coding, 'cue' | 'entityId'> & { readonly cue: readonly FragmentWire[] };

/** An annotation of which the columns don't tell all. A null stands for what most have. */
export type MoreWire = readonly [
  id: string,
  fragments: readonly FragmentWire[] | null,
  memo: string | null,
  attributes: Annotation['attributes'] | null,
  updatedAt: string | null,
  entityId: string | null,
  coding: CodingWire | null,
];

export type LinkWire = readonly [
  id: string,
  claimId: string,
  role: Role,
  targetIs: Link['targetIs'],
  targetId: string,
  position: number,
];

/** An `OpenArticle`, with one value an annotation in each column, by place. */
export interface OpenArticleWire {
  readonly article: Article;
  readonly text: string;
  readonly ids: readonly string[];
  /** Indices in `KINDS`. */
  readonly kinds: readonly number[];
  /** Ids of coders. */
  readonly coders: readonly string[];
  /** Indices in `coders`; null when all are the first one's. */
  readonly layers: readonly number[] | null;
  /** Where spans begin, and how far they reach, gaps included. UTF-16. */
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  readonly created: readonly string[];
  /** In any order. */
  readonly more: readonly MoreWire[];
  readonly links: readonly LinkWire[];
}

/** The article that crossed. */
export function unpackOpenArticle(wire: OpenArticleWire): OpenArticle {
  const { article, text, ids, kinds, coders, layers, starts, lengths, created } = wire;
  const articleId = article.id;
  const attributes: Annotation['attributes'] = {};
  const more = new Map(wire.more.map((each) => [each[0], each]));
  const annotations = ids.map((id, i): Annotation => {
    const start = starts[i] as number;
    const createdAt = created[i] as string;
    const annotation: Annotation = {
      id,
      articleId,
      kind: KINDS[kinds[i] as number] as Annotation['kind'],
      coderId: coders[layers?.[i] ?? 0] as string,
      fragments: [{ start, end: start + (lengths[i] as number) }],
      memo: '',
      attributes,
      // Written out: to spread them into ten thousand objects takes three times as long.
      entityId: UNCODED.entityId,
      codes: UNCODED.codes,
      values: UNCODED.values,
      reporting: UNCODED.reporting,
      cue: UNCODED.cue,
      utteredOn: UNCODED.utteredOn,
      createdAt,
      updatedAt: createdAt,
    };
    const own = more.size > 0 ? more.get(id) : undefined;
    return own ? withMore(annotation, own) : annotation;
  });
  const links = wire.links.map(
    ([id, claimId, role, targetIs, targetId, position]): Link => ({
      id,
      articleId,
      claimId,
      role,
      targetIs,
      targetId,
      position,
    }),
  );
  return { article, text, annotations: settleTies(annotations), links };
}

function withMore(
  plain: Annotation,
  [, fragments, memo, attributes, updatedAt, entityId, coding]: MoreWire,
): Annotation {
  return {
    ...plain,
    fragments: fragments === null ? plain.fragments : toSpan(fragments),
    memo: memo ?? '',
    attributes: attributes ?? plain.attributes,
    ...(coding && { ...coding, cue: toSpan(coding.cue) }),
    entityId,
    updatedAt: updatedAt ?? plain.createdAt,
  };
}

function toSpan(fragments: readonly FragmentWire[]): Annotation['fragments'] {
  return fragments.map(([start, end]) => ({ start, end }));
}
