import type { Client } from '../../../shared/api/client.ts';
import type { OpenArticle } from '../../../shared/api/contract.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Link } from '../../../shared/model/link.ts';
import { AnnotationIndex } from '../annotation-index.ts';
import { placeOf, rowAt } from '../corpus-rows.ts';
import { LinkTable } from '../links.ts';
import { ReadingAhead } from '../reading-ahead.ts';
import { type CorpusState, type OpenState, PAGE, type State } from '../state.ts';
import { readFresh } from './fresh.ts';
import type { ArticleActions, Get, SetState } from '../types.ts';

/** When the next article of the list is read ahead, in milliseconds: what the open one needs goes first. */
const NEXT_AFTER = 400;

/** Articles and the list of them. */
export function articleActions(client: Client, set: SetState, get: Get): ArticleActions {
  // Answers to questions that were replaced meanwhile are left aside.
  let opens = 0;
  let rereads = 0;
  let lists = 0;
  /** The article that is on its way, or came last. */
  let arriving: Promise<unknown> = Promise.resolve();
  /** Pages that are being read. */
  const reading = new Map<number, Promise<void>>();
  const ahead = new ReadingAhead();
  let nextTimer: ReturnType<typeof setTimeout> | undefined;

  const coderId = () => get().app?.coder.id ?? '';
  const readOpen = async (id: string): Promise<OpenState | null> => {
    const found = await readFresh(get, () => get().run('articles.open', { id }));
    return found && toOpenState(found, coderId());
  };
  const readComing = async (id: string): Promise<OpenState | null> => (await ahead.takeComing(id)) ?? readOpen(id);
  const show = (open: OpenState, also: Partial<State>): void => {
    set({ ...also, open, opening: null, selectedId: null, jump: null });
    get().say(`Opened ${open.article.title || 'an untitled article'}`);
    void get().nameEntities(entitiesIn(open.everyone.values(), open.links.all()));
    clearTimeout(nextTimer);
    nextTimer = setTimeout(readNext, NEXT_AFTER);
  };
  /** Reads what `J` would open. */
  const readNext = (): void => {
    const { open, corpus, queue } = get();
    if (!open) return;
    const at = placeOf(corpus, open.article.id);
    const next = queue ? queue.items[queue.at + 1]?.articleId : at < 0 ? undefined : rowAt(corpus, at + 1)?.id;
    if (next !== undefined) articles.readAhead(next);
  };

  const read = (page: number): Promise<void> => {
    const known = reading.get(page);
    if (known) return known;
    const mine = readPage(page);
    reading.set(page, mine);
    return mine;
  };
  const readPage = async (page: number): Promise<void> => {
    const { sort, status, query, filter } = get().corpus;
    const list = lists;
    const answer = await get().run('articles.list', { offset: page * PAGE, limit: PAGE, sort, status, query, filter });
    if (list !== lists) return;
    reading.delete(page);
    if (!answer) return;
    const pages: CorpusState['pages'] = new Map(get().corpus.pages).set(page, answer.rows);
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
        const here = ahead.take(id);
        if (here) {
          show(here, place);
        } else {
          // Off before anything is drawn: the core reads meanwhile.
          const coming = ahead.has(id) ? readComing(id) : readOpen(id);
          arriving = coming;
          set({ ...place, opening: id });
          const open = await coming;
          if (mine !== opens) return;
          if (!open) {
            set({ opening: null });
            return;
          }
          show(open, {});
        }
      }
      if (annotationId) {
        const annotation = get().open?.everyone.get(annotationId);
        if (annotation && annotation.coderId !== get().open?.layer) get().showLayer(annotation.coderId);
        get().select(annotationId, 'text');
      } else if (options.words && get().open?.article.id === id) {
        set({ selectedId: null, jump: { to: 'words', words: options.words } });
      }
    },
    readAhead(id) {
      if (get().open?.article.id === id || get().opening === id) return;
      ahead.read(id, async () => {
        try {
          return toOpenState(await client.call('articles.open', { id }), coderId());
        } catch {
          // Nobody has asked for it yet: whoever does is told.
          return null;
        }
      });
    },
    forgetAhead(changes) {
      if (changes) ahead.changed(changes);
      else ahead.clear();
    },
    async rereadArticle() {
      const mine = ++rereads;
      // One that is on its way isn't lost by it, and may have been read before what changed.
      await arriving;
      const id = get().open?.article.id;
      if (id === undefined || mine !== rereads) return;
      const found = await readFresh(get, async () =>
        mine === rereads && get().open?.article.id === id ? get().run('articles.open', { id }) : null,
      );
      const { open, selectedId } = get();
      if (mine !== rereads || open?.article.id !== id) return;
      const next = found && toOpenState(found, open.layer, open.version + 1);
      set({ open: next, selectedId: selectedId && next?.index.get(selectedId) ? selectedId : null });
      // The list of names may have been read anew too, and a long one is read only in part.
      if (found) void get().nameEntities(entitiesIn(found.annotations, found.links));
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
      const list = lists;
      await articles.readRows(next, next + 1);
      // The list was read anew meanwhile: its rows may be others.
      if (list !== lists) return articles.stepArticle(step);
      const row = rowAt(get().corpus, next);
      if (row) await articles.openArticle(row.id);
    },
    async filterCorpus(change) {
      set((state) => ({ corpus: { ...state.corpus, ...change } }));
      await articles.readCorpus();
    },
    async readCorpus() {
      lists++;
      reading.clear();
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
        if (!pages.has(page)) wanted.push(read(page));
      }
      await Promise.all(wanted);
    },
  };
  return articles;
}

/** The entities that an article's mentions and links refer to. */
function entitiesIn(annotations: Iterable<Annotation>, links: Iterable<Link>): string[] {
  const found: string[] = [];
  for (const { entityId } of annotations) if (entityId !== null) found.push(entityId);
  for (const { targetIs, targetId } of links) if (targetIs === 'entity') found.push(targetId);
  return found;
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
