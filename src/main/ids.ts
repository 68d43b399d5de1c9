import { randomBytes } from 'node:crypto';

/**
 * A maker of UUIDs of version 7 (RFC 9562, section 5.7): each sorts behind the one before, also within a millisecond and
 * when the clock is set back.
 * @param clock milliseconds since 1970.
 */
export function createIds(clock: () => number = Date.now): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const now = clock();
    if (now > time) {
      time = now;
      count = randomBytes(2).readUInt16BE() & 0x7ff;
    } else if (++count > 0xfff) {
      // The counter's 12 bits are used up: borrow the next millisecond.
      time++;
      count = 0;
    }
    const stamp = time.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const step = count.toString(16).padStart(3, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${step}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
