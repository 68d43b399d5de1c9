/** The dataset's tables, in the order in which a stranger reads them. */
export const DATASET_TABLES = [
  'claims',
  'claim_codes',
  'spans',
  'links',
  'entities',
  'codes',
  'variables',
  'articles',
] as const;

export type DatasetTable = (typeof DATASET_TABLES)[number];

/** A column of a table of the dataset. */
export interface DatasetColumn {
  readonly name: string;
  /** What the column holds, in plain words. */
  readonly description: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'datetime';
  /** The choices of a variable's column; not there where any value may stand. */
  readonly options?: readonly string[];
}
