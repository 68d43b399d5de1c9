import { describeSpan, type Selector } from '../../shared/anchor/selector.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { type Annotation, type Coding, UNCODED } from '../../shared/model/annotation.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { settleTies } from '../../shared/model/reading-order.ts';
import type { VariableValue } from '../../shared/model/variable.ts';
import { type Span, spanEnd, spanProblem, spanStart } from '../../shared/text/span.ts';
import { mentionKeys } from './mention-keys.ts';
import { perDatabase, type RecordTable } from './prepared.ts';
import { textTable } from './texts.ts';

// What most annotations have alike comes as NULL: fetching its words would be a third of the time to read a long article.
const WITHOUT_ARTICLE = `id, kind, coder_id, start, "end", iif(pieces = 1, NULL, fragments), nullif(memo, ''),
  nullif(attributes, '{}'), created_at, nullif(updated_at, created_at), entity_id, coding`;
const COLUMNS = `${WITHOUT_ARTICLE}, article_id`;
const BY_PLACE = 'start, "end" DESC, pieces';
const READING_ORDER = `${BY_PLACE}, id`;

type RowWithoutArticle = [
  id: string,
  kind: Kind,
  coderId: string,
  start: number,
  end: number,
  fragments: string | null,
  memo: string | null,
  attributes: string | null,
  createdAt: string,
  updatedAt: string | null,
  entityId: string | null,
  coding: string | null,
];

type Row = [...RowWithoutArticle, articleId: string];

type AnchorRow = [string, string, string, number, number, number, string];

/** Where the words stand in a row that is written. */
const QUOTE = 12;

/** What the file keeps to find a span's words again, beside its offsets. */
export interface Anchored {
  readonly annotation: Annotation;
  readonly selector: Selector;
  /** Whether start, end and number of fragments, by which the file finds and orders spans, are those of the fragments. */
  readonly isPlaced: boolean;
}

/** All annotations, with what is coded in them. */
export interface AnnotationTable extends RecordTable<Annotation> {
  /** All coders' annotations of an article, in reading order. */
  ofArticle(articleId: string): Annotation[];
  /** One coder's annotations of one kind that begin and end where the span does. */
  alike(articleId: string, coderId: string, kind: Kind, span: Span): Annotation[];
  /** Everybody's annotations that have one of these codes, each once. */
  withCodes(codeIds: readonly string[]): Annotation[];
  /** Everybody's annotations that have a value of a variable. */
  withValue(variableId: string): Annotation[];
  /** As `ofArticle`, with what is kept beside each. Throws for a row that can't be read. */
  anchored(articleId: string): Anchored[];
  count(): number;
  countClaims(): number;
  /** How many annotations each coder has, by coder id; who has none is left out. */
  countByCoder(): ReadonlyMap<string, number>;
  /** How many of one coder's annotations each of these articles has, by kind; articles and kinds with none are left out. */
  countsOf(coderId: string, articleIds: readonly string[]): { articleId: string; kind: Kind; count: number }[];
}

