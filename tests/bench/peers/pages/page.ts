import '@fontsource-variable/source-serif-4';
import type { OpenArticle } from '../../../../src/shared/api/contract.ts';
import './page.css';

/** How one of them shows articles. */
export interface Peer {
  /** Shows an article in an empty element. */
  open(place: HTMLElement, article: OpenArticle): void;
  /** Takes away what it shows. */
  close(): void;
}

/** Whether articles and changes go through the server (`?source=server`), or nothing leaves the page. */
const fromServer = new URLSearchParams(location.search).get('source') === 'server';

async function call(method: string, input: unknown): Promise<unknown> {
  const response = await fetch(`/api/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  return response.json();
}

/** Resolves when a change is kept: at once, or when the server has 4 KiB more on its disk. */
export async function keep(change: unknown): Promise<void> {
  if (fromServer) await call('keep', change);
}

/** Puts a button on the page for each article and opens the first. `data-ready` tells what was painted, as in Parley's editor. */
export async function startPage(peer: Peer): Promise<void> {
  const place = document.querySelector<HTMLElement>('#place');
  const list = document.querySelector('nav');
  if (!place || !list) throw new Error('the page has no place or list');
  const articles = (await call('list', {})) as { id: string; title: string }[];
  const memory = new Map<string, OpenArticle>();
  if (!fromServer) for (const { id } of articles) memory.set(id, (await call('article', { id })) as OpenArticle);

  let shown = false;
  const open = (article: OpenArticle): void => {
    if (shown) peer.close();
    shown = true;
    delete place.dataset['ready'];
    peer.open(place, article);
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        place.dataset['ready'] = article.article.id;
      });
    });
  };
  const show = async (id: string): Promise<void> => open((await call('article', { id })) as OpenArticle);
  for (const { id, title } of articles) {
    const button = document.createElement('button');
    button.textContent = title;
    button.onclick = () => {
      const known = memory.get(id);
      if (known) open(known);
      else void show(id);
    };
    list.append(button);
  }
  list.querySelector('button')?.click();
}
