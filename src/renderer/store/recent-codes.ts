import type { OpenState, State } from './state.ts';

/** More than these are never offered by number. */
const MOST = 9;

/**
 * The codes that are given by number, the latest first: those given in this window, then those on the open article's
 * claims, the claim that was changed last before the others. Retired ones and those that are gone are left out.
 */
export function recentCodes({ recentCodes: given, codebook, open }: State): readonly string[] {
  const offered = new Set(codebook.codes.filter((code) => !code.retired).map((code) => code.id));
  const known = new Set([...given, ...(open ? codesOn(open) : [])].filter((id) => offered.has(id)));
  return [...known].slice(0, MOST);
}

function codesOn({ claims }: OpenState): string[] {
  const coded = claims.filter((claim) => claim.codes.length > 0);
  return coded.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).flatMap((claim) => claim.codes.toReversed());
}

/** The list with a code put first. */
export function withRecent(list: readonly string[], codeId: string): readonly string[] {
  return [codeId, ...list.filter((id) => id !== codeId)].slice(0, 3 * MOST);
}
