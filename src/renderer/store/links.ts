import type { Link } from '../../shared/model/link.ts';

const NONE: readonly Link[] = [];

/**
 * The links of one article, found by claim and by target. Lists keep their identity until a link in them changes, so that
 * a card whose claim didn't change needs no new drawing.
 */
export class LinkTable {
  readonly #byId = new Map<string, Link>();
  readonly #byClaim: Map<string, readonly Link[]>;
  readonly #byTarget: Map<string, readonly Link[]>;

  constructor(links: Iterable<Link> = []) {
    // The last of an id counts, as with `put`.
    for (const link of links) this.#byId.set(link.id, link);
    const byClaim = new Map<string, Link[]>();
    const byTarget = new Map<string, Link[]>();
    for (const link of this.#byId.values()) {
      listIn(byClaim, link.claimId).push(link);
      listIn(byTarget, link.targetId).push(link);
    }
    for (const list of byClaim.values()) list.sort(byPosition);
    this.#byClaim = byClaim;
    this.#byTarget = byTarget;
  }

  get(id: string): Link | undefined {
    return this.#byId.get(id);
  }

  /** A claim's links, by position. */
  ofClaim(claimId: string): readonly Link[] {
    return this.#byClaim.get(claimId) ?? NONE;
  }

  /** The links in which an actor or venue fills a role. */
  ofTarget(targetId: string): readonly Link[] {
    return this.#byTarget.get(targetId) ?? NONE;
  }

  all(): Iterable<Link> {
    return this.#byId.values();
  }

  /** Adds a link, or replaces the one of its id. */
  put(link: Link): void {
    this.remove(link.id);
    this.#byId.set(link.id, link);
    const claims = [...this.ofClaim(link.claimId), link].sort(byPosition);
    this.#byClaim.set(link.claimId, claims);
    this.#byTarget.set(link.targetId, [...this.ofTarget(link.targetId), link]);
  }

  remove(id: string): void {
    const link = this.#byId.get(id);
    if (!link) return;
    this.#byId.delete(id);
    drop(this.#byClaim, link.claimId, id);
    drop(this.#byTarget, link.targetId, id);
  }
}

function byPosition(a: Link, b: Link): number {
  return a.position - b.position;
}

function listIn(map: Map<string, Link[]>, key: string): Link[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}

function drop(map: Map<string, readonly Link[]>, key: string, id: string): void {
  const rest = (map.get(key) ?? NONE).filter((link) => link.id !== id);
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
}
