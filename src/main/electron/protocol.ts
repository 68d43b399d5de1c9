import { protocol } from 'electron';

export const SCHEME = 'parley';
/** The window's own origin. */
export const ORIGIN = `${SCHEME}://app`;
export const START_URL = `${ORIGIN}/`;

/** Has to run before the app is ready: makes `parley:` a scheme with an origin, as `https:` has. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the window's files at `parley://app/`, and nothing else.
 * @param read one file by its URL path, or null.
 * @param headers set on every answer.
 */
export function serveScheme(
  read: (urlPath: string) => Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null>,
  headers: Readonly<Record<string, string>>,
): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'app' && request.method === 'GET' ? await read(url.pathname) : null;
    if (!file) return new Response('There is nothing here.', { status: 404, headers });
    return new Response(file.bytes, { headers: { ...headers, 'Content-Type': file.type } });
  });
}
