import type { Kind } from '../../model/kind.ts';
import { mayFill, ROLE_KINDS, type Role } from '../../model/role.ts';
import { FormatError, type ReadMapping } from '../format.ts';
import type { LossCounter } from '../losses.ts';
import { bareRole, kindOf, type nameCounter, roleOf } from '../mapping.ts';
import type { AnnFile, Argument, Event, Relation, Remark } from './grammar.ts';
import { findHubs } from './hubs.ts';

/*
 * From brat's events and relations to filled roles. Quotation corpora say the same in many ways, and all are read:
 *   E1 Cue:T2 Source:T1 Content:T3     an event around a word of saying; the claim is the part that maps to one
 *   E1 Source:T1 Content:T3            an event around what fills the role
 *   R1 Attribution Arg1:T3 Arg2:T1     a relation, in either direction; the role is in the type of what fills it
 *   R1 Source Arg1:T3 Arg2:T1          a relation named after the role
 *   R1 … Arg1:T1 Arg2:T2, R2 … Arg1:T3 Arg2:T2    relations that meet in the word of saying (hubs.ts)
 *   A1 Source T3 T1                    an attribute of the claim whose value is the id of what fills the role
 */

/** A filled role by ids of text-bound annotations. */
export interface Filled {
  readonly claim: string;
  readonly role: Role;
  readonly target: string;
}

/** One end of a relation, with the span that it leads to. */
interface End {
  readonly arg: Argument;
  readonly id: string;
}

/** What is counted while reading. */
export interface Tally {
  readonly losses: LossCounter;
  readonly roles: ReturnType<typeof nameCounter<Role | null>>;
}

/** What the lines of a file say in Parley's terms. */
export interface Resolver {
  /** The kind of a text-bound annotation, or null when its type isn't mapped. */
  kind(id: string): Kind | null;
  /** The kept annotations that something said of a text-bound annotation or an event is said of. */
  carriers(ref: string): readonly string[];
  /** Whether an attribute is a link: of a claim, named after a role, its value an id of the file. */
  isLink(attribute: Remark): boolean;
  /** All filled roles, each once; what isn't one is counted. */
  links(): readonly Filled[];
}

const UNMAPPED = 'It is mapped to no role of Parley’s.';

