import type { Coding } from '../../model/annotation.ts';
import type { Kind } from '../../model/kind.ts';
import type { VariableValue } from '../../model/variable.ts';
import type { Span } from '../../text/span.ts';
import type { LossCounter } from '../losses.ts';
import type { NamedBook } from '../named-book.ts';
import { isOfType } from '../values.ts';
import type { ClaimInLine, SpanInLine, ValuesInLine } from './line.ts';

/** What values are counted as that a variable can't have. */
export const MISFITS = 'Values that don’t fit their variable';

/** What is named by an id alone that no codebook knows. */
export const NAMELESS = { code: 'Codes without a name', entity: 'Entities without a name' } as const;
export const NO_NAME = 'They are named by an id that no codebook beside the file has.';

/** What of a line's coding is looked up and counted with. */
export interface CodingReader {
  readonly book: NamedBook;
  readonly losses: LossCounter;
}

/** What an actor or venue is coded with. */
export function spanCoding(kind: Kind, span: SpanInLine, reader: CodingReader): Pick<Coding, 'entityId' | 'values'> {
  const entityId = kind === 'claim' || !span.entity ? null : reader.book.entity(kind, span.entity);
  if (span.entity && kind !== 'claim' && entityId === null) reader.losses.add(NAMELESS.entity, NO_NAME);
  return {
    entityId,
    values: readValues(kind, span.values, reader),
  };
}

/** What a claim is coded with beside its span's own values. @param cue placed already. */
export function claimCoding(claim: ClaimInLine, cue: Span, reader: CodingReader): Omit<Coding, 'entityId'> {
  const codes = claim.codes.map((code) => reader.book.code({ id: code.id, name: code.path }));
  const known = codes.filter((id) => id !== null);
  reader.losses.add(NAMELESS.code, NO_NAME, codes.length - known.length);
  return {
    codes: [...new Set(known)],
    values: readValues('claim', claim.values, reader),
    reporting: claim.reporting,
    cue,
    utteredOn: claim.uttered_on,
  };
}

function readValues(kind: Kind, values: ValuesInLine, { book, losses }: CodingReader): Coding['values'] {
  const read: Record<string, VariableValue> = {};
  for (const { value, ...named } of values) {
    const variable = book.variable(kind, named, value);
    if (variable && isOfType(variable, value)) read[variable.id] = value;
    else losses.add(MISFITS, 'They are of another type, or name no variable.');
  }
  return read;
}

/** Two claims on one span as one: the codes of both; of the rest what the first says, and what it lacks from the other. */
export function joinedCoding(
  first: Omit<Coding, 'entityId'>,
  other: Omit<Coding, 'entityId'>,
): Omit<Coding, 'entityId'> {
  return {
    codes: [...new Set([...first.codes, ...other.codes])],
    values: { ...other.values, ...first.values },
    reporting: first.reporting || other.reporting,
    cue: first.cue.length > 0 ? first.cue : other.cue,
    utteredOn: first.utteredOn || other.utteredOn,
  };
}
