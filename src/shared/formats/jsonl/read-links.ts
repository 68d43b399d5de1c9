import type { EntityKind } from '../../model/entity.ts';
import type { Kind } from '../../model/kind.ts';
import { mayFill, ROLE_KINDS, type Role, ROLES } from '../../model/role.ts';
import { FormatError, type ReadAnnotation, type ReadLink } from '../format.ts';
import type { LossCounter } from '../losses.ts';
import type { NameCounter } from '../mapping.ts';
import type { NamedBook } from '../named-book.ts';
import { type ClaimInLine, HINT, type Line, ROLE_FIELD } from './line.ts';
import { NAMELESS, NO_NAME } from './read-coding.ts';

/** What of a line's links is looked up and counted with. */
export interface LinkReader {
  readonly book: NamedBook;
  readonly losses: LossCounter;
  readonly roles: NameCounter<Role | null>;
}

/** Who fills the roles of a line's claims. @param where for messages. Throws `FormatError` for a span that isn't there. */
export function readLinks(
  line: Line,
  annotations: readonly ReadAnnotation[],
  where: string,
  reader: LinkReader,
): ReadLink[] {
  const known = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const all = new Set(line.spans.map((span) => span.id));
  const links: ReadLink[] = [];
  for (const claim of line.claims) {
    const ids = new Map(claim.links.map((link) => [joined(link.role, link), link.id]));
    for (const role of ROLES) {
      for (const { target, targetIs, kind, named } of fillersOf(claim, role, known, reader)) {
        const spans = targetIs === 'entity' ? [claim.span] : [claim.span, target];
        const missing = spans.find((id) => !all.has(id));
        if (missing !== undefined)
          throw new FormatError(`${where}: a claim names the span “${missing}”, which isn’t there.`, HINT);
        reader.roles.add(role, role);
        const fits = known.get(claim.span)?.kind === 'claim' && kind !== undefined && mayFill(role, kind);
        const isEntity = targetIs === 'entity';
        const id = take(ids, joined(role, isEntity ? { entity: named } : { span: target }));
        if (fits)
          links.push({
            ...(id !== undefined && { id }),
            claim: claim.span,
            role,
            target,
            ...(isEntity && { targetIs }),
          });
        else
          reader.losses.add(
            `Role “${role}” that can’t be`,
            'It isn’t of a claim, or its filler isn’t kept or of a kind that can’t fill it.',
          );
      }
    }
    reader.losses.add('Ids of links that fill no role', 'Nothing of that claim fills that role.', ids.size);
  }
  return links;
}

/** What a link joins, as a key within its claim. */
function joined(
  role: Role,
  { span, entity }: { readonly span?: string | undefined; readonly entity?: string | undefined },
): string {
  return JSON.stringify([role, span ?? null, entity ?? null]);
}

/** What stands under a key, which is done with. */
function take<Value>(map: Map<string, Value>, key: string): Value | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}

/** The kinds of entities that may fill each role: claims fill none. */
const ENTITY_KINDS = ROLE_KINDS as Readonly<Record<Role, readonly [EntityKind, ...EntityKind[]]>>;

interface Filler {
  readonly target: string;
  readonly targetIs: 'annotation' | 'entity';
  readonly kind: Kind | undefined;
  /** An entity's id in the files; undefined where they name it alone. */
  readonly named?: string | undefined;
}

/** Who fills a role: spans in their order, with the entities at their places among them. */
function fillersOf(
  claim: ClaimInLine,
  role: Role,
  known: ReadonlyMap<string, ReadAnnotation>,
  { book, losses }: LinkReader,
): readonly Filler[] {
  const fillers: Filler[] = claim[ROLE_FIELD[role]].map((target) => ({
    target,
    targetIs: 'annotation',
    kind: known.get(target)?.kind,
  }));
  const entities = claim.role_entities.filter((entity) => entity.role === role);
  for (const { position, ...named } of entities.toSorted((a, b) => a.position - b.position)) {
    const kind = book.entityKind(ENTITY_KINDS[role], named);
    const target = book.entity(kind, named);
    if (target === null) losses.add(NAMELESS.entity, NO_NAME);
    else fillers.splice(position, 0, { target, targetIs: 'entity', kind, named: named.id });
  }
  return fillers;
}
