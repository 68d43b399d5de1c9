import { type Fragment, normaliseSpan, sameSpan } from '../../text/span.ts';
import { snapToWords } from '../../text/segments.ts';
import type { Rule } from '../rule.ts';

/** Scripts that set no spaces: where a word ends there is for a dictionary to guess, not to be held against anybody. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const OF_WORD = /[\p{L}\p{N}\p{M}]/u;

/** An annotation that begins or ends inside a word. */
export const cutWord: Rule = {
  id: 'cut-word',
  title: 'Boundary inside a word',
  explanation:
    'Annotations usually cover whole words; two coders who cut differently disagree. Where a part is meant (“Lund” in “Lundish”), dismiss it.',
  *find(layer) {
    for (const annotation of layer.annotations) {
      const { fragments, id, kind } = annotation;
      const cut = fragments.flatMap(({ start, end }) => [start, end]).filter((at) => cuts(layer.text, at));
      if (cut.length === 0) continue;
      const whole = normaliseSpan(fragments.map((fragment) => widened(layer.text, fragment, layer.locale)));
      if (sameSpan(whole, fragments)) continue;
      yield {
        // What was dismissed is a cut here: one elsewhere in the same annotation is found anew.
        key: `${id} ${cut.slice(0, 12).join(',')}`,
        span: fragments,
        annotationIds: [id],
        message: `The ${kind} ${layer.quoted(fragments)} begins or ends inside a word.`,
        fixes: [{ title: `Take whole words: ${layer.quoted(whole)}`, fix: { act: 'reshape', id, fragments: whole } }],
      };
    }
  },
};

/** Whether an offset has a letter or digit on both sides. */
function cuts(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  return OF_WORD.test(before) && OF_WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

function characterBefore(text: string, at: number): string {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) ? text.slice(at - 2, at) : text.charAt(at - 1);
}

/** Only the ends that cut are moved: white space at the others is another rule's. */
function widened(text: string, fragment: Fragment, locale: string): Fragment {
  const words = snapToWords(text, fragment, locale);
  return {
    start: cuts(text, fragment.start) ? Math.min(fragment.start, words.start) : fragment.start,
    end: cuts(text, fragment.end) ? Math.max(fragment.end, words.end) : fragment.end,
  };
}
