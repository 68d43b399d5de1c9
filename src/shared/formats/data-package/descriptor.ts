import type { DatasetColumn, DatasetTable } from '../../model/dataset.ts';
import { slug } from '../../text/slug.ts';
import { type Book, bookOf } from '../book.ts';
import { CODEBOOK } from '../codebook.ts';
import type { Corpus, Written } from '../format.ts';
import { TABLES } from '../tables.ts';
import type { Counts } from './counts.ts';
import { type Choice, LAYOUT_VERSION, PACKAGE_TABLES, tableFile, writtenColumns } from './layout.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * `datapackage.json` after the Data Package standard, version 2 (datapackage.org). Its own property `parley` says how the
 * package was written. Every file named here must be finished, for its hash.
 */
export function descriptorText(corpus: Corpus, choice: Choice, counts: Counts, written: Written): string {
  const book = bookOf(corpus);
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    // As the standard likes names.
    name: slug(corpus.project.name, { ascii: true, between: '-' }) || 'dataset',
    id: corpus.project.id,
    title: corpus.project.name,
    description: 'News coded by hand: who claimed what, to whom, where. README.md describes every column.',
    created: corpus.exportedAt,
    // The standard wants at least one contributor where the property is there.
    ...(corpus.coders.length > 0 && {
      contributors: corpus.coders.map((coder) => ({ title: coder.name, roles: ['coder'] })),
    }),
    parley: { layout: LAYOUT_VERSION, ...choice },
    resources: [
      ...PACKAGE_TABLES.map((table) => tableResource(table, choice, book, counts, written)),
      {
        name: 'codebook',
        path: CODEBOOK,
        description: 'Kinds, roles, codes, variables and entities with their definitions, in one file.',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        ...sealed(CODEBOOK, written),
      },
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function tableResource(name: DatasetTable, choice: Choice, book: Book, counts: Counts, written: Written): object {
  const table = TABLES[name];
  const path = tableFile(name);
  return {
    name,
    type: 'table',
    path,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...sealed(path, written),
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: writtenColumns(name, choice, book).map((column) => ({
        name: column.name,
        type: column.type,
        description: column.description,
        ...constraintsOf(column, table.primaryKey, counts),
      })),
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length > 0 && {
        foreignKeys: table.foreignKeys.map((key) => ({
          fields: [key.column],
          // A table that refers to itself isn't named, as the standard has it.
          reference: { ...(key.table !== name && { resource: key.table }), fields: [key.to] },
        })),
      }),
    },
  };
}

/** That a key is always there, and which values a category can have: its choices, and those that it had before. */
function constraintsOf({ name, options = [] }: DatasetColumn, primaryKey: readonly string[], counts: Counts): object {
  const values = [...options, ...(counts.others.get(name) ?? [])];
  const constraints = {
    ...(primaryKey.includes(name) && { required: true }),
    ...(values.length > 0 && { enum: values }),
  };
  return Object.keys(constraints).length > 0 ? { constraints } : {};
}

function sealed(path: string, written: Written): { readonly bytes: number; readonly hash: string } {
  const { bytes, sha256 } = written.seal(path);
  return { bytes, hash: `sha256:${sha256}` };
}
