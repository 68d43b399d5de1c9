import type { Change } from '../../shared/change/change.ts';
import type { OpenState } from './state.ts';

/** So many are held: the one under the pointer, the one at the keys, and the next of the list. */
const HELD = 3;

/** One that is on its way, or here. */
interface Held {
  readonly coming: Promise<OpenState | null>;
  /** Null until it is here. */
  here: OpenState | null;
}

/**
 * Articles that are likely to be opened next, read before anybody asks for them. None of them is in sight: what changes in
 * one makes it be forgotten, and it is read again when it is wanted. Who takes one owns it, for an open article changes in place.
 */
export class ReadingAhead {
  readonly #held = new Map<string, Held>();

  /**
   * Reads an article unless it is held already.
   * @param read null when it can't be had; it doesn't throw.
   */
  read(id: string, read: () => Promise<OpenState | null>): void {
    if (this.#held.has(id)) return;
    const coming = read();
    const held: Held = { coming, here: null };
    this.#held.set(id, held);
    for (const oldest of [...this.#held.keys()].slice(0, -HELD)) this.#held.delete(oldest);
    void coming.then((found) => {
      held.here = found;
      if (found === null && this.#held.get(id) === held) this.#held.delete(id);
    });
  }

  /** Whether an article is here or on its way. */
  has(id: string): boolean {
    return this.#held.has(id);
  }

  /** Gives an article that is here: at once, and only once. Null when it isn't. */
  take(id: string): OpenState | null {
    const here = this.#held.get(id)?.here ?? null;
    if (here) this.#held.delete(id);
    return here;
  }

  /** The same for one that may still be on its way; null when none is, or when it was forgotten on the way. */
  async takeComing(id: string): Promise<OpenState | null> {
    const held = this.#held.get(id);
    if (!held) return null;
    await held.coming;
    return this.#held.get(id) === held ? this.take(id) : null;
  }

  /** Forgets what these changes concern. */
  changed(changes: readonly Change[]): void {
    if (this.#held.size === 0) return;
    for (const change of changes) {
      if (change.record === 'article') this.#held.delete(change.id);
      else if (change.record === 'annotation' || change.record === 'link') {
        const of = change.after ?? change.before;
        if (of) this.#held.delete(of.articleId);
      }
    }
  }

  /** Forgets all: what they hold may have changed unseen. */
  clear(): void {
    this.#held.clear();
  }
}
