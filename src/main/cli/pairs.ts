import { type Call, UsageError } from './command.ts';
import { nearest } from './nearest.ts';

/** Values such as `Source=actor` of an option that can be given many times. Throws `UsageError`. */
export function pairs(call: Call, option: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const given of call.all(option)) {
    // The last sign parts them, so that a name on the left may hold one.
    const at = given.lastIndexOf('=');
    const [left, right] = [given.slice(0, at).trim(), given.slice(at + 1).trim()];
    if (at < 1 || left === '' || right === '') {
      throw new UsageError(`--${option} ${given} can’t be understood.`, `Write it as --${option} NAME=VALUE.`);
    }
    if (found[left] !== undefined && found[left] !== right) {
      throw new UsageError(`--${option} names “${left}” twice, with two values.`, 'Give it once.');
    }
    found[left] = right;
  }
  return found;
}

/** The same, where the values are words of a list. */
export function pairsOf<T extends string>(call: Call, option: string, allowed: readonly T[]): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [left, right] of Object.entries(pairs(call, option))) {
    const value = allowed.find((one) => one === right.toLowerCase());
    if (value === undefined) {
      const near = nearest(right.toLowerCase(), allowed);
      const hint = near ? `Did you mean ${left}=${near}?` : `It can be ${allowed.join(', ')}.`;
      throw new UsageError(`--${option} ${left}=${right}: there is no “${right}”.`, hint);
    }
    found[left] = value;
  }
  return found;
}
