import { type CorpusRow, type CorpusState, PAGE } from './state.ts';

/** The row at a place in the list, or undefined while its page hasn't been read. */
export function rowAt(corpus: CorpusState, index: number): CorpusRow | undefined {
  return corpus.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
}

/** The place of an article in the list, or -1 when it isn't among the pages read. */
export function placeOf(corpus: CorpusState, articleId: string): number {
  for (const [page, rows] of corpus.pages) {
    const at = rows.findIndex((row) => row.id === articleId);
    if (at >= 0) return page * PAGE + at;
  }
  return -1;
}
