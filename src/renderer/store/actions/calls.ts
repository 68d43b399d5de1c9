import type { Applied, Input, Method, Output } from '../../../shared/api/contract.ts';
import { errorInfo } from '../../../shared/api/errors.ts';
import type { Client } from '../../../shared/api/client.ts';
import type { CallActions, Get, SetState } from '../types.ts';

/** Methods that answer with what they changed. */
type Changing = { [M in Method]: Output<M> extends Applied | { readonly applied: Applied } ? M : never }[Method];

/** Methods that change the project: they go one after another, and the window says "Saved" only when all are through. */
const WRITES: Readonly<Record<Changing, true> & Partial<Record<Method, true>>> = {
  'coder.set': true,
  'articles.update': true,
  'articles.remove': true,
  'articles.import': true,
  'annotations.add': true,
  'annotations.update': true,
  'annotations.code': true,
  'annotations.remove': true,
  'annotations.merge': true,
  'annotations.split': true,
  'claims.link': true,
  'claims.unlink': true,
  'claims.relink': true,
  'entities.link': true,
  'entities.dismiss': true,
  'entities.add': true,
  'entities.update': true,
  'entities.merge': true,
  'entities.split': true,
  'entities.remove': true,
  'entities.importCsv': true,
  'proposals.accept': true,
  'proposals.dismiss': true,
  'lint.dismiss': true,
  'lint.restore': true,
  'history.undo': true,
  'history.leave': true,
  'history.redo': true,
  'exchange.read': true,
  'mentions.tag': true,
  'codebook.starter': true,
  'codebook.read': true,
  'codes.add': true,
  'codes.update': true,
  'codes.move': true,
  'codes.merge': true,
  'codes.split': true,
  'codes.retire': true,
  'codes.remove': true,
  'codes.example': true,
  'variables.add': true,
  'variables.update': true,
  'variables.retire': true,
  'variables.remove': true,
  'variables.reorder': true,
  'entities.tellApart': true,
};

/** Calls and what is said about them. */
export function callActions(client: Client, set: SetState, get: Get): CallActions {
  /** The last change on its way; null when none is. */
  let queue: Promise<unknown> | null = null;
  let notices = 0;

  const write = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M> | null> => {
    set((state) => ({ saving: state.saving + 1 }));
    // Off at once when nothing is before it: what is drawn meanwhile doesn't hold it up.
    const turn = queue ? queue.then(() => client.call(method, input)) : client.call(method, input);
    const mine = turn
      .catch(() => undefined)
      .then(() => {
        if (queue === mine) queue = null;
      });
    queue = mine;
    try {
      const output = await turn;
      // After what the change brings has been drawn: "Saved" may come late, never early.
      setTimeout(() => set((state) => ({ saving: state.saving - 1 })));
      if (get().failure) set({ failure: null });
      return output;
    } catch (error) {
      const info = errorInfo(error);
      const step = method === 'history.undo' || method === 'history.redo';
      // A step that was refused has lost nothing: what was saved stays as it is.
      const harmless = info.code === 'cancelled' || (step && info.code === 'conflict');
      set((state) => ({ saving: state.saving - 1, failure: harmless ? state.failure : info }));
      if (info.code !== 'cancelled') {
        const said = harmless ? { title: info.message } : { title: 'This was not saved', detail: info.message };
        // Once the step goes through after all, what was said of it doesn't hold any more.
        const act = (harmless && get().project?.history[method === 'history.undo' ? 'undo' : 'redo']) || '';
        get().notify({ tone: 'bad', ...said, hint: info.hint, act });
      }
      if (info.code === 'conflict') await get().reloadAll();
      return null;
    }
  };

  return {
    async run(method, input) {
      if (WRITES[method]) return write(method, input);
      try {
        return await client.call(method, input);
      } catch (error) {
        const info = errorInfo(error);
        if (info.code !== 'cancelled') get().notify({ tone: 'bad', title: info.message, hint: info.hint });
        return null;
      }
    },
    notify(notice) {
      const last = get().notices.at(-1);
      // The same thing said twice in a row is one message.
      if (last && last.title === notice.title && last.detail === notice.detail) get().dismiss(last.id);
      set((state) => ({ notices: [...state.notices.slice(-3), { ...notice, id: ++notices }] }));
    },
    dismiss(id) {
      set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
    },
    dismissAct(label) {
      set((state) => ({ notices: state.notices.filter(({ act }) => !act || (label !== null && act !== label)) }));
    },
    say(text) {
      set((state) => ({ said: { text, count: state.said.count + 1 } }));
    },
    draft(id, unsaved) {
      if (get().drafts.has(id) === unsaved) return;
      const drafts = new Set(get().drafts);
      if (unsaved) drafts.add(id);
      else drafts.delete(id);
      set({ drafts });
    },
  };
}
