import type { DatasetTable } from '../../model/dataset.ts';

/*
 * What packages of layout 1 hold: they were written before there were codes, variables and entities. Their columns have the
 * same meaning today, so their rows are made and compared as today's are, in these columns alone.
 */

export const FIRST_TABLES: readonly DatasetTable[] = ['claims', 'spans', 'links', 'articles'];

const WHERE = [
  'start_utf16',
  'end_utf16',
  'start_codepoint',
  'end_codepoint',
  'fragments_utf16',
  'fragments_codepoint',
] as const;

export const FIRST_COLUMNS: Readonly<Partial<Record<DatasetTable, readonly string[]>>> = {
  claims: [
    'claim_id',
    'article_id',
    'claim',
    'claimants',
    'addressees',
    'venues',
    'claimant_ids',
    'addressee_ids',
    'venue_ids',
    'date',
    'outlet',
    'title',
    'coder',
    'memo',
    'attributes',
    ...WHERE,
  ],
  spans: [
    'span_id',
    'article_id',
    'kind',
    'quote',
    ...WHERE,
    'prefix',
    'suffix',
    'coder',
    'memo',
    'attributes',
    'created_at',
    'updated_at',
  ],
  links: ['claim_id', 'role', 'target_id', 'words', 'position', 'article_id', 'coder'],
  articles: [
    'article_id',
    'title',
    'outlet',
    'date',
    'author',
    'url',
    'language',
    'status',
    'file_name',
    'added_at',
    'words',
    'length_utf16',
    'length_codepoint',
    'text_sha256',
    'text',
  ],
};
