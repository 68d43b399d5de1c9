import type { Link } from '../../shared/model/link.ts';

const NONE: readonly Link[] = [];

/**
 * The links of one article, found by claim and by target. Lists keep their identity until a link in them changes, so that
 * a card whose claim didn't change needs no new drawing.
 */
export class LinkTable {
  readonly #byId = new Map<string, Link>();
  readonly #byClaim = new Map<string, readonly Link[]>();
  readonly #byTarget = new Map<string, readonly Link[]>();

  constructor(links: Iterable<Link> = []) {
    for (const link of links) this.put(link);
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
    const claims = [...this.ofClaim(link.claimId), link].sort((a, b) => a.position - b.position);
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

function drop(map: Map<string, readonly Link[]>, key: string, id: string): void {
  const rest = (map.get(key) ?? NONE).filter((link) => link.id !== id);
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
}
