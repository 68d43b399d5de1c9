/**
 * Schema version 11: titles, outlets and names with numbers in them are filed by the size of these. Nothing else changes: what records are
 * filed under is made anew behind every upgrade.
 */
export const numbersBySize = {
  version: 11,
  up(): void {},
};
