/** What is wrong with a name typed for a new file or folder, or null. Strict enough for every system that the file may reach. */
export function nameProblem(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'Give it a name.';
  const bad = /[/\\:*?"<>|]/.exec(trimmed)?.[0];
  if (bad !== undefined) return `A name can’t contain ${bad}`;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f]/.test(trimmed)) return 'A name can’t contain line breaks or control characters.';
  if (/^\.+$/.test(trimmed)) return 'A name needs more than dots.';
  if (trimmed.endsWith('.')) return 'A name can’t end with a full stop.';
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trimmed))
    return 'Windows keeps this name for itself. Choose another.';
  // File systems count bytes; the ending and a temporary suffix have to fit too.
  if (new TextEncoder().encode(trimmed).length > 200) return 'This name is too long.';
  return null;
}

/** The file's name for a project of that name: with `.parley` behind it, once. */
export function projectFileName(name: string): string {
  const trimmed = name.trim();
  return /\.parley$/i.test(trimmed) ? trimmed : `${trimmed}.parley`;
}

/** Any words as a name that files can have: `Talks: part 1/2` → `Talks part 1 2`. */
export function safeName(words: string, fallback: string): string {
  const cleaned = words
    // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
    .replace(/[/\\:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.+$/, '')
    .slice(0, 80)
    .trim();
  return nameProblem(cleaned) === null ? cleaned : fallback;
}
