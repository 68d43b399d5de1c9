/** An issue or concept that claims are coded with. Codes stand in a hierarchy. */
export interface Code {
  readonly id: string;
  /** The code above it, or null at the top. Never in a circle. */
  readonly parentId: string | null;
  /** Unique among the codes under one parent, ignoring case. */
  readonly name: string;
  readonly definition: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Order among the codes under one parent, from 0. */
  readonly position: number;
  /** No longer offered; what is coded with it stays. */
  readonly retired: boolean;
  /**
   * Annotations that show what is meant, by id. Weak: one that was removed is passed over, and is an example again when
   * undo brings it back.
   */
  readonly examples: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/**
 * The longest name and definition, in UTF-16 units; and how many examples can be given one by one. A merge keeps those of both,
 * however many.
 */
export const CODE_MAX = { name: 200, definition: 8000, examples: 50 } as const;
