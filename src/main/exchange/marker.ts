import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The small file that every export holds, so that a later one may take its place: it names the format, and each file with
 * its hash. With it Parley can tell an export that nobody touched from a folder in which somebody has worked.
 */
export const MARKER = 'parley-export.json';

const Marker = z.object({
  about: z.string(),
  format: z.string(),
  /** Of which project, and when: ISO 8601, UTC. Exports of earlier versions don't say. */
  project: z.object({ id: z.string(), name: z.string() }).optional(),
  exportedAt: z.string().optional(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Marker = z.infer<typeof Marker>;

/** What the systems leave in folders by themselves. */
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.directory', '.stats_cache']);

/** The marker's text for an export. */
export function markerText(
  format: string,
  files: Marker['files'],
  origin: Pick<Marker, 'project' | 'exportedAt'> = {},
): string {
  const marker: Marker = {
    about:
      'Written by Parley. A later export may replace this folder for as long as these files are unchanged and alone.',
    format,
    ...origin,
    files,
  };
  return `${JSON.stringify(marker, null, 2)}\n`;
}

/** The marker of an export folder, or null when there is none that can be read. */
export function readMarker(folder: string): Marker | null {
  try {
    const parsed = Marker.safeParse(JSON.parse(fs.readFileSync(join(folder, MARKER), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** When an export was written: as its marker says, or else when that was written. ISO 8601, UTC. */
export function exportTime(folder: string, { exportedAt }: Marker): string {
  return exportedAt ?? fs.statSync(join(folder, MARKER)).mtime.toISOString();
}

/** The first file (relative, with `/`) that was changed in or added to an export since, or null when none was. */
export function strayFile(folder: string, marker: Marker): string | null {
  const known = new Map(marker.files.map((file) => [file.path, file]));
  for (const path of filesIn(folder)) {
    if (path === MARKER) continue;
    const file = known.get(path);
    if (!file || file.sha256 !== hashFile(join(folder, path))) return path;
  }
  return null;
}

/** Whether a folder holds nothing but what systems leave in folders by themselves. */
export function isEmptyFolder(folder: string): boolean {
  return fs.readdirSync(folder).every((name) => LITTER.has(name));
}

function* filesIn(folder: string, prefix = ''): Generator<string> {
  for (const entry of fs.readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) yield* filesIn(folder, `${path}/`);
    else if (!LITTER.has(entry.name)) yield path;
  }
}

function hashFile(path: string): string {
  const hash = createHash('sha256');
  feedHash(hash, path);
  return hash.digest('hex');
}

/** Feeds a file's bytes into a hash, in pieces. */
export function feedHash(hash: Hash, path: string): void {
  const buffer = Buffer.allocUnsafe(1 << 18);
  const fd = fs.openSync(path, 'r');
  try {
    for (let read = fs.readSync(fd, buffer); read > 0; read = fs.readSync(fd, buffer)) {
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    fs.closeSync(fd);
  }
}
