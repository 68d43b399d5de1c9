/*
 * How what claims and mentions are coded with stands in brat's files. brat has no codebook: names and ids stand in the .ann
 * files, definitions in Parley's codebook.json beside them.
 *   N1 Reference T1 ParleyEntity:ID⇥name     who or what an actor or venue refers to
 *   N2 Reference T2 ParleyCode:ID⇥A > B      a code of a claim
 *   A1 Reporting T2 quoted                   how the claim is told
 *   A2 UtteredOn T2 2031-03-14               the day on which it was made
 *   A3 var_stance T2 for                     the value of a variable, under the name of its column
 *   T9 Cue 6 10⇥said, E1 Claim:T2 … Cue:T9   the words that announce it
 */

export const ENTITY_REFERENCE = 'ParleyEntity';
export const CODE_REFERENCE = 'ParleyCode';
export const REPORTING = 'Reporting';
export const UTTERED_ON = 'UtteredOn';
export const CUE = 'Cue';
