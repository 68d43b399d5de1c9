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
  readonly links: readonly Row[];
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly { readonly name: string }[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource: keyof Package; readonly fields: readonly string[] };
    }[];
  };
}

/** Reads a data package and checks what its description promises: sizes, hashes, columns, keys. */
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
    tables[name] = parse<Record<string, string>>(content, { columns: true });
  }
  for (const { name, schema } of description.resources) {
    const rows = tables[name] ?? [];
    if (!schema) continue;
    const keys = rows.map((row) => schema.primaryKey.map((column) => row[column]).join(' '));
    expect(new Set(keys).size, `keys of ${name}`).toBe(rows.length);
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(tables[reference.resource]?.map((row) => row[reference.fields[0] ?? '']));
      for (const row of rows) expect(known, `${fields[0]} in ${name}`).toContain(row[fields[0] ?? '']);
    }
  }
  const { articles = [], spans = [], claims = [], links = [] } = tables;
  return { articles, spans, claims, links };
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
  for (const link of links) expect(link['words']).toBe(quotes.get(link['target_id'] ?? ''));
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
  return list.split(';').map((part) => part.split('-').map(Number) as [number, number]);
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
