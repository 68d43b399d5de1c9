import type { DatasetTable } from '../../../shared/model/dataset.ts';

/** How the dataset's tables are called, what one row is, and what makes the first one. */
export const TABLE_WORDS: Readonly<
  Record<DatasetTable, { readonly label: string; readonly row: string; readonly about: string; readonly empty: string }>
> = {
  claims: {
    label: 'Claims',
    row: 'claim',
    about: 'One row a claim: who claimed what, to whom, where.',
    empty:
      'Open an article, select the words of a claim and press 2. Then press B, T or V to say by whom, to whom and where.',
  },
  spans: {
    label: 'Spans',
    row: 'span',
    about: 'One row an annotation: its words, where they stand, and who marked them.',
    empty: 'Open an article, select some words and press 1 for an actor, 2 for a claim or 3 for a venue.',
  },
  links: {
    label: 'Links',
    row: 'link',
    about: 'One row a filled role: this claim is by, to or at that actor or venue.',
    empty: 'Select a claim and press B to link who makes it, T to whom it is made, V where.',
  },
  articles: {
    label: 'Articles',
    row: 'article',
    about: 'One row an article with its details and its text.',
    empty: 'Import text files (.txt or .md): Parley shows what it found in them before anything is kept.',
  },
};
