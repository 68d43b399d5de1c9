import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn, DatasetTable } from '../../model/dataset.ts';
import type { Link } from '../../model/link.ts';
import { ROLES } from '../../model/role.ts';
import { type OffsetIndex, offsetIndex } from '../../text/offsets.ts';
import { type Span, spanText } from '../../text/span.ts';
import type { ArticleUnit } from '../format.ts';

export type Cell = string | number | boolean | null;

/** One row of the dataset, one cell a column, with the words that it leads back to. */
export interface DatasetRow {
  readonly articleId: string;
  readonly annotationId: string | null;
  readonly cells: readonly Cell[];
}

/** Coder id → the coder's name. */
export type CoderNames = ReadonlyMap<string, string>;

/** One table of the dataset: what it holds and how its rows are made of an article. */
export interface Table {
  readonly name: DatasetTable;
  /** What one row is, in plain words. */
  readonly description: string;
  readonly columns: readonly DatasetColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly { readonly column: string; readonly table: DatasetTable; readonly to: string }[];
  rows(unit: ArticleUnit, coderNames: CoderNames): Iterable<DatasetRow>;
}

/** What the rows of one article share: found once, however many tables are made of it. */
export interface UnitView {
  readonly offsets: OffsetIndex;
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** The links of a claim by role, in the order of `ROLES`, then of their positions. */
  readonly linksOf: ReadonlyMap<string, readonly Link[]>;
}

const views = new WeakMap<ArticleUnit, UnitView>();

export function viewOf(unit: ArticleUnit): UnitView {
  const known = views.get(unit);
  if (known) return known;
  const view = {
    offsets: offsetIndex(unit.text),
    annotations: new Map(unit.annotations.map((annotation) => [annotation.id, annotation])),
    linksOf: linksByClaim(unit.links),
  };
  views.set(unit, view);
  return view;
}

/** Links grouped by their claim, ordered by role as in `ROLES`, then by position. */
export function linksByClaim(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(link.claimId);
    if (group) group.push(link);
    else groups.set(link.claimId, [link]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.position - b.position);
  }
  return groups;
}

/** What stands in a cell between the fragments of a span: words of the article that aren't the span's lie there. */
export const GAP = ' … ';

/** The words of a span as a cell: its fragments with `GAP` between them. */
export function wordsOf(text: string, span: Span): string {
  return spanText(text, span, GAP);
}

/** `12-40;55-70`: start and exclusive end of each fragment, each offset put through `convert`. */
export function fragmentList(span: Span, convert: (utf16: number) => number): string {
  return span.map((f) => `${convert(f.start)}-${convert(f.end)}`).join(';');
}

/** Attributes as a JSON object; '' for none. */
export function attributeCell(attributes: Annotation['attributes']): string {
  for (const _ in attributes) return JSON.stringify(attributes);
  return '';
}

/** The coder's name; the id where the project knows no name. */
export function coderName(coderNames: CoderNames, coderId: string): string {
  return coderNames.get(coderId) ?? coderId;
}
