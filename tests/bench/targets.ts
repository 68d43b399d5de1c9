import { type Kind, KINDS } from '../../src/shared/model/kind.ts';
import { type MadeArticle, rangeOf } from './generate.ts';
import { createRandom } from './random.ts';

/** Words to be tagged, retyped, removed and brought back: the same ones for every candidate. */
export interface Target {
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** UTF-16 offsets from the paragraph's start. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 offset in the article. */
  readonly start: number;
  readonly kind: Kind;
  /** What it is made then. */
  readonly next: Kind;
}

/** Targets all over the article, each beginning with a word that nothing covers yet. */
export function chooseTargets(article: MadeArticle, count: number, seed: number): Target[] {
  const random = createRandom(seed);
  const covered = new Uint8Array(article.text.length);
  for (const { start, end } of article.annotations) covered.fill(1, start, end);
  const targets: Target[] = [];
  while (targets.length < count) {
    const index = random.below(article.paragraphs.length);
    const paragraph = article.paragraphs[index];
    if (!paragraph) continue;
    const word = random.below(paragraph.words.length);
    const kind = KINDS[targets.length % KINDS.length] as Kind;
    const { start, end } = rangeOf(paragraph, word, kind === 'claim' ? 10 + random.below(31) : 1 + random.below(4));
    if (covered[start] !== 0) continue;
    covered.fill(1, start, end);
    targets.push({
      paragraph: index,
      from: start - paragraph.start,
      to: end - paragraph.start,
      start,
      kind,
      next: KINDS[(targets.length + 1) % KINDS.length] as Kind,
    });
  }
  return targets;
}
