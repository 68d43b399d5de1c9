import type { ArticleRow, OpenArticle } from '../../../shared/api/contract.ts';
import { AnnotationIndex } from '../annotation-index.ts';
import { placeOf, rowAt } from '../corpus-rows.ts';
import { LinkTable } from '../links.ts';
import { type OpenState, PAGE } from '../state.ts';
import type { ArticleActions, Get, SetState } from '../types.ts';

/** Articles and the list of them. */
export function articleActions(set: SetState, get: Get): ArticleActions {
  // Answers to questions that were replaced meanwhile are left aside.
  let opens = 0;
  let rereads = 0;
  let lists = 0;
  /** The article that is on its way, or came last. */
  let arriving: Promise<unknown> = Promise.resolve();
  const asked = new Set<number>();

  const read = async (page: number): Promise<void> => {
    const { sort, status, query, filter } = get().corpus;
    const list = lists;
    asked.add(page);
    const answer = await get().run('articles.list', { offset: page * PAGE, limit: PAGE, sort, status, query, filter });
    if (list !== lists) return;
    asked.delete(page);
    if (!answer) return;
    const pages: ReadonlyMap<number, readonly ArticleRow[]> = new Map(get().corpus.pages).set(page, answer.rows);
    set((state) => ({ corpus: { ...state.corpus, pages, total: answer.total, byStatus: answer.byStatus } }));
  };

  const articles: ArticleActions = {
    async openArticle(id, options = {}) {
      const annotationId = options.annotationId ?? null;
      const place = options.unasked ? {} : ({ place: 'code', drawer: null, picker: null } as const);
      if (get().open?.article.id === id) {
        // One that was still coming isn't wanted any more.
        opens++;
        set({ ...place, opening: null });
      } else {
        const mine = ++opens;
        // Off before anything is drawn: the core reads meanwhile.
        const coming = get().run('articles.open', { id });
        arriving = coming;
        set({ ...place, opening: id });
        const found = await coming;
        if (mine !== opens) return;
        if (!found) {
          set({ opening: null });
          return;
        }
        set({ open: toOpenState(found, get().app?.coder.id ?? ''), opening: null, selectedId: null, jump: null });
        get().say(`Opened ${found.article.title || 'an untitled article'}`);
        void get().nameEntities(entitiesIn(found));
      }
      if (annotationId) {
        const annotation = get().open?.everyone.get(annotationId);
        if (annotation && annotation.coderId !== get().open?.layer) get().showLayer(annotation.coderId);
        get().select(annotationId, 'text');
      } else if (options.words && get().open?.article.id === id) {
        set({ selectedId: null, jump: { to: 'words', words: options.words } });
      }
    },
    async rereadArticle() {
      const mine = ++rereads;
      // One that is on its way isn't lost by it, and may have been read before what changed.
      await arriving;
      const id = get().open?.article.id;
      if (id === undefined || mine !== rereads) return;
      const found = await get().run('articles.open', { id });
      const { open, selectedId } = get();
      if (mine !== rereads || open?.article.id !== id) return;
      const next = found && toOpenState(found, open.layer, open.version + 1);
      set({ open: next, selectedId: selectedId && next?.index.get(selectedId) ? selectedId : null });
    },
    async stepArticle(step) {
      if (get().queue) return get().stepQueue(step);
      const { open, corpus } = get();
      const at = open ? placeOf(corpus, open.article.id) : -1;
      const next = at < 0 ? 0 : at + step;
      if (corpus.total === 0) {
        get().say('No article is in the list');
        return;
      }
      if (next < 0 || next >= corpus.total) {
        get().say(step > 0 ? 'This is the last article of the list' : 'This is the first article of the list');
        return;
      }
      await articles.readRows(next, next + 1);
      const row = rowAt(get().corpus, next);
      if (row) await articles.openArticle(row.id);
    },
    async filterCorpus(change) {
      set((state) => ({ corpus: { ...state.corpus, ...change } }));
      await articles.readCorpus();
    },
    async readCorpus() {
      lists++;
      asked.clear();
      const { sort, status, query, filter } = get().corpus;
      const list = lists;
      const answer = await get().run('articles.list', { offset: 0, limit: PAGE, sort, status, query, filter });
      if (list !== lists || !answer) return;
      // The old rows stay in sight until the new ones are here.
      set((state) => ({
        corpus: { ...state.corpus, pages: new Map([[0, answer.rows]]), total: answer.total, byStatus: answer.byStatus },
      }));
    },
    async readRows(from, to) {
      const { total, pages } = get().corpus;
      const wanted: Promise<void>[] = [];
      for (let page = Math.floor(from / PAGE); page * PAGE < Math.min(to, total); page++) {
        if (!pages.has(page) && !asked.has(page)) wanted.push(read(page));
      }
      await Promise.all(wanted);
    },
  };
  return articles;
}

/** The entities that an article's mentions and links refer to. */
function entitiesIn({ annotations, links }: OpenArticle): string[] {
  const mentions = annotations.flatMap(({ entityId }) => entityId ?? []);
  return [...mentions, ...links.flatMap((link) => (link.targetIs === 'entity' ? link.targetId : []))];
}

function toOpenState(found: OpenArticle, layer: string, version = 1): OpenState {
  const index = AnnotationIndex.from(found.annotations.filter((annotation) => annotation.coderId === layer));
  return {
    article: found.article,
    text: found.text,
    everyone: new Map(found.annotations.map((annotation) => [annotation.id, annotation])),
    index,
    claims: index.claims(),
    links: new LinkTable(found.links),
    layer,
    version,
  };
}
