/** Something to wait for, and what ends the waiting: an answer that is held up, say. */
export function hold(): { readonly held: Promise<void>; release(): void } {
  const ends: (() => void)[] = [];
  const held = new Promise<void>((done) => ends.push(done));
  return { held, release: () => ends[0]?.() };
}
