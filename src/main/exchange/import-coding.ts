import type { ReadAnnotation } from '../../shared/formats/format.ts';
import { type Annotation, type Coding, UNCODED } from '../../shared/model/annotation.ts';
import { sameSpan } from '../../shared/text/span.ts';
import type { BookPlan } from './import-book.ts';

/** What an annotation is coded with, by the project's own ids; only what its kind can have. */
export function placedCoding(read: ReadAnnotation, book: BookPlan): Coding {
  const values = Object.entries(read.values).flatMap(([id, value]) => {
    const own = book.variable(id);
    return own === null ? [] : [[own, book.meant(id, value)] as const];
  });
  const common = { ...UNCODED, values: Object.fromEntries(values) };
  if (read.kind !== 'claim') {
    const entity = read.entityId === null ? null : book.entity(read.entityId);
    return { ...common, entityId: entity?.kind === read.kind ? entity.id : null };
  }
  const codes = read.codes.map((id) => book.code(id)).filter((id) => id !== null);
  const { reporting, cue, utteredOn } = read;
  return { ...common, codes: [...new Set(codes)], reporting, cue, utteredOn };
}

/** Whether the files say something that the project's annotation doesn't. */
export function saysMore(read: ReadAnnotation, known: Annotation, coding: Coding): boolean {
  if (read.memo !== '' && read.memo !== known.memo) return true;
  if (Object.entries(read.attributes).some(([name, value]) => known.attributes[name] !== value)) return true;
  if (coding.entityId !== null && coding.entityId !== known.entityId) return true;
  if (coding.codes.some((id) => !known.codes.includes(id))) return true;
  if (Object.entries(coding.values).some(([id, value]) => known.values[id] !== value)) return true;
  if (coding.reporting !== '' && coding.reporting !== known.reporting) return true;
  if (coding.cue.length > 0 && !sameSpan(coding.cue, known.cue)) return true;
  return coding.utteredOn !== '' && coding.utteredOn !== known.utteredOn;
}
