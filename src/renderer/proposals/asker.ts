import type { Answer, Question } from '../../shared/propose/propose.ts';

/** Whoever looks through an article. */
export interface Asker {
  /** What is found; null when another question was asked meanwhile, or when it can't be told: the worker died or was too long about it. */
  ask(question: Question): Promise<Answer | null>;
}

interface Reply {
  readonly id: number;
  readonly answer: Answer;
}

/** The part of a `Worker` that is used. */
export interface Helper {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<Reply>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listen: () => void): void;
}

/** So long, in milliseconds, a worker may take: a hundred times what a long article does. */
const PATIENCE = 60_000;

/** Deaths in a row after which an article is left alone: it would kill the next worker too. */
const TRIES = 2;

/**
 * Asks a worker, one question at a time. A newer question makes the older one's answer stale; a worker that is busy with a
 * stale one, dies or takes too long is replaced.
 * @param start makes a worker
 */
export function askWorker(start: () => Helper): Asker {
  let worker: Helper | null = null;
  let count = 0;
  let waiting: {
    readonly id: number;
    readonly question: Question;
    tries: number;
    done(answer: Answer | null): void;
  } | null = null;

  let timer: ReturnType<typeof setTimeout> | undefined;

  const leave = (answer: Answer | null): void => {
    const { done } = waiting ?? {};
    clearTimeout(timer);
    waiting = null;
    done?.(answer);
  };
  const replace = (): void => {
    worker?.terminate();
    worker = null;
  };
  const begin = (): Helper | null => {
    try {
      return start();
    } catch {
      return null;
    }
  };
  const send = (): void => {
    if (!waiting) return;
    if (!worker) {
      const mine = begin();
      // A window that may start none goes without.
      if (!mine) return leave(null);
      worker = mine;
      mine.addEventListener('message', ({ data }) => {
        if (data.id === waiting?.id) leave(data.answer);
      });
      const died = (): void => {
        if (worker !== mine) return;
        replace();
        if (!waiting) return;
        if (++waiting.tries < TRIES) send();
        else leave(null);
      };
      mine.addEventListener('error', died);
      mine.addEventListener('messageerror', died);
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      replace();
      leave(null);
    }, PATIENCE);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes none
    worker.postMessage({ id: waiting.id, question: waiting.question });
  };

  return {
    ask(question) {
      if (waiting) {
        leave(null);
        replace();
      }
      return new Promise((done) => {
        waiting = { id: ++count, question, tries: 0, done };
        send();
      });
    },
  };
}
