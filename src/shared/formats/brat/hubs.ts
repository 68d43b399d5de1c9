import type { AnnFile, Event, Relation } from './grammar.ts';

/*
 * Some corpora tie neither source nor content to the other, but both to the word of saying:
 *   R1 SourceOf Arg1:T1 Arg2:T2        source – cue
 *   R2 ContentOf Arg1:T3 Arg2:T2       content – cue
 * The cue, whose type is mapped to no kind, is then the hub of one quotation. An event around the cue may hold one of them.
 */

/** What a file's relations and events tie to its unmapped spans. */
export interface Hubs {
  /** The claims tied to this span. */
  claims(id: string): readonly string[];
  /** Whether what could fill a role is tied to it as well. */
  hasFillers(id: string): boolean;
}

/** What of the resolver is needed to find hubs. */
interface Parts {
  isClaim(id: string): boolean;
  isKept(id: string): boolean;
  /** The span that a relation's argument leads to. */
  lead(ref: string): string;
  claimsOf(event: Event): readonly string[];
}

/** The hubs of a file. */
export function findHubs(file: AnnFile, parts: Parts): Hubs {
  const claims = new Map<string, Set<string>>();
  const filled = new Set<string>();

  function tie(hub: string, id: string): void {
    if (parts.isKept(hub)) return;
    if (!parts.isClaim(id)) {
      if (parts.isKept(id)) filled.add(hub);
      return;
    }
    const known = claims.get(hub);
    if (known) known.add(id);
    else claims.set(hub, new Set([id]));
  }

  function ends({ args }: Relation): readonly string[] {
    return args.map((arg) => parts.lead(arg.ref));
  }

  for (const relation of file.relations) {
    const [first, second] = ends(relation);
    if (first === undefined || second === undefined) continue;
    tie(first, second);
    tie(second, first);
  }
  for (const event of file.events.values()) {
    for (const claim of parts.claimsOf(event)) tie(event.trigger, claim);
    for (const { ref } of event.args) tie(event.trigger, parts.lead(ref));
  }
  return { claims: (id) => [...(claims.get(id) ?? [])], hasFillers: (id) => filled.has(id) };
}
