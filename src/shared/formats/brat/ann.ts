import type { Annotation } from '../../model/annotation.ts';
import type { OffsetIndex } from '../../text/offsets.ts';
import type { Span } from '../../text/span.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { entityName, viewOf } from '../tables/shape.ts';
import { writtenAttributes } from './attributes.ts';
import { CODE_REFERENCE, CUE, ENTITY_REFERENCE } from './coding.ts';
import { oneLine } from '../../text/shorten.ts';

/** `actor` → `Actor`: brat's types and roles are written with a capital. */
export function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/**
 * The .ann file of some of a unit's annotations: spans and cues, then claims with filled roles or a cue as events, then what
 * is said of each span: its entity or codes as references, its coding and attributes as attributes, its memo as notes.
 */
export function annText(unit: ArticleUnit, annotations: readonly Annotation[], book: Book): string {
  const { offsets } = viewOf(unit);
  const ids = new Map(annotations.map((annotation, index) => [annotation.id, `T${index + 1}`]));
  const lines = annotations.map(({ id, kind, fragments }) =>
    textbound(ids.get(id) ?? '', capital(kind), fragments, unit.text, offsets),
  );
  const cues = new Map<string, string>();
  for (const { id, cue } of annotations) {
    if (cue.length === 0) continue;
    const own = `T${annotations.length + cues.size + 1}`;
    cues.set(id, own);
    lines.push(textbound(own, CUE, cue, unit.text, offsets));
  }
  lines.push(...eventLines(unit, annotations, ids, cues), ...remarkLines(annotations, ids, book));
  return lines.map((line) => `${line}\n`).join('');
}

function textbound(id: string, type: string, span: Span, text: string, { toCodePoint }: OffsetIndex): string {
  const ranges = span.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`).join(';');
  const words = span.map(({ start, end }) => text.slice(start, end)).join(' ');
  return `${id}\t${type} ${ranges}\t${words.replace(/[\r\n]/g, ' ')}`;
}

type Ids = ReadonlyMap<string, string>;

function eventLines(unit: ArticleUnit, annotations: readonly Annotation[], ids: Ids, cues: Ids): readonly string[] {
  const { linksOf } = viewOf(unit);
  const lines: string[] = [];
  for (const { id } of annotations) {
    const links = (linksOf.get(id) ?? []).filter((link) => link.targetIs === 'annotation' && ids.has(link.targetId));
    const cue = cues.get(id);
    if (links.length === 0 && cue === undefined) continue;
    const seen = new Map<string, number>();
    const args = links.map(({ role, targetId }) => {
      const number = (seen.get(role) ?? 0) + 1;
      seen.set(role, number);
      return ` ${capital(role)}${number === 1 ? '' : number}:${ids.get(targetId)}`;
    });
    if (cue !== undefined) args.push(` ${CUE}:${cue}`);
    lines.push(`E${lines.length + 1}\tClaim:${ids.get(id)}${args.join('')}`);
  }
  return lines;
}

function remarkLines(annotations: readonly Annotation[], ids: Ids, book: Book): readonly string[] {
  const lines: string[] = [];
  const count = { attributes: 0, references: 0, notes: 0 };
  for (const annotation of annotations) {
    const id = ids.get(annotation.id);
    for (const [database, key, name] of referencesOf(annotation, book)) {
      lines.push(`N${++count.references}\tReference ${id} ${database}:${key}\t${oneLine(name)}`);
    }
    for (const [name, value] of writtenAttributes(annotation, book)) {
      lines.push(`A${++count.attributes}\t${name} ${id}${value === true ? '' : ` ${value}`}`);
    }
    for (const note of annotation.memo === '' ? [] : noteLines(annotation.memo))
      lines.push(`#${++count.notes}\tAnnotatorNotes ${id}\t${note}`);
  }
  return lines;
}

function referencesOf({ entityId, codes }: Annotation, book: Book): readonly (readonly [string, string, string])[] {
  return [
    ...(entityId === null ? [] : [[ENTITY_REFERENCE, entityId, entityName(book, entityId)] as const]),
    ...codes.map((code) => [CODE_REFERENCE, code, book.paths.get(code) ?? code] as const),
  ];
}

/** A note is one line in brat: a memo of several lines becomes as many notes, which are read back as one memo. */
function noteLines(memo: string): readonly string[] {
  return memo.split(/\r\n|\r|\n/);
}
