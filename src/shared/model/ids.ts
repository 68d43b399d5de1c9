/** What every id that Parley makes looks like: a UUID of version 7, in lower case. */
export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A maker of UUIDs of version 7 (RFC 9562, section 5.7): each sorts behind the one before, also within a millisecond and
 * when the clock is set back.
 * @param random gives that many unpredictable bytes.
 * @param clock milliseconds since 1970.
 */
export function createIds(random: (bytes: number) => Uint8Array, clock: () => number = Date.now): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const now = clock();
    if (now > time) {
      time = now;
      const [high = 0, low = 0] = random(2);
      count = ((high << 8) | low) & 0x7ff;
    } else if (++count > 0xfff) {
      // The counter's 12 bits are used up: borrow the next millisecond.
      time++;
      count = 0;
    }
    const stamp = hex(time, 12);
    const bytes = random(8);
    bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
    const tail = Array.from(bytes, (byte) => hex(byte, 2)).join('');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(count, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
