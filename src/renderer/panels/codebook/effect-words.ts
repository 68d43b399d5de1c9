import type { CodebookEffect } from '../../../shared/api/methods/codebook.ts';
import { counted } from '../../../shared/text/counted.ts';

/** What an act does to what is coded, in a sentence or two. */
export function effectWords(effect: CodebookEffect): string {
  if (effect.annotations === 0) return 'Nothing that is coded changes.';
  const what = `${counted(effect.annotations, 'annotation')} ${effect.annotations === 1 ? 'changes' : 'change'}`;
  return `${what}${othersWords(effect)}.`;
}

/** `, 12 of them by 2 other coders`; '' for none. */
export function othersWords({ others, otherCoders, annotations }: CodebookEffect): string {
  if (others === 0) return '';
  const whom = otherCoders === 1 ? 'another coder' : `${otherCoders} other coders`;
  if (others === annotations) return `, coded by ${whom}`;
  return `, ${others.toLocaleString('en')} of them coded by ${whom}`;
}
