import type { Get, QueueActions, SetState } from '../types.ts';

/** Items that are read at once: more than anybody works through in a sitting. */
const ITEMS = 1000;

/** Working through a queue. */
export function queueActions(set: SetState, get: Get): QueueActions {
  async function show(at: number): Promise<void> {
    const { queue } = get();
    const item = queue?.items[at];
    if (!queue || !item) return;
    set({ queue: { ...queue, at } });
    await get().openArticle(item.articleId, { annotationId: item.annotationId ?? undefined });
    // Whoever was quick is at another one by now.
    if (get().queue?.at !== at) return;
    get().say(
      `${at + 1} of ${queue.total.toLocaleString('en-GB')}: ${item.words || item.title || 'an untitled article'}`,
    );
  }

  return {
    async startQueue(name, at = 0) {
      const found = await get().run('work.queue', { queue: name, offset: 0, limit: ITEMS });
      if (!found) return;
      if (found.items.length === 0) {
        get().say('Nothing is left in this queue.');
        return;
      }
      // What an item lacks stands in its record: whatever lay over that gives way.
      set({ queue: { name, items: found.items, total: found.total, at: 0 }, recordView: 'claims' });
      await show(Math.min(at, found.items.length - 1));
    },
    async stepQueue(step) {
      const { queue, say } = get();
      if (!queue) return;
      const next = queue.at + step;
      if (next < 0) say('This is the first one of the queue.');
      else if (next < queue.items.length) await show(next);
      else if (queue.total > queue.items.length) await get().startQueue(queue.name);
      else say('That was the last one of the queue. The Work place shows what is left.');
    },
    leaveQueue() {
      if (!get().queue) return;
      set({ queue: null });
      get().say('Left the queue. The next article is that of the list again.');
    },
  };
}
