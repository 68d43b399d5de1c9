/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0 up to, but not including, `limit`; whole. */
  below(limit: number): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
}

/** A generator by a seed: a 32-bit counter (Weyl sequence) put through the finaliser of MurmurHash3. */
export function createRandom(seed: number): Random {
  let counter = seed >>> 0;
  const next = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let bits = counter;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
  return { below: (limit) => Math.floor(next() * limit), chance: (share) => next() < share };
}
