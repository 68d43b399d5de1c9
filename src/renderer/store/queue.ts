import type { QueueItem } from '../../shared/api/methods/work.ts';
import type { QueueName } from '../../shared/model/queue.ts';

/** A queue that is being worked through: going to the next article steps in it. Its items are those that were there when it was begun. */
export interface RunningQueue {
  readonly name: QueueName;
  readonly items: readonly QueueItem[];
  /** How many there were when it was begun; more than `items` of a long one. */
  readonly total: number;
  readonly at: number;
}

/** How queues are called, what is in them, and what is said of an empty one. With commands in braces: see `withKeys`. */
export const QUEUE_WORDS: Readonly<
  Record<QueueName, { readonly title: string; readonly about: string; readonly none: string }>
> = {
  new: {
    title: 'New articles',
    about: 'Nobody has coded in them yet.',
    none: 'Every article has been begun.',
  },
  'in-progress': {
    title: 'Articles in progress',
    about: 'Begun, and not marked done. {done} marks the open one done.',
    none: 'No article is half done.',
  },
  incomplete: {
    title: 'Claims that lack something',
    about: 'Your claims without a claimant, a code or a value that the codebook asks for.',
    none: 'All your claims are complete.',
  },
  unlinked: {
    title: 'Mentions without an entity',
    about: 'Your actors and venues of which nobody has said who or what they are.',
    none: 'All your mentions are linked.',
  },
  'without-claim': {
    title: 'Articles without a claim',
    about: 'Begun or done, and you have tagged no claim in them.',
    none: 'Every article that was begun has a claim of yours.',
  },
};
