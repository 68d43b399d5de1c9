/** `Intl.Segmenter`s, one a locale and granularity: making one costs more than using it. */

const made = new Map<string, Intl.Segmenter>();

/** A segmenter for a BCP 47 locale; one that the engine doesn't know (or '') gives the root rules. */
export function segmenter(locale: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${locale}`;
  let found = made.get(key);
  if (!found) {
    found = new Intl.Segmenter(known(locale) ? locale : 'und', { granularity });
    made.set(key, found);
  }
  return found;
}

function known(locale: string): boolean {
  try {
    return locale !== '' && Intl.Segmenter.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // not a language tag at all
  }
}
