import type { Events } from '../../shared/api/contract.ts';

/** A line on a terminal that says how far a job is, and is gone when something is printed. */
export interface ProgressLine {
  show(step: Events['job']): void;
  print(stream: NodeJS.WritableStream, line: string): void;
}

/** @param stream where progress is shown: only when it is a terminal, so that scripts get results alone. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let shown = false;
  function clear(): void {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  }
  return {
    show({ done, total, what }) {
      if (!stream.isTTY) return;
      clear();
      stream.write(total > 0 ? `${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : what);
      shown = true;
    },
    print(target, line) {
      clear();
      target.write(`${line}\n`);
    },
  };
}
