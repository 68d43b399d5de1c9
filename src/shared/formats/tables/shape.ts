import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn, DatasetTable } from '../../model/dataset.ts';
import type { Link } from '../../model/link.ts';
import { type Role, ROLES } from '../../model/role.ts';
import { type OffsetIndex, offsetIndex } from '../../text/offsets.ts';
import { type Span, spanText } from '../../text/span.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';

export type Cell = string | number | boolean | null;

/** One row of the dataset, one cell a column, with the words that it leads back to. */
export interface DatasetRow {
  /** Null for what belongs to no article: codes, variables, entities. */
  readonly articleId: string | null;
  readonly annotationId: string | null;
  readonly cells: readonly Cell[];
}

/** A column whose values are those of another table's, or empty. */
export interface ForeignKey {
  readonly column: string;
  readonly table: DatasetTable;
  readonly to: string;
}

interface TableInfo {
  readonly name: DatasetTable;
  /** What one row is, in plain words. */
  readonly description: string;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Some have a column for each of the project's variables. */
  columns(book: Book): readonly DatasetColumn[];
}

/** The tables of what all articles share. */
export type ProjectTableName = 'entities' | 'codes' | 'variables';

/** A table whose rows are made of one article after the other. */
export interface ArticleTable extends TableInfo {
  readonly per: 'article';
  readonly name: Exclude<DatasetTable, ProjectTableName>;
  rows(unit: ArticleUnit, book: Book): Iterable<DatasetRow>;
}

/** A table of what all articles share. */
export interface ProjectTable extends TableInfo {
  readonly per: 'project';
  readonly name: ProjectTableName;
  count(book: Book): number;
  rows(book: Book): Iterable<DatasetRow>;
}

/** One table of the dataset: what it holds and how its rows are made. */
export type Table = ArticleTable | ProjectTable;

/** What the rows of one article share: found once, however many tables are made of it. */
export interface UnitView {
  readonly offsets: OffsetIndex;
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** The links of a claim by role, in the order of `ROLES`, then of their positions. */
  readonly linksOf: ReadonlyMap<string, readonly Link[]>;
}

const views = new WeakMap<ArticleUnit, UnitView>();

/** The view of an article, made when it is first asked for and kept as long as the article is. */
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

/** The place of each role in `ROLES`. */
export const ROLE_PLACE: Readonly<Record<Role, number>> = Object.fromEntries(
  ROLES.map((role, place) => [role, place]),
) as Record<Role, number>;

/** Links grouped by their claim, ordered by role as in `ROLES`, then by position. */
export function linksByClaim(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const group = groups.get(link.claimId);
    if (group) group.push(link);
    else groups.set(link.claimId, [link]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => ROLE_PLACE[a.role] - ROLE_PLACE[b.role] || a.position - b.position);
  }
  return groups;
}

/** What stands between several values of one cell. */
export const JOINER = '; ';

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
export function coderName(book: Book, coderId: string): string {
  return book.coders.get(coderId) ?? coderId;
}

/** The canonical name of an entity; '' for none. */
export function entityName(book: Book, entityId: string | null): string {
  return entityId === null ? '' : (book.entities.get(entityId)?.name ?? '');
}
