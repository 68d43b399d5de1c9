/** Someone who codes. The id stays when the name is corrected. */
export interface Coder {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** The longest name of a coder, in UTF-16 units, without white space around it. */
export const CODER_NAME_MAX = 120;
