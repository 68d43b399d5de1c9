import type { MentionPlace } from '../../../shared/api/methods/mentions.ts';
import type { FoundArticle } from '../../../shared/api/methods/search.ts';

/** A row of the preview: an article, or a place in it. */
export type MentionRow =
  | { readonly is: 'article'; readonly article: FoundArticle; readonly places: readonly MentionPlace[] }
  | { readonly is: 'place'; readonly place: MentionPlace };

/** What tells one place from another. */
export function placeKey({ articleId, start, end }: MentionPlace): string {
  return `${articleId} ${start} ${end}`;
}

/** Places as rows, each article's below its title. They come by article. */
export function mentionRows(
  places: readonly MentionPlace[],
  articles: ReadonlyMap<string, FoundArticle>,
): readonly MentionRow[] {
  const rows: MentionRow[] = [];
  for (let from = 0; from < places.length; ) {
    const id = places[from]?.articleId ?? '';
    let to = from;
    while (to < places.length && places[to]?.articleId === id) to++;
    const own = places.slice(from, to);
    const article = articles.get(id);
    if (article)
      rows.push({ is: 'article', article, places: own }, ...own.map((place) => ({ is: 'place', place }) as const));
    from = to;
  }
  return rows;
}

/**
 * The places that are struck out, by key: what was toggled by hand is the opposite of what it would be. A place inside a
 * longer mention is struck out by itself.
 */
export function isStruck(place: MentionPlace, toggled: ReadonlySet<string>): boolean {
  return (place.inside !== '') !== toggled.has(placeKey(place));
}
