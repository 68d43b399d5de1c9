import type { DatasetTable } from '../model/dataset.ts';
import { articleTable } from './tables/articles.ts';
import { claimCodeTable } from './tables/claim-codes.ts';
import { claimTable } from './tables/claims.ts';
import { codeTable } from './tables/codes.ts';
import { entityTable } from './tables/entities.ts';
import { linkTable } from './tables/links.ts';
import type { Table } from './tables/shape.ts';
import { spanTable } from './tables/spans.ts';
import { variableTable } from './tables/variables.ts';

/** The dataset's tables. The preview and the data package are both made of them, so that they can't differ. */
export const TABLES: Readonly<Record<DatasetTable, Table>> = {
  claims: claimTable,
  claim_codes: claimCodeTable,
  spans: spanTable,
  links: linkTable,
  entities: entityTable,
  codes: codeTable,
  variables: variableTable,
  articles: articleTable,
};

export type { Cell, DatasetRow, Table } from './tables/shape.ts';
