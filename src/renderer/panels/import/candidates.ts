import type { Candidate, FileHandle } from '../../../shared/api/contract.ts';
import {
  ARTICLE_FIELDS,
  type ArticleField,
  type ArticleFields,
  articleFields,
  fitsField,
} from '../../../shared/model/article.ts';

export type FieldName = ArticleField;

/** A candidate with what the analyst made of it. */
export interface ImportRow {
  readonly candidate: Candidate;
  readonly fields: ArticleFields;
  /** Whether it is to be imported. Never true for a file with a problem. */
  readonly included: boolean;
}

/** How the rows stand, for the lines above and below the table. */
export interface RowCounts {
  readonly included: number;
  readonly duplicates: number;
  readonly problems: number;
  /** Rows that are to be imported but have a field that can't be kept. */
  readonly invalid: number;
}

/** Candidates as rows: those with a problem and duplicates are left out at first. */
export function importRows(candidates: readonly Candidate[]): readonly ImportRow[] {
  return candidates.map((candidate) => ({
    candidate,
    fields: articleFields(candidate),
    included: candidate.problem === null && candidate.duplicateOf === null,
  }));
}

/** More candidates behind those that are there; the same file isn't listed twice. */
export function joinCandidates(rows: readonly ImportRow[], candidates: readonly Candidate[]): readonly ImportRow[] {
  const known = new Set(rows.map((row) => row.candidate.file));
  return [...rows, ...importRows(candidates.filter((candidate) => !known.has(candidate.file)))];
}

/** The rows with one field of one row changed. */
export function withField(rows: readonly ImportRow[], index: number, field: FieldName, value: string) {
  return rows.map((row, i) => (i === index ? { ...row, fields: { ...row.fields, [field]: value } } : row));
}

/** The rows with one row taken in or left out. */
export function withIncluded(rows: readonly ImportRow[], index: number, included: boolean): readonly ImportRow[] {
  return rows.map((row, i) => (i === index ? { ...row, included: included && row.candidate.problem === null } : row));
}

/** All rows taken in that can be (duplicates only when they were before), or all left out. */
export function withAllIncluded(rows: readonly ImportRow[], included: boolean): readonly ImportRow[] {
  return rows.map((row) => ({
    ...row,
    included: included && row.candidate.problem === null && (row.included || row.candidate.duplicateOf === null),
  }));
}

/** A field set in all rows that are to be imported. */
export function setInIncluded(rows: readonly ImportRow[], field: FieldName, value: string): readonly ImportRow[] {
  return rows.map((row) => (row.included ? { ...row, fields: { ...row.fields, [field]: value } } : row));
}

/** Why a value can't be kept in a field, or null. */
export function fieldProblem(field: FieldName, value: string): string | null {
  if (fitsField(field, value)) return null;
  if (field === 'date') return 'Write the date as 2031-03-14, or leave it empty.';
  return 'This is too long to keep.';
}

/** Whether every field of a row can be kept. */
export function rowIsValid(row: ImportRow): boolean {
  return ARTICLE_FIELDS.every((field) => fitsField(field, row.fields[field]));
}

export function countRows(rows: readonly ImportRow[]): RowCounts {
  let included = 0;
  let duplicates = 0;
  let problems = 0;
  let invalid = 0;
  for (const row of rows) {
    if (row.candidate.problem !== null) problems++;
    else if (row.candidate.duplicateOf !== null) duplicates++;
    if (!row.included) continue;
    included++;
    if (!rowIsValid(row)) invalid++;
  }
  return { included, duplicates, problems, invalid };
}

/** What `articles.import` is asked for. */
export function filesToImport(rows: readonly ImportRow[]): { file: FileHandle; fields: ArticleFields }[] {
  return rows.filter((row) => row.included).map((row) => ({ file: row.candidate.file, fields: row.fields }));
}

/** Whether the analyst changed anything that closing would lose. */
export function isEdited(rows: readonly ImportRow[]): boolean {
  return rows.some((row) => {
    const { candidate, fields } = row;
    return (Object.keys(fields) as FieldName[]).some((field) => fields[field] !== candidate[field]);
  });
}
