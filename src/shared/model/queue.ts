/**
 * Lists of work: articles nobody has begun, and those begun and not done; of the current coder's own, claims whose record
 * lacks something, mentions that nobody has said who they are; and articles that are begun or done without a claim of theirs.
 */
export const QUEUES = ['new', 'in-progress', 'incomplete', 'unlinked', 'without-claim'] as const;

export type QueueName = (typeof QUEUES)[number];
