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

/** What of a line's coding is looked up and counted with. */
export interface CodingReader {
  readonly book: NamedBook;
  readonly losses: LossCounter;
}

/** What an actor or venue is coded with. */
export function spanCoding(kind: Kind, span: SpanInLine, reader: CodingReader): Pick<Coding, 'entityId' | 'values'> {
  return {
    entityId: kind === 'claim' || !span.entity ? null : reader.book.entity(kind, span.entity),
    values: readValues(kind, span.values, reader),
  };
}

/** What a claim is coded with beside its span's own values. @param cue placed already. */
export function claimCoding(claim: ClaimInLine, cue: Span, reader: CodingReader): Omit<Coding, 'entityId'> {
  const codes = claim.codes.map((code) => reader.book.code({ id: code.id, name: code.path }));
  return {
    codes: [...new Set(codes.filter((id) => id !== null))],
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
