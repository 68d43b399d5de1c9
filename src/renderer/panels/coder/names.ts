import { type Coder, CODER_NAME_MAX } from '../../../shared/model/coder.ts';
import { byName } from '../../../shared/text/by-name.ts';

/** The project's coders without the one who codes now, by name. */
export function othersOf(coders: readonly Coder[], currentId: string): readonly Coder[] {
  return coders.filter((coder) => coder.id !== currentId).sort((a, b) => byName(a.name, b.name));
}

/** The coder who has this name already, or null. Case and white space around it don't count; the very name goes first. */
export function namedSo(name: string, coders: readonly Coder[]): Coder | null {
  const wanted = name.trim().toLocaleLowerCase();
  const alike = coders.filter((coder) => coder.name.toLocaleLowerCase() === wanted);
  return alike.find((coder) => coder.name === name.trim()) ?? alike[0] ?? null;
}

/**
 * Why a name can't be used, or null.
 * @param taken coders whose name it may not be: two people under one name couldn't be told apart in a dataset.
 */
export function coderNameProblem(name: string, taken: readonly Coder[]): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'Please write a name.';
  if (trimmed.length > CODER_NAME_MAX) return `This name is too long: ${CODER_NAME_MAX} characters at most.`;
  const same = namedSo(name, taken);
  if (same) return `Another coder of this project is called ${same.name}. Write the name so that the two differ.`;
  return null;
}
