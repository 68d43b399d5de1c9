import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import type { Link } from '../../shared/model/link.ts';

/** An article while it is filled: what it has already and what comes to it. */
export interface Filled {
  readonly article: Article;
  readonly isNew: boolean;
  /** Annotations by coder, kind and span. */
  readonly known: Map<string, Annotation>;
  readonly linked: Set<string>;
  /** How many links a claim has in a role. */
  readonly places: Map<string, number>;
  readonly added: Change[];
}

/** An article that comes with the import. */
export function fillNew(article: Article): Filled {
  return { article, isNew: true, known: new Map(), linked: new Set(), places: new Map(), added: [] };
}

/** An article that the project has, with what is coded in it. */
export function fillStored(article: Article, annotations: readonly Annotation[], links: readonly Link[]): Filled {
  const places = new Map<string, number>();
  for (const link of links) {
    places.set(placeKey(link), Math.max(places.get(placeKey(link)) ?? 0, link.position + 1));
  }
  return {
    article,
    isNew: false,
    known: new Map(annotations.map((one) => [annotationKey(one.coderId, one), one])),
    linked: new Set(links.map(linkKey)),
    places,
    added: [],
  };
}

/** The article first, for what refers to it. One in which nobody had coded is now in progress. */
export function articleChanges({ article, isNew, added }: Filled): Change[] {
  if (isNew) return [{ record: 'article', id: article.id, before: null, after: article }, ...added];
  if (article.status !== 'new' || added.length === 0) return added;
  return [
    { record: 'article', id: article.id, before: article, after: { ...article, status: 'in-progress' } },
    ...added,
  ];
}

/** Two of the same key are the same annotation: one coder's, of one kind, on one span. */
export function annotationKey(coderId: string, { kind, fragments }: Pick<Annotation, 'kind' | 'fragments'>): string {
  return `${coderId} ${kind} ${fragments.map((f) => `${f.start}-${f.end}`).join(';')}`;
}

/** Two of the same key are the same link. */
export function linkKey({ claimId, role, targetId }: Pick<Link, 'claimId' | 'role' | 'targetId'>): string {
  return `${claimId} ${role} ${targetId}`;
}

/** Where links have an order among each other. */
export function placeKey({ claimId, role }: Pick<Link, 'claimId' | 'role'>): string {
  return `${claimId} ${role}`;
}
