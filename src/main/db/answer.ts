import type { Applied, HistoryState } from '../../shared/api/contract.ts';
import type { Change } from '../../shared/change/change.ts';

/** More changes than these are not sent: reading again what is shown is quicker. */
const MOST = 2000;

/** Gathers what a change set did into the answer to the window, without holding more than is sent. */
export class Answer {
  #changes: Change[] = [];
  #count = 0;
  #articleId: string | null = null;
  #several = false;

  add(change: Change): void {
    if (this.#count++ < MOST) this.#changes.push(change);
    // An act on the codebook belongs to no article, whatever else it changes.
    if (change.record === 'code' || change.record === 'variable') this.#several = true;
    const articleId = articleOf(change);
    if (articleId === null) return;
    if (this.#articleId === null) this.#articleId = articleId;
    else if (this.#articleId !== articleId) this.#several = true;
  }

  give(label: string, history: HistoryState, notice: string): Applied {
    const reload = this.#count > MOST;
    return {
      label,
      changes: reload ? [] : this.#changes,
      reload,
      articleId: this.#several ? null : this.#articleId,
      history,
      notice,
    };
  }
}

/** The article in which a change happened; null for what belongs to the whole project. */
function articleOf(change: Change): string | null {
  switch (change.record) {
    case 'article':
      return change.id;
    case 'annotation':
    case 'link':
    case 'verdict':
      return (change.after ?? change.before)?.articleId ?? null;
    default:
      return null;
  }
}
