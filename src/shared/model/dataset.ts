export const DATASET_TABLES = ['claims', 'spans', 'links', 'articles'] as const;

export type DatasetTable = (typeof DATASET_TABLES)[number];

export interface DatasetColumn {
  readonly name: string;
  /** What the column holds, in plain words. */
  readonly description: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'date' | 'datetime';
}
