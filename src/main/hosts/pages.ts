/*
 * The two pages that the loopback host writes itself. Neither holds script, style or anything from outside.
 */

/**
 * After an entry token was taken. The browser goes on by itself rather than by a redirect: a SameSite=Strict cookie isn't
 * sent along a redirect that began in another program, and this page is our own.
 */
export const ENTERED_PAGE = page('<meta http-equiv="refresh" content="0;url=/">', '<p>Opening Parley…</p>');

/** For a browser without the session. */
export const CLOSED_PAGE = page(
  '',
  `<h1>This address is not open</h1>
<p>An address of Parley works once, in one browser, and only while the Parley that printed it runs.</p>
<p>If Parley still runs in a terminal, press Enter there for a new address. If not, start Parley again.
Nothing that was shown as saved is lost.</p>`,
);

/** A small file for the default browser to open, so that the address never stands in a command line that others can read. */
export function launchPage(address: string): string {
  return page(`<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}">`, '');
}

function page(head: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Parley</title>${head}</head><body>${body}</body></html>
`;
}
