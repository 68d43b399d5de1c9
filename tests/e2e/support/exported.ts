import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';

/* Exported files, read back as other programs would read them: nothing here is Parley's own reading. */

export type Row = Readonly<Record<string, string>>;

export interface Package {
  readonly articles: readonly Row[];
  readonly spans: readonly Row[];
  readonly claims: readonly Row[];
  readonly claim_codes: readonly Row[];
  readonly links: readonly Row[];
  readonly entities: readonly Row[];
  readonly codes: readonly Row[];
  readonly variables: readonly Row[];
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: keyof Package; readonly fields: readonly string[] };
    }[];
  };
}

/** Reads a data package and checks what its description promises: sizes, hashes, columns, types, choices, keys. */
export function readPackage(folder: string): Package {
  const description = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    $schema: string;
    resources: readonly Resource[];
  };
  expect(description.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
  const tables: Record<string, readonly Row[]> = {};
  for (const { name, path, bytes, hash, schema } of description.resources) {
    const content = readFileSync(join(folder, path));
    expect(content.length, path).toBe(bytes);
    expect(`sha256:${sha256(content)}`, path).toBe(hash);
    if (!schema) continue;
    const records: string[][] = parse(content);
    expect(records[0], path).toEqual(schema.fields.map((field) => field.name));
    const rows = parse<Record<string, string>>(content, { columns: true });
    for (const field of schema.fields) for (const row of rows) checkCell(field, row[field.name] ?? '', name);
    tables[name] = rows;
  }
  for (const { name, schema } of description.resources) {
    const rows = tables[name] ?? [];
    if (!schema) continue;
    const keys = rows.map((row) => schema.primaryKey.map((column) => row[column]).join(' '));
    expect(new Set(keys).size, `keys of ${name}`).toBe(rows.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = tables[reference.resource ?? name] ?? [];
      const known = new Set(['', ...there.map((row) => row[reference.fields[0] ?? ''])]);
      for (const row of rows) expect(known, `${fields[0]} in ${name}`).toContain(row[fields[0] ?? '']);
    }
  }
  return tables as unknown as Package;
}

const SHAPES: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT.*Z$/,
};

function checkCell({ name, type, constraints = {} }: Field, cell: string, table: string): void {
  const where = `${name} in ${table}`;
  if (constraints.required) expect(cell, where).not.toBe('');
  if (cell === '') return;
  if (SHAPES[type]) expect(cell, where).toMatch(SHAPES[type]);
  if (constraints.enum) expect(constraints.enum, where).toContain(cell);
}

/** Checks what claims are coded with against the tables that it comes from: cues in both units, codes, names of entities. */
export function checkCoding({ articles, claims, claim_codes: given, codes, entities, spans, links }: Package): void {
  const texts = new Map(articles.map((row) => [row['article_id'], row['text'] ?? '']));
  const names = new Map(entities.map((row) => [row['entity_id'], row['name']]));
  for (const row of claims) {
    const text = texts.get(row['article_id']) ?? '';
    const cue = ranges(row['cue_utf16']).map(([start, end]) => text.slice(start, end));
    const points = [...text];
    expect(ranges(row['cue_codepoint']).map(([start, end]) => points.slice(start, end).join(''))).toEqual(cue);
    expect(cue.join(' … ')).toBe(row['cue']);
    const own = given.filter((one) => one['claim_id'] === row['claim_id']);
    expect(own.map((one) => one['code_id']).join('; ')).toBe(row['code_ids']);
    expect(own.map((one) => one['code']).join('; ')).toBe(row['codes']);
  }
  const paths = new Map(codes.map((row) => [row['code_id'], row['code']]));
  for (const row of codes) {
    const above = row['parent_id'] ? `${paths.get(row['parent_id'])} > ` : '';
    expect(row['code']).toBe(`${above}${row['name']}`);
  }
  for (const row of spans) expect(row['entity']).toBe(names.get(row['entity_id'] ?? '') ?? '');
  const entityOf = new Map(spans.map((row) => [row['span_id'], row['entity_id']]));
  for (const row of links) {
    if (row['target_is'] === 'span') expect(row['entity_id']).toBe(entityOf.get(row['target_id'] ?? ''));
    expect(row['entity']).toBe(names.get(row['entity_id'] ?? '') ?? '');
  }
}

/** Checks every offset of a package, in both units, and every quote, against the texts; and the texts' own hashes. */
export function checkOffsets({ articles, spans, claims, links }: Package): void {
  const texts = new Map(articles.map((row) => [row['article_id'], row['text'] ?? '']));
  const quotes = new Map<string, string>();
  for (const article of articles) {
    const text = article['text'] ?? '';
    expect(article['text_sha256']).toBe(sha256(text));
    expect(Number(article['length_utf16'])).toBe(text.length);
    expect(Number(article['length_codepoint'])).toBe([...text].length);
  }
  for (const [rows, column] of [
    [spans, 'quote'],
    [claims, 'claim'],
  ] as const) {
    for (const row of rows) {
      const text = texts.get(row['article_id']) ?? '';
      const points = [...text];
      const utf16 = ranges(row['fragments_utf16']).map(([start, end]) => text.slice(start, end));
      const byPoint = ranges(row['fragments_codepoint']).map(([start, end]) => points.slice(start, end).join(''));
      expect(utf16.join(' … ')).toBe(row[column]);
      expect(byPoint).toEqual(utf16);
      expect(ranges(row['fragments_utf16'])[0]?.[0]).toBe(Number(row['start_utf16']));
      expect(ranges(row['fragments_codepoint']).at(-1)?.[1]).toBe(Number(row['end_codepoint']));
      if (column === 'quote') quotes.set(row['span_id'] ?? '', row[column] ?? '');
    }
  }
  for (const link of links) expect(link['words']).toBe(quotes.get(link['target_id'] ?? '') ?? '');
}

/** Checks a brat folder: every offset, in code points of its text, against the words beside it. Gives the lines by file. */
export function readBrat(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const found = new Map<string, readonly string[]>();
  for (const file of files.filter((name) => name.endsWith('.ann'))) {
    const beside = [file.replace(/\.ann$/, '.txt'), file.replace(/_[^_]*\.ann$/, '.txt')].find((name) =>
      files.includes(name),
    );
    const points = [...readFileSync(join(folder, beside ?? ''), 'utf8')];
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
    for (const line of lines.filter((each) => each.startsWith('T'))) {
      const [, what = '', words] = line.split('\t');
      const fragments = what.replace(/^\S+ /, '').split(';');
      const shown = fragments.map((fragment) => points.slice(...fragment.split(' ').map(Number)).join(''));
      expect(shown.join(' ').replace(/[\r\n]/g, ' '), `${file}: ${line}`).toBe(words);
    }
    found.set(file, lines);
  }
  return found;
}

function ranges(list = ''): [number, number][] {
  if (list === '') return [];
  return list.split(';').map((part) => part.split('-').map(Number) as [number, number]);
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
