import type { Annotation } from '../../model/annotation.ts';
import type { OffsetIndex } from '../../text/offsets.ts';
import type { ArticleUnit } from '../format.ts';
import { viewOf } from '../tables/shape.ts';

/** `actor` → `Actor`: brat's types and roles are written with a capital. */
export function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The .ann file of some of a unit's annotations: spans, then claims with filled roles as events, attributes, notes. */
export function annText(unit: ArticleUnit, annotations: readonly Annotation[]): string {
  const { offsets, linksOf } = viewOf(unit);
  const ids = new Map(annotations.map((annotation, index) => [annotation.id, `T${index + 1}`]));
  const lines = annotations.map((annotation) =>
    textbound(ids.get(annotation.id) ?? '', annotation, unit.text, offsets),
  );
  let events = 0;
  for (const { id } of annotations) {
    const links = (linksOf.get(id) ?? []).filter((link) => ids.has(link.targetId));
    if (links.length === 0) continue;
    const seen = new Map<string, number>();
    const args = links.map(({ role, targetId }) => {
      const number = (seen.get(role) ?? 0) + 1;
      seen.set(role, number);
      return ` ${capital(role)}${number === 1 ? '' : number}:${ids.get(targetId)}`;
    });
    lines.push(`E${++events}\tClaim:${ids.get(id)}${args.join('')}`);
  }
  let attributes = 0;
  let notes = 0;
  for (const { id, attributes: values, memo } of annotations) {
    for (const [name, value] of writtenAttributes(values)) {
      lines.push(`A${++attributes}\t${name} ${ids.get(id)}${value === true ? '' : ` ${value}`}`);
    }
    for (const note of memo === '' ? [] : noteLines(memo))
      lines.push(`#${++notes}\tAnnotatorNotes ${ids.get(id)}\t${note}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function textbound(id: string, { kind, fragments }: Annotation, text: string, { toCodePoint }: OffsetIndex): string {
  const ranges = fragments.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`).join(';');
  const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
  return `${id}\t${capital(kind)} ${ranges}\t${words.replace(/[\r\n]/g, ' ')}`;
}

/** A note is one line in brat: a memo of several lines becomes as many notes, which are read back as one memo. */
function noteLines(memo: string): readonly string[] {
  return memo.split(/\r\n|\r|\n/);
}

/** Whether brat's line can hold the attribute exactly. */
export function carriesAttribute(name: string, value: string | true): boolean {
  if (!/^\S+$/.test(name)) return false;
  return value === true || (value !== '' && value === value.trim() && !/[\r\n]/.test(value));
}

/** Attributes as brat can hold them: names without spaces, each once; values on one line, an empty one as a bare mark. */
export function writtenAttributes(attributes: Annotation['attributes']): ReadonlyMap<string, string | true> {
  const written = new Map<string, string | true>();
  const entries = Object.entries(attributes);
  for (const [name, value] of entries) if (carriesAttribute(name, value)) written.set(name, value);
  for (const [name, value] of entries) {
    if (carriesAttribute(name, value)) continue;
    const base = name.replace(/\s+/g, '_') || 'attribute';
    let free = base;
    for (let number = 2; written.has(free); number++) free = `${base}_${number}`;
    written.set(free, value === true ? true : value.replace(/[\r\n]+/g, ' ').trim() || true);
  }
  return written;
}
