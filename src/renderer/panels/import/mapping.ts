import type { ReadMapping } from '../../../shared/model/exchange.ts';
import { isKind, KINDS, type Kind } from '../../../shared/model/kind.ts';
import { isRole, type Role, ROLES } from '../../../shared/model/role.ts';

/** A type or role that the files name, and what it is to become: null for “left out”. */
export interface MappingRow<To extends string> {
  readonly name: string;
  readonly count: number;
  readonly to: To | null;
}

export interface Found {
  readonly types: readonly { readonly name: string; readonly count: number; readonly kind: Kind | null }[];
  readonly roles: readonly { readonly name: string; readonly count: number; readonly role: Role | null }[];
}

/** What the analyst decided about an annotated folder. */
export interface MappingChoice {
  readonly types: readonly MappingRow<Kind>[];
  readonly roles: readonly MappingRow<Role>[];
  readonly coder: string;
  readonly coderFrom: ReadMapping['coderFrom'];
}

/** Words that other projects use for our kinds and roles. Only a proposal, shown before anything is read. */
const USUAL_KINDS: Readonly<Record<Kind, readonly string[]>> = {
  actor: ['source', 'speaker', 'person', 'per', 'org', 'organisation', 'organization', 'party', 'target'],
  claim: ['content', 'statement', 'proposition', 'quotation', 'quote'],
  venue: ['location', 'place', 'loc', 'setting', 'forum'],
};

const USUAL_ROLES: Readonly<Record<Role, readonly string[]>> = {
  claimant: ['source', 'speaker', 'by', 'agent'],
  addressee: ['target', 'recipient', 'hearer', 'to'],
  about: ['subject', 'topic', 'concerning'],
  relay: ['via', 'reporter', 'relayer'],
  venue: ['location', 'place', 'at', 'setting', 'forum'],
  'venue-proposed': ['proposed'],
  'venue-held': ['held'],
};

/** The kind that a type's name suggests, or null. Case and trailing digits don't count. */
export function suggestKind(name: string): Kind | null {
  const plain = plainName(name);
  return isKind(plain) ? plain : (KINDS.find((kind) => USUAL_KINDS[kind].includes(plain)) ?? null);
}

/** The role that a role's or relation's name suggests, or null. */
export function suggestRole(name: string): Role | null {
  const plain = plainName(name);
  return isRole(plain) ? plain : (ROLES.find((role) => USUAL_ROLES[role].includes(plain)) ?? null);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\d+$/, '');
}

/**
 * What was found, as rows. A row that the analyst decided before stays as decided; a new one takes what the reader
 * recognised, else what its name suggests.
 */
export function mappingRows(found: Found, before: Pick<MappingChoice, 'types' | 'roles'> | null) {
  const decidedKinds = new Map(before?.types.map((row) => [row.name, row.to]));
  const decidedRoles = new Map(before?.roles.map((row) => [row.name, row.to]));
  const types: readonly MappingRow<Kind>[] = found.types.map(({ name, count, kind }) => {
    const decided = decidedKinds.get(name);
    return { name, count, to: decided === undefined ? (kind ?? suggestKind(name)) : decided };
  });
  const roles: readonly MappingRow<Role>[] = found.roles.map(({ name, count, role }) => {
    const decided = decidedRoles.get(name);
    return { name, count, to: decided === undefined ? (role ?? suggestRole(name)) : decided };
  });
  return { types, roles };
}

/** One row changed. */
export function withTarget<To extends string>(
  rows: readonly MappingRow<To>[],
  name: string,
  to: To | null,
): readonly MappingRow<To>[] {
  return rows.map((row) => (row.name === name ? { ...row, to } : row));
}

/** The choice as the reader takes it: rows that are left out have no entry. */
export function readMapping(choice: MappingChoice): ReadMapping {
  return {
    kinds: mapped(choice.types),
    roles: mapped(choice.roles),
    coder: choice.coder.trim(),
    coderFrom: choice.coderFrom,
  };
}

function mapped<To extends string>(rows: readonly MappingRow<To>[]): Record<string, To> {
  const out: Record<string, To> = {};
  for (const row of rows) if (row.to !== null) out[row.name] = row.to;
  return out;
}
