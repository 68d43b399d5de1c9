import type { Annotation } from '../../model/annotation.ts';
import type { VariableValue } from '../../model/variable.ts';
import type { Book } from '../book.ts';
import { REPORTING, UTTERED_ON } from './coding.ts';
import { withoutLineEnds } from '../../text/shorten.ts';

type Value = string | true;

/** Whether brat's line can hold the attribute exactly. */
export function carriesAttribute(name: string, value: Value): boolean {
  return /^\S+$/.test(name) && (value === true || carriesText(value));
}

/** Whether brat's line can hold the value of a variable exactly. */
export function carriesValue(value: VariableValue): boolean {
  return typeof value !== 'string' || carriesText(value);
}

function carriesText(value: string): boolean {
  return value !== '' && value === value.trim() && !/[\r\n]/.test(value);
}

/** Whether an imported attribute has a name under which an annotation's coding stands. */
export function isReserved(name: string, book: Book): boolean {
  return name === REPORTING || name === UTTERED_ON || columnNames(book).has(name);
}

const names = new WeakMap<Book, ReadonlySet<string>>();

function columnNames(book: Book): ReadonlySet<string> {
  const known = names.get(book);
  if (known) return known;
  const made = new Set(book.columns.values());
  names.set(book, made);
  return made;
}

/**
 * What is said of an annotation in attributes: first its coding, then the attributes that it came with, as brat can hold
 * them: names without spaces, each once; values on one line, an empty one as a bare mark.
 */
export function writtenAttributes(annotation: Annotation, book: Book): ReadonlyMap<string, Value> {
  const written = new Map<string, Value>(codingAttributes(annotation, book));
  const entries = Object.entries(annotation.attributes);
  const fits = ([name, value]: (typeof entries)[number]): boolean =>
    carriesAttribute(name, value) && !isReserved(name, book);
  for (const [name, value] of entries) if (fits([name, value])) written.set(name, value);
  for (const [name, value] of entries) {
    if (fits([name, value])) continue;
    const base = name.replace(/\s+/g, '_') || 'attribute';
    let free = base;
    for (let number = 2; written.has(free) || isReserved(free, book); number++) free = `${base}_${number}`;
    written.set(free, value === true ? true : withoutLineEnds(value) || true);
  }
  return written;
}

function codingAttributes({ reporting, utteredOn, values }: Annotation, book: Book): readonly [string, string][] {
  const said: [string, string][] = [];
  if (reporting !== '') said.push([REPORTING, reporting]);
  if (utteredOn !== '') said.push([UTTERED_ON, utteredOn]);
  for (const [id, value] of Object.entries(values)) {
    const text = withoutLineEnds(String(value));
    const column = book.columns.get(id);
    if (text !== '' && column !== undefined) said.push([column, text]);
  }
  return said;
}
