/** Fewer letters than this say too little, except in scripts that pack a word into a character. */
const LEAST_LETTERS = 40;
const LEAST_IDEOGRAPHS = 10;
/** How much of a text is looked at, in UTF-16 units. */
const SAMPLE = 1500;

type Detect = (text: string) => string;

let loading: Promise<Detect> | undefined;

/**
 * Loads what tells languages apart: some 200 ms once, so it is done when the first article is read and not at start.
 * @returns a text → its language (BCP 47), or '' when it is too short or the answer is unsure.
 */
export function languageDetector(): Promise<Detect> {
  loading ??= import('eld/small').then(({ eld }) => (text: string) => {
    const sample = text.slice(0, SAMPLE);
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    const ideographs =
      sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
    if (letters < LEAST_LETTERS && ideographs < LEAST_IDEOGRAPHS) return '';
    const result = eld.detect(sample);
    return result.isReliable() ? result.language : '';
  });
  return loading;
}
