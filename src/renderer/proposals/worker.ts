import type { LanguageFile } from '../../shared/propose/language.ts';
import { propose, type Question } from '../../shared/propose/propose.ts';

/*
 * Looks through articles beside the window: a long one holds nothing up. One question, one answer, told apart by an id.
 */

/** A file in that folder is a language: none is named here. */
const languages: readonly LanguageFile[] = Object.values(
  import.meta.glob<LanguageFile>('../../shared/propose/languages/*.json', { eager: true, import: 'default' }),
);

addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly question: Question }>) => {
  postMessage({ id: data.id, answer: propose(data.question, languages) });
});
