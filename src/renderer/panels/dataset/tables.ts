import type { DatasetTable } from '../../../shared/model/dataset.ts';

interface TableWords {
  readonly label: string;
  readonly row: string;
  readonly rows: string;
  readonly about: string;
  /** With commands in braces: see `withKeys`. */
  readonly empty: string;
}

/** How the dataset's tables are called, what one row is, and what makes the first one. */
export const TABLE_WORDS: Readonly<Record<DatasetTable, TableWords>> = {
  claims: {
    label: 'Claims',
    row: 'claim',
    rows: 'claims',
    about: 'One row a claim: who claimed what, to whom, where, and how it is coded.',
    empty:
      'Open an article, select the words of a claim and press {tag-claim}. Then press {link-claimant}, {link-addressee} or {link-venue} to say by whom, to whom and where.',
  },
  spans: {
    label: 'Spans',
    row: 'span',
    rows: 'spans',
    about: 'One row an annotation: its words, where they stand, and who marked them.',
    empty:
      'Open an article, select some words and press {tag-actor} for an actor, {tag-claim} for a claim or {tag-venue} for a venue.',
  },
  links: {
    label: 'Links',
    row: 'link',
    rows: 'links',
    about: 'One row a filled role: this claim is by, to or at those words or that entity.',
    empty:
      'Select a claim and press {link-claimant} to link who makes it, {link-addressee} to whom it is made, {link-venue} where.',
  },
  claim_codes: {
    label: 'Codes of claims',
    row: 'code of a claim',
    rows: 'codes of claims',
    about: 'One row for each code of each claim: to count claims by code.',
    empty: 'Select a claim and press {codes} to give it a code of the codebook.',
  },
  entities: {
    label: 'Entities',
    row: 'entity',
    rows: 'entities',
    about: 'One row an actor or venue of the authority list: who or what spans refer to.',
    empty: 'Select an actor or a venue in an article and press {entity} to say who or what it is.',
  },
  codes: {
    label: 'Codes',
    row: 'code',
    rows: 'codes',
    about: 'One row a code of the codebook, each behind the code above it.',
    empty: 'Codes are made in the codebook, or come with one that is imported.',
  },
  variables: {
    label: 'Variables',
    row: 'variable',
    rows: 'variables',
    about: 'One row a variable of the codebook, and the column in which its values stand.',
    empty: 'Variables are made in the codebook, or come with one that is imported.',
  },
  articles: {
    label: 'Articles',
    row: 'article',
    rows: 'articles',
    about: 'One row an article with its details and its text.',
    empty: 'Import text files (.txt or .md): Parley shows what it found in them before anything is kept.',
  },
};
