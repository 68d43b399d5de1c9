import type { Change } from '../change/change.ts';
import type { Annotation } from '../model/annotation.ts';

/** Annotations with other codes than before: changes of those that have them. Each code stays once, at its first place. */
export function recode(
  annotations: Iterable<Annotation>,
  codesOf: (annotation: Annotation) => readonly string[],
  now: string,
): Change[] {
  const changes: Change[] = [];
  for (const before of annotations) {
    const codes = [...new Set(codesOf(before))];
    if (codes.length === before.codes.length && codes.every((id, i) => id === before.codes[i])) continue;
    changes.push({ record: 'annotation', id: before.id, before, after: { ...before, codes, updatedAt: now } });
  }
  return changes;
}

/** Gives the annotations, all coders', that have one of these codes. */
export type Coded = (codeIds: readonly string[]) => Iterable<Annotation>;
