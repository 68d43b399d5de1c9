import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the program's own files lie. Absolute paths. */
export interface ProgramPlaces {
  /** The sample project's articles. */
  readonly resources: string;
  /** The built window. */
  readonly renderer: string;
  readonly preload: string;
  readonly version: string;
}

/**
 * The program's files, seen from a built entry.
 * @param entryFolder `out/main`, where `index.js`, `serve.js` and `cli.js` lie.
 */
export function programPlaces(entryFolder: string): ProgramPlaces {
  const root = join(entryFolder, '..', '..');
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    resources: join(root, 'resources'),
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    version: description.version,
  };
}