/** Annotations. What is written gets its words and context from the article's text, so the article comes first. */
export const annotationTable = perDatabase((db): AnnotationTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM annotation WHERE id = ?`).raw();
  const ofArticle = db
    .prepare(`SELECT ${WITHOUT_ARTICLE} FROM annotation WHERE article_id = ? ORDER BY ${BY_PLACE}`)
    .raw();
  const alike = db
    .prepare(`SELECT ${COLUMNS} FROM annotation
      WHERE article_id = ? AND start = ? AND "end" = ? AND pieces = ? AND coder_id = ? AND kind = ?`)
    .raw();
  const withCodes = db
    .prepare(`SELECT ${COLUMNS} FROM annotation WHERE id IN (SELECT annotation_id FROM annotation_code
      WHERE code_id IN (SELECT value FROM json_each(?))) ORDER BY id`)
    .raw();
  const withValue = db
    .prepare(`SELECT ${COLUMNS} FROM annotation
      WHERE id IN (SELECT annotation_id FROM annotation_value WHERE variable_id = ?) ORDER BY id`)
    .raw();
  const anchors = db
    .prepare(
      `SELECT quote, prefix, suffix, start, "end", pieces, fragments FROM annotation WHERE article_id = ? ORDER BY ${READING_ORDER}`,
    )
    .raw();
  const textOf = db.prepare('SELECT text_hash FROM article WHERE id = ?').pluck();
  const count = db.prepare('SELECT count(*) FROM annotation').pluck();
  const countClaims = db.prepare("SELECT count(*) FROM annotation WHERE kind = 'claim'").pluck();
  const countByCoder = db.prepare('SELECT coder_id, count(*) FROM annotation GROUP BY coder_id').raw();
  const countsOf = db.prepare(`SELECT article_id AS articleId, kind, count(*) AS count FROM annotation
    WHERE coder_id = @coderId AND article_id IN (SELECT value FROM json_each(@ids)) GROUP BY article_id, kind`);
  const insert = db.prepare(`INSERT INTO annotation (id, article_id, kind, coder_id, start, "end", pieces, fragments,
    memo, attributes, created_at, updated_at, quote, prefix, suffix, entity_id, coding) VALUES (${Array(17).fill('?').join(', ')})`);
  const update = db.prepare(`UPDATE annotation SET id = ?, article_id = ?, kind = ?, coder_id = ?, start = ?, "end" = ?,
    pieces = ?, fragments = ?, memo = ?, attributes = ?, created_at = ?, updated_at = ?, quote = ?, prefix = ?,
    suffix = ?, entity_id = ?, coding = ? WHERE id = ?`);
  const remove = db.prepare('DELETE FROM annotation WHERE id = ?');
  const mentions = mentionKeys(db);
  const isCoded = db.prepare('SELECT coding IS NOT NULL FROM annotation WHERE id = ?').pluck();
  const addCode = db.prepare('INSERT INTO annotation_code (annotation_id, position, code_id) VALUES (?, ?, ?)');
  const dropCodes = db.prepare('DELETE FROM annotation_code WHERE annotation_id = ?');
  const addValue = db.prepare('INSERT INTO annotation_value (annotation_id, variable_id, value) VALUES (?, ?, ?)');
  const dropValues = db.prepare('DELETE FROM annotation_value WHERE annotation_id = ?');

  function toRow(annotation: Annotation): unknown[] {
    const hash = textOf.get(annotation.articleId) as string | undefined;
    const text = hash === undefined ? null : textTable(db).get(hash);
    if (text === null) throw new Error(`annotation ${annotation.id} has no article ${annotation.articleId}`);
    const span = annotation.fragments;
    const problem = spanProblem(text, span);
    if (problem !== null) {
      throw new ParleyError('bad-span', `This can’t be tagged: ${problem}.`, 'Select the words again.');
    }
    const { exact, prefix, suffix } = describeSpan(text, span);
    return [
      annotation.id,
      annotation.articleId,
      annotation.kind,
      annotation.coderId,
      spanStart(span),
      spanEnd(span),
      span.length,
      JSON.stringify(span.map(({ start, end }) => [start, end])),
      annotation.memo,
      JSON.stringify(annotation.attributes),
      annotation.createdAt,
      annotation.updatedAt,
      JSON.stringify(exact),
      prefix,
      suffix,
      annotation.entityId,
      codingCell(annotation),
    ];
  }

  /** What finds an annotation by its codes and values, and a mention by its words. */
  function addKeys(annotation: Annotation, row: unknown[]): void {
    const { id, codes, values } = annotation;
    mentions.put(annotation, row[QUOTE] as string);
    for (const [position, code] of codes.entries()) addCode.run(id, position, code);
    for (const [variable, value] of Object.entries(values)) addValue.run(id, variable, valueKey(value));
  }

  function dropKeys(id: string): void {
    mentions.remove(id);
    // Most have no codes or values: those cost nothing.
    if (isCoded.get(id) !== 1) return;
    dropCodes.run(id);
    dropValues.run(id);
  }

  const list = (articleId: string): Annotation[] => {
    const rows = ofArticle.all(articleId) as RowWithoutArticle[];
    return settleTies(rows.map((row) => toAnnotation(row, articleId)));
  };

  return {
    get(id) {
      const row = get.get(id) as Row | undefined;
      return row ? withArticle(row) : null;
    },
    insert(annotation) {
      const row = toRow(annotation);
      insert.run(row);
      addKeys(annotation, row);
    },
    update(annotation) {
      dropKeys(annotation.id);
      const row = toRow(annotation);
      update.run(...row, annotation.id);
      addKeys(annotation, row);
    },
    remove(id) {
      dropKeys(id);
      remove.run(id);
    },
    ofArticle: list,
    alike(articleId, coderId, kind, span) {
      const rows = alike.all(articleId, spanStart(span), spanEnd(span), span.length, coderId, kind) as Row[];
      return rows.map(withArticle);
    },
    withCodes: (codeIds) => (withCodes.all(JSON.stringify(codeIds)) as Row[]).map(withArticle),
    withValue: (variableId) => (withValue.all(variableId) as Row[]).map(withArticle),
    anchored(articleId) {
      const rows = anchors.all(articleId) as AnchorRow[];
      return list(articleId).map((annotation, i) => {
        const [quote, prefix, suffix, start, end, pieces, fragments] = rows[i] as AnchorRow;
        const span = toSpan(fragments);
        const isPlaced = spanStart(span) === start && spanEnd(span) === end && span.length === pieces;
        return { annotation, selector: { exact: JSON.parse(quote) as string[], prefix, suffix }, isPlaced };
      });
    },
    count: () => count.get() as number,
    countClaims: () => countClaims.get() as number,
    countByCoder: () => new Map(countByCoder.all() as [string, number][]),
    countsOf: (coderId, articleIds) =>
      countsOf.all({ coderId, ids: JSON.stringify(articleIds) }) as ReturnType<AnnotationTable['countsOf']>,
  };
});

function withArticle(row: Row): Annotation {
  return toAnnotation(row, row[12]);
}

const NO_ATTRIBUTES: Annotation['attributes'] = {};

function toAnnotation(row: RowWithoutArticle | Row, articleId: string): Annotation {
  const [id, kind, coderId, start, end, fragments, memo, attributes, createdAt, updatedAt, entityId, coding] = row;
  return {
    id,
    articleId,
    kind,
    coderId,
    fragments: fragments === null ? [{ start, end }] : toSpan(fragments),
    memo: memo ?? '',
    attributes: attributes === null ? NO_ATTRIBUTES : (JSON.parse(attributes) as Annotation['attributes']),
    ...(coding === null ? UNCODED : toCoding(coding)),
    entityId,
    createdAt,
    updatedAt: updatedAt ?? createdAt,
  };
}

/** What is kept of codes, values, reporting, cue and day; null when there is nothing of them. */
function codingCell({ codes, values, reporting, cue, utteredOn }: Annotation): string | null {
  const isBare =
    codes.length === 0 && Object.keys(values).length === 0 && reporting === '' && cue.length === 0 && utteredOn === '';
  if (isBare) return null;
  return JSON.stringify({ codes, values, reporting, cue: cue.map(({ start, end }) => [start, end]), utteredOn });
}

function toCoding(cell: string): Coding {
  const { cue, ...rest } = JSON.parse(cell) as Omit<Coding, 'cue'> & { readonly cue: [number, number][] };
  return { ...rest, cue: cue.map(([start, end]) => ({ start, end })) };
}

/** Keys of so many units may be the beginning of a longer value. */
export const VALUE_KEY = 160;

/** A value as it is looked up: JSON, of a long text its beginning. */
export function valueKey(value: VariableValue): string {
  return JSON.stringify(value).slice(0, VALUE_KEY);
}

function toSpan(fragments: string): Span {
  return (JSON.parse(fragments) as [number, number][]).map(([start, end]) => ({ start, end }));
}
