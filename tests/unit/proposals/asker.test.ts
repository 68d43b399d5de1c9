import { describe, expect, it, vi } from 'vitest';
import { askWorker, type Helper } from '../../../src/renderer/proposals/asker.ts';
import type { Answer, Question } from '../../../src/shared/propose/propose.ts';

const question = (text: string): Question => ({ text, title: '', language: 'en' });
const answer = (rules: string): Answer => ({ proposals: [], rules, people: [], nested: [], dateline: null });

/** Workers that do nothing by themselves: the test answers for them, or lets them die. */
function stage() {
  const workers: {
    asked: { id: number; question: Question }[];
    ended: boolean;
    reply(id: number, answer: Answer): void;
    die(): void;
  }[] = [];
  const start = (): Helper => {
    let onMessage: ((event: MessageEvent<{ id: number; answer: Answer }>) => void) | null = null;
    let onError: (() => void) | null = null;
    const worker = {
      asked: [] as { id: number; question: Question }[],
      ended: false,
      reply: (id: number, found: Answer) =>
        onMessage?.({ data: { id, answer: found } } as MessageEvent<{ id: number; answer: Answer }>),
      die: () => onError?.(),
    };
    workers.push(worker);
    return {
      postMessage: (message) => void worker.asked.push(message as { id: number; question: Question }),
      terminate: () => {
        worker.ended = true;
      },
      addEventListener(type: 'message' | 'error' | 'messageerror', listen: never) {
        if (type === 'message') onMessage = listen;
        else if (type === 'error') onError = listen;
      },
    };
  };
  return { asker: askWorker(start), workers };
}

describe('asking the worker', () => {
  it('starts one when it is needed, and keeps it', async () => {
    const { asker, workers } = stage();
    expect(workers).toHaveLength(0);
    for (const text of ['one', 'two']) {
      const coming = asker.ask(question(text));
      const asked = workers[0]?.asked.at(-1);
      expect(asked?.question.text).toBe(text);
      workers[0]?.reply(asked?.id ?? -1, answer(text));
      expect((await coming)?.rules).toBe(text);
    }
    expect(workers).toHaveLength(1);
  });

  it('leaves a stale answer aside and ends the worker that is busy with it', async () => {
    const { asker, workers } = stage();
    const old = asker.ask(question('long'));
    const fresh = asker.ask(question('short'));
    expect(await old).toBeNull();
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    const [first, second] = workers.map(({ asked }) => asked[0]?.id ?? -1);
    expect(first).not.toBe(second);
    workers[1]?.reply(first ?? -1, answer('of the old one'));
    workers[1]?.reply(second ?? -1, answer('right'));
    expect((await fresh)?.rules).toBe('right');
  });

  it('asks another one when it dies, and gives up when that dies of it too', async () => {
    const { asker, workers } = stage();
    const first = asker.ask(question('deadly'));
    workers[0]?.die();
    expect(workers).toHaveLength(2);
    workers[1]?.reply(workers[1].asked[0]?.id ?? -1, answer('after all'));
    expect((await first)?.rules).toBe('after all');

    const second = asker.ask(question('deadly'));
    workers[1]?.die();
    workers[2]?.die();
    expect(await second).toBeNull();
    // A late death of one that is gone changes nothing for the next.
    const third = asker.ask(question('harmless'));
    workers[2]?.die();
    workers[3]?.reply(workers[3].asked[0]?.id ?? -1, answer('well'));
    expect((await third)?.rules).toBe('well');
  });

  it('ends one that takes too long, and goes on with the next question', async () => {
    vi.useFakeTimers();
    try {
      const { asker, workers } = stage();
      const endless = asker.ask(question('endless'));
      vi.advanceTimersByTime(60_000);
      expect(await endless).toBeNull();
      expect(workers[0]?.ended).toBe(true);
      const next = asker.ask(question('next'));
      workers[1]?.reply(workers[1].asked[0]?.id ?? -1, answer('well'));
      expect((await next)?.rules).toBe('well');
      // What was answered in time is timed no more.
      vi.advanceTimersByTime(120_000);
      expect(workers[1]?.ended).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes without where none can be started', async () => {
    const asker = askWorker(() => {
      throw new Error('not here');
    });
    expect(await asker.ask(question('one'))).toBeNull();
  });
});
