import type { DatasetTable } from '../model/dataset.ts';
import { articleTable } from './tables/articles.ts';
import { claimTable } from './tables/claims.ts';
import { linkTable } from './tables/links.ts';
import type { Table } from './tables/shape.ts';
import { spanTable } from './tables/spans.ts';

/** The dataset's tables. The preview and the data package are both made of them, so that they can't differ. */
export const TABLES: Readonly<Record<DatasetTable, Table>> = {
  claims: claimTable,
  spans: spanTable,
  links: linkTable,
  articles: articleTable,
};

export { articleRows } from './tables/articles.ts';
export { claimRows } from './tables/claims.ts';
export { linkRows } from './tables/links.ts';
export type { Cell, CoderNames, DatasetRow, Table } from './tables/shape.ts';
export { spanRows } from './tables/spans.ts';
