import { type Annotation, UNCODED } from '../../model/annotation.ts';
import { KINDS } from '../../model/kind.ts';
import type { Link } from '../../model/link.ts';
import { ROLES } from '../../model/role.ts';
import type { OpenArticle } from '../contract.ts';

/*
 * An open article as it crosses. Thousands of annotations say much the same of themselves: that they belong to this article,
 * that nothing is coded yet. That crosses once, or not at all, and is put back on arrival: it takes a third of the bytes.
 */

/** A link: claim and target are numbers of annotations where they are among them, else ids. */
type LinkWire = readonly [
  id: string,
  claim: number | string,
  role: number,
  target: number | string,
  position: number,
  targetIs: 0 | 1,
];

/** One value an annotation, in their order. */
interface Columns {
  readonly ids: string[];
  /** Indices in `KINDS`. */
  readonly kinds: number[];
  /** Indices in `coders`. */
  readonly layers: number[];
  /** Where spans begin, counted from where the one before begins, and how far they reach, gaps included. */
  readonly starts: number[];
  readonly lengths: number[];
  readonly created: string[];
}

/** An `OpenArticle`, with its annotations in columns. */
export interface OpenArticleWire extends Pick<OpenArticle, 'article' | 'text'>, Columns {
  /** Ids of the coders who have annotations here. */
  readonly coders: readonly string[];
  /** What only some have: the annotation's number, and the fields that aren't as in the others. In order. */
  readonly more: readonly (readonly [index: number, fields: Partial<Annotation>])[];
  readonly links: readonly LinkWire[];
}

type Column = 'id' | 'articleId' | 'kind' | 'coderId' | 'fragments' | 'createdAt' | 'updatedAt';

/** What an annotation holds beside its columns when there is nothing to tell. */
const PLAIN: Omit<Annotation, Column> = { memo: '', attributes: {}, ...UNCODED };
const PLAIN_FIELDS = Object.keys(PLAIN) as readonly (keyof typeof PLAIN)[];

const TARGETS: readonly Link['targetIs'][] = ['annotation', 'entity'];

/** An opened article in the closer form that crosses to the window. */
export function packOpenArticle({ article, text, annotations, links }: OpenArticle): OpenArticleWire {
  const coders: string[] = [];
  const columns: Columns = { ids: [], kinds: [], layers: [], starts: [], lengths: [], created: [] };
  const more: [number, Partial<Annotation>][] = [];
  const numbers = new Map<string, number>();
  let last = 0;
  let layer = 0;
  for (let i = 0; i < annotations.length; i++) {
    const annotation = annotations[i] as Annotation;
    const { id, coderId, fragments } = annotation;
    const start = fragments[0]?.start ?? 0;
    if (coders[layer] !== coderId) layer = numberIn(coders, coderId);
    columns.ids.push(id);
    columns.kinds.push(KINDS.indexOf(annotation.kind));
    columns.layers.push(layer);
    columns.starts.push(start - last);
    columns.lengths.push((fragments.at(-1)?.end ?? start) - start);
    columns.created.push(annotation.createdAt);
    last = start;
    const fields = fieldsOf(annotation);
    if (fields) more.push([i, fields]);
    if (links.length > 0) numbers.set(id, i);
  }
  return { article, text, coders, ...columns, more, links: links.map((link) => packLink(link, numbers)) };
}

/** The same article back from it. */
export function unpackOpenArticle(wire: OpenArticleWire): OpenArticle {
  const { article, text, ids, kinds, coders, layers, starts, lengths, created, more } = wire;
  const articleId = article.id;
  let start = 0;
  let at = 0;
  const annotations = ids.map((id, i): Annotation => {
    start += starts[i] as number;
    const fields = more[at]?.[0] === i ? more[at++]?.[1] : undefined;
    const createdAt = created[i] as string;
    const annotation: Annotation = {
      ...PLAIN,
      id,
      articleId,
      kind: KINDS[kinds[i] as number] as Annotation['kind'],
      coderId: coders[layers[i] as number] as string,
      fragments: [{ start, end: start + (lengths[i] as number) }],
      createdAt,
      updatedAt: createdAt,
    };
    return fields ? { ...annotation, ...fields } : annotation;
  });
  return { article, text, annotations, links: wire.links.map((link) => unpackLink(link, articleId, ids)) };
}

/** Where a value stands in a short list; it is added when it isn't there. */
function numberIn(list: string[], value: string): number {
  const at = list.indexOf(value);
  return at < 0 ? list.push(value) - 1 : at;
}

/** The fields that the columns don't tell; null when there are none. */
function fieldsOf(annotation: Annotation): Partial<Annotation> | null {
  let fields: Record<string, unknown> | null = null;
  if (annotation.fragments.length !== 1) fields = { fragments: annotation.fragments };
  if (annotation.updatedAt !== annotation.createdAt) fields = { ...fields, updatedAt: annotation.updatedAt };
  for (const field of PLAIN_FIELDS) {
    if (!isPlain(annotation[field], PLAIN[field])) fields = { ...fields, [field]: annotation[field] };
  }
  return fields;
}

/** Whether a field holds nothing: the plain value itself, or an empty list or table. */
function isPlain(value: unknown, plain: unknown): boolean {
  if (value === plain) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function packLink({ id, claimId, role, targetIs, targetId, position }: Link, numbers: Map<string, number>): LinkWire {
  const isEntity = targetIs === 'entity';
  const target = isEntity ? targetId : (numbers.get(targetId) ?? targetId);
  return [id, numbers.get(claimId) ?? claimId, ROLES.indexOf(role), target, position, isEntity ? 1 : 0];
}

function unpackLink(wire: LinkWire, articleId: string, ids: readonly string[]): Link {
  const [id, claim, role, target, position, targetIs] = wire;
  const idOf = (value: number | string): string => (typeof value === 'number' ? (ids[value] as string) : value);
  return {
    id,
    articleId,
    claimId: idOf(claim),
    role: ROLES[role] as Link['role'],
    targetIs: TARGETS[targetIs] as Link['targetIs'],
    targetId: idOf(target),
    position,
  };
}
