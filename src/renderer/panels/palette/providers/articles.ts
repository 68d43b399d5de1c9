import { longDate } from '../../parts/words.ts';
import type { PaletteProvider } from '../provider.ts';

/** How many articles are shown at most. */
const MOST = 7;

/** Articles by title, outlet or author. */
export const articleProvider: PaletteProvider<'asks'> = {
  id: 'articles',
  heading: 'Articles',
  async find(typed, { context, client }) {
    const query = typed.trim();
    if (!context.store.getState().project) return [];
    const { rows } = await client.call('articles.list', {
      offset: 0,
      limit: MOST,
      sort: 'date',
      status: null,
      query: query.slice(0, 200),
    });
    return rows.map((row) => ({
      id: `article ${row.id}`,
      title: row.title || 'Untitled',
      detail: [row.outlet, longDate(row.date)].filter(Boolean).join(' · '),
      whyNot: null,
      run: async ({ store, editor }) => {
        await store.getState().openArticle(row.id);
        editor?.focus();
      },
    }));
  },
};
