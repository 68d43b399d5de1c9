import type { Answer, Question } from '../../shared/propose/propose.ts';

/** Whoever looks through an article. */
export interface Asker {
  /** What is found; null when another question was asked meanwhile, or when it can't be told. */
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
  addEventListener(type: 'error', listen: () => void): void;
}

/** Deaths in a row after which an article is left alone: it would kill the next worker too. */
const TRIES = 2;

/**
 * Asks a worker, one question at a time. A newer question makes the older one's answer stale; a worker that is busy with a
 * stale one, or dies, is replaced.
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

  const leave = (answer: Answer | null): void => {
    const { done } = waiting ?? {};
    waiting = null;
    done?.(answer);
  };
  const replace = (): void => {
    worker?.terminate();
    worker = null;
  };
  const send = (): void => {
    if (!waiting) return;
    if (!worker) {
      const mine = start();
      worker = mine;
      mine.addEventListener('message', ({ data }) => {
        if (data.id === waiting?.id) leave(data.answer);
      });
      mine.addEventListener('error', () => {
        if (worker !== mine) return;
        replace();
        if (!waiting) return;
        if (++waiting.tries < TRIES) send();
        else leave(null);
      });
    }
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
