/** What an annotation marks. The order is the order of the keys `1` `2` `3`. */
export const KINDS = ['actor', 'claim', 'venue'] as const;

export type Kind = (typeof KINDS)[number];

/** Whether it is a kind of annotation. */
export function isKind(value: unknown): value is Kind {
  return KINDS.includes(value as Kind);
}
