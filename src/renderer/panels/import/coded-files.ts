/**
 * The format of coded files as the endings of their names tell it; null when they don't.
 * @returns the id of a format.
 */
export function formatOf(names: readonly string[]): string | null {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.some((name) => name.endsWith('.ann'))) return 'brat';
  if (lower.some((name) => name.endsWith('.jsonl'))) return 'jsonl';
  return lower.some((name) => name === 'datapackage.json') ? 'data-package' : null;
}