/** Reads the lines of a file by a mapping; what has no place is told to the tally. */
export function createResolver(file: AnnFile, mapping: ReadMapping, tally: Tally): Resolver {
  const { losses, roles } = tally;
  const typeOf = (id: string): string => file.textbounds.get(id)?.type ?? '';
  const kind = (id: string): Kind | null => (file.textbounds.has(id) ? kindOf(typeOf(id), mapping) : null);

  /** The claims of an event: its trigger, or the parts that map to claims. `path` guards against events in a ring. */
  function claimsOf(event: Event, path: readonly Event[] = []): readonly string[] {
    if (kind(event.trigger) === 'claim') return [event.trigger];
    if (path.includes(event)) return [];
    const parts = event.args.filter((arg) => roleOf(arg.role, mapping) === null);
    return parts.flatMap((arg) => partsOf(arg.ref, [...path, event])).filter((id) => kind(id) === 'claim');
  }

  /** The text-bound annotations that an argument leads to: itself, or an event's claims, or else its trigger. */
  function partsOf(ref: string, path: readonly Event[] = []): readonly string[] {
    const event = file.events.get(ref);
    if (!event) return [ref];
    const claims = claimsOf(event, path);
    return claims.length > 0 ? claims : [event.trigger];
  }

  function lead(ref: string): string {
    return partsOf(ref)[0] ?? ref;
  }

  function fill(claims: readonly string[], role: Role, target: string): readonly Filled[] {
    const is = kind(target);
    if (is && mayFill(role, is)) return claims.map((claim) => ({ claim, role, target }));
    if (is)
      losses.add(
        `Role “${role}” filled by a ${is}`,
        `Only a ${ROLE_KINDS[role].join(' or ')} can fill it. The link is left out.`,
      );
    else
      losses.add(
        `Role “${role}” filled by “${typeOf(target)}”`,
        'That type is mapped to no kind. The link is left out.',
      );
    return [];
  }

  function eventLinks(event: Event): readonly Filled[] {
    const { trigger } = event;
    const own = claimsOf(event);
    const claims = [...new Set(own.length > 0 ? own : hubs.claims(trigger))];
    // An event with nothing in it says no more than its trigger, which is kept or counted itself.
    if (claims.length === 0 && event.args.length > 0)
      losses.add(`Event “${event.type}”`, 'None of its parts is mapped to a claim.');
    const triggerRole = claims.includes(trigger) || kind(trigger) === null ? null : roleOf(typeOf(trigger), mapping);
    if (triggerRole && claims.length > 0) roles.add(typeOf(trigger), triggerRole);
    const byTrigger = triggerRole ? fill(claims, triggerRole, trigger) : [];
    const byArgument = event.args.flatMap((arg) => {
      const parts = partsOf(arg.ref);
      if (parts.every((id) => claims.includes(id))) return [];
      return parts.flatMap((target) => {
        const byName = roleOf(arg.role, mapping);
        const role = byName ?? roleOf(typeOf(target), mapping);
        roles.add(role && !byName ? typeOf(target) : bareRole(arg.role), role);
        if (claims.length === 0) return [];
        if (role) return fill(claims, role, target);
        losses.add(`Role “${bareRole(arg.role)}”`, UNMAPPED);
        return [];
      });
    });
    return [...byTrigger, ...byArgument];
  }

  function relationLinks(relation: Relation): readonly Filled[] {
    const [first, second] = relation.args.map((arg) => ({ arg, id: lead(arg.ref) }));
    if (!first || !second) return [];
    const byHub = hubLinks(relation, first, second) ?? hubLinks(relation, second, first);
    if (byHub) return byHub;
    const byType = roleOf(relation.type, mapping);
    if ((kind(first.id) === 'claim') === (kind(second.id) === 'claim')) {
      roles.add(relation.type, byType);
      losses.add(`Relation “${relation.type}”`, 'It isn’t between a claim and what could fill one of its roles.');
      return [];
    }
    const [claim, target] = kind(first.id) === 'claim' ? [first, second] : [second, first];
    const [name, role] = relationRole(relation, target.arg, typeOf(target.id));
    roles.add(name, role);
    if (role) return fill([claim.id], role, target.id);
    losses.add(`Relation “${relation.type}”`, UNMAPPED);
    return [];
  }

  /** The links of a relation to a hub that joins claims with what fills their roles; null when it isn't one. */
  function hubLinks(relation: Relation, hub: End, end: End): readonly Filled[] | null {
    const is = kind(end.id);
    if (kind(hub.id) !== null || is === null) return null;
    const claims = hubs.claims(hub.id);
    // What is tied to the claim's end fills the roles.
    if (is === 'claim') return hubs.hasFillers(hub.id) ? [] : null;
    if (claims.length === 0) return null;
    const [name, role] = relationRole(relation, end.arg, typeOf(end.id));
    roles.add(name, role);
    if (role) return fill(claims, role, end.id);
    losses.add(`Relation “${relation.type}”`, UNMAPPED);
    return [];
  }

  function isLink({ name, ref, value }: Remark): boolean {
    if (!file.textbounds.has(value) && !file.events.has(value)) return false;
    return roleOf(name, mapping) !== null && partsOf(ref).some((id) => kind(id) === 'claim');
  }

  function attributeLinks({ name, ref, value }: Remark): readonly Filled[] {
    const role = roleOf(name, mapping);
    if (!role) return [];
    roles.add(bareRole(name), role);
    const claims = partsOf(ref).filter((id) => kind(id) === 'claim');
    return partsOf(value).flatMap((target) => fill(claims, role, target));
  }

  /** The role of a relation with the name that it was found by: the relation's, the argument's, or the filler's type. */
  function relationRole(relation: Relation, arg: Argument, fillerType: string): readonly [string, Role | null] {
    for (const name of [relation.type, bareRole(arg.role), fillerType]) {
      const role = roleOf(name, mapping);
      if (role) return [name, role];
    }
    return [relation.type, null];
  }

  checkReferences(file);
  const hubs = findHubs(file, {
    isClaim: (id) => kind(id) === 'claim',
    isKept: (id) => kind(id) !== null,
    lead,
    claimsOf,
  });
  return {
    kind,
    carriers: (ref) => [...new Set(partsOf(ref))].filter((id) => kind(id) !== null),
    isLink,
    links: () => {
      const all = [
        ...[...file.events.values()].flatMap(eventLinks),
        ...file.relations.flatMap(relationLinks),
        ...file.attributes.filter(isLink).flatMap(attributeLinks),
      ];
      return [...new Map(all.map((link) => [`${link.claim} ${link.role} ${link.target}`, link])).values()];
    },
  };
}

/** Throws `FormatError` when an event or relation names something that the file doesn't have. */
function checkReferences(file: AnnFile): void {
  for (const { line, args, ...rest } of [...file.events.values(), ...file.relations]) {
    const refs = [...args.map((arg) => arg.ref), ...('trigger' in rest ? [rest.trigger as string] : [])];
    const missing = refs.find((ref) => !file.textbounds.has(ref) && !file.events.has(ref));
    if (missing !== undefined) {
      throw new FormatError(
        `${file.path}, line ${line}: it names ${missing}, which isn’t in the file.`,
        'Nothing was read. Correct that line, or take it out.',
      );
    }
  }
}
