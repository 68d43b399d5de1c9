import type { Annotation } from './annotation.ts';
import type { Code } from './code.ts';
import type { Link } from './link.ts';
import { ROLE_NAME } from './role.ts';
import type { Variable } from './variable.ts';

/*
 * When a record is complete: a claim has a claimant, a code when the codebook has any, and a value of each required
 * variable; an actor or venue has a value of each that is required of its kind.
 */

/** What of the codebook decides it. */
export interface Requirements {
  readonly codes: readonly Pick<Code, 'retired'>[];
  readonly variables: readonly Pick<Variable, 'id' | 'kind' | 'name' | 'required' | 'retired'>[];
}

/** The parts by which a queue can ask for records. A missing addressee or venue doesn't make one incomplete. */
export const MISSING_PARTS = ['claimant', 'addressee', 'venue', 'code', 'value'] as const;

export type MissingPart = (typeof MISSING_PARTS)[number];

/** One thing that a record lacks. */
export interface Missing {
  readonly part: 'claimant' | 'code' | 'value';
  /** The variable that has no value; null for the other parts. */
  readonly variableId: string | null;
  /** As it is read: `claimant`, `code`, the variable's name. */
  readonly words: string;
}

/** What a record lacks to be complete, in the order in which a card shows it. */
export function missingOf(record: CodedRecord, links: readonly RoleOf[], codebook: Requirements): readonly Missing[] {
  return missingBy(codebook)(record, links);
}

type CodedRecord = Pick<Annotation, 'kind' | 'codes' | 'values'>;
type RoleOf = Pick<Link, 'role'>;

/** The same for many records: what the codebook asks for is found out once. */
export function missingBy(
  codebook: Requirements,
): (record: CodedRecord, links: readonly RoleOf[]) => readonly Missing[] {
  const wants = wantsCode(codebook);
  const required = {
    actor: requiredOf('actor', codebook),
    claim: requiredOf('claim', codebook),
    venue: requiredOf('venue', codebook),
  };
  return (record, links) => {
    const missing: Missing[] = [];
    if (record.kind === 'claim') {
      if (!links.some(({ role }) => role === 'claimant')) missing.push(NO_CLAIMANT);
      if (wants && record.codes.length === 0) missing.push(NO_CODE);
    }
    for (const { id, name } of required[record.kind]) {
      if (!hasValue(record, id)) missing.push({ part: 'value', variableId: id, words: name });
    }
    return missing;
  };
}

const NO_CLAIMANT: Missing = { part: 'claimant', variableId: null, words: ROLE_NAME.claimant };
const NO_CODE: Missing = { part: 'code', variableId: null, words: 'code' };

/** Whether a claim without a code is incomplete: the codebook has codes that can be given. */
export function wantsCode({ codes }: Pick<Requirements, 'codes'>): boolean {
  return codes.some(({ retired }) => !retired);
}

/** The variables that a record of a kind has to have a value of. */
export function requiredOf<V extends Requirements['variables'][number]>(
  kind: Annotation['kind'],
  { variables }: { readonly variables: readonly V[] },
): readonly V[] {
  return variables.filter((variable) => variable.kind === kind && variable.required && !variable.retired);
}

/** An empty text says as little as none. */
function hasValue({ values }: CodedRecord, variableId: string): boolean {
  const value = values[variableId];
  return value !== undefined && value !== '';
}

/** `Complete`, `1 missing: claimant`, `3 missing: claimant, code, Stance`. */
export function missingWords(missing: readonly Pick<Missing, 'words'>[]): string {
  if (missing.length === 0) return 'Complete';
  return `${missing.length} missing: ${missing.map(({ words }) => words).join(', ')}`;
}
