/** A step of a folder's location: its name, and how many folders up from the one shown it lies. */
export interface Crumb {
  readonly name: string;
  /** 0 for the folder itself, 1 for its parent … */
  readonly up: number;
}

/**
 * A location as steps from the root: `/home/mara/news` → `/`, `home`, `mara`, `news`; `C:\News` → `C:\`, `News`;
 * `\\server\share\news` → `\\server\share`, `news`.
 */
export function crumbs(location: string): readonly Crumb[] {
  const names = steps(location);
  return names.map((name, index) => ({ name, up: names.length - 1 - index }));
}

function steps(location: string): string[] {
  const share = /^\\\\[^\\]+\\[^\\]+/.exec(location)?.[0];
  if (share !== undefined) return [share, ...split(location.slice(share.length), '\\')];
  const drive = /^[A-Za-z]:/.exec(location)?.[0];
  if (drive !== undefined) return [`${drive}\\`, ...split(location.slice(drive.length), '\\')];
  const rest = split(location, '/');
  return location.startsWith('/') ? ['/', ...rest] : rest;
}

function split(path: string, separator: string): string[] {
  // On Windows both slashes separate; elsewhere a backslash may be part of a name.
  const parts = separator === '\\' ? path.split(/[\\/]/) : path.split('/');
  return parts.filter((part) => part !== '');
}
