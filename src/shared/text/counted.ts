/**
 * A counted thing: `1 article`, `2,300 articles`.
 * @param plural where adding an “s” isn't enough.
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}
