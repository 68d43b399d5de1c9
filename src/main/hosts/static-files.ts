import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** A file as it is served. */
export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One file of the built window by its URL path (`/` is `index.html`), or null for anything else. */
export type StaticFiles = (urlPath: string) => Promise<StaticFile | null>;

/**
 * Serves the files of one folder and of nothing outside it, through whatever encoding or symbolic link.
 * @param folder absolute path of the built renderer.
 */
export function staticFiles(folder: string): StaticFiles {
  return async (urlPath) => {
    const wanted = decode(urlPath);
    if (wanted === null) return null;
    const type = TYPES[extname(wanted).toLowerCase()];
    if (type === undefined) return null;
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, wanted));
      if (!file.startsWith(root + sep)) return null;
      return { type, bytes: new Uint8Array(await readFile(file)) };
    } catch {
      return null;
    }
  };
}

function decode(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath);
    if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null;
    return path === '/' || path === '' ? '/index.html' : path;
  } catch {
    return null;
  }
}
