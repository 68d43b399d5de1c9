import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/shared/api/contract.ts';
import {
  countRows,
  fieldProblem,
  filesToImport,
  importRows,
  isEdited,
  joinCandidates,
  setInIncluded,
  withAllIncluded,
  withField,
  withIncluded,
} from '../../../src/renderer/panels/import/candidates.ts';
import { formatOf } from '../../../src/renderer/panels/import/coded-files.ts';
import { dropProblem } from '../../../src/renderer/panels/import/dropped.ts';
import { LARGEST_HELD, toBase64 } from '../../../src/renderer/panels/parts/hold-file.ts';
import {
  mappingRows,
  readMapping,
  suggestKind,
  suggestRole,
  withTarget,
} from '../../../src/renderer/panels/import/mapping.ts';

function candidate(file: string, more: Partial<Candidate> = {}): Candidate {
  return {
    file,
    fileName: `${file}.txt`,
    bytes: 10,
    words: 2,
    encoding: 'UTF-8',
    excerpt: 'Two words',
    title: file,
    outlet: '',
    date: '',
    author: '',
    url: '',
    language: 'en',
    duplicateOf: null,
    problem: null,
    ...more,
  };
}

const broken = candidate('broken', { problem: { code: 'file-binary', message: 'm', hint: 'h' } });
const double = candidate('double', { duplicateOf: 'a' });

describe('rows of the import table', () => {
  const rows = importRows([candidate('a'), double, broken, candidate('b')]);

  test('files with a problem and duplicates are left out at first', () => {
    expect(rows.map((row) => row.included)).toEqual([true, false, false, true]);
    expect(countRows(rows)).toEqual({ included: 2, duplicates: 1, problems: 1, invalid: 0 });
  });

  test('a duplicate can be taken in, a file with a problem never', () => {
    const forced = withIncluded(withIncluded(rows, 1, true), 2, true);
    expect(forced.map((row) => row.included)).toEqual([true, true, false, true]);
    expect(withAllIncluded(withAllIncluded(rows, false), true).map((row) => row.included)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('a field is set in those that are to be imported, and in no other', () => {
    const set = setInIncluded(rows, 'outlet', 'Kestrel Wire');
    expect(set.map((row) => row.fields.outlet)).toEqual(['Kestrel Wire', '', '', 'Kestrel Wire']);
    expect(isEdited(rows)).toBe(false);
    expect(isEdited(set)).toBe(true);
  });

  test('a date that is none is counted and explained', () => {
    const bad = withField(rows, 0, 'date', '14.3.2031');
    expect(countRows(bad).invalid).toBe(1);
    expect(fieldProblem('date', '14.3.2031')).toContain('2031-03-14');
    expect(fieldProblem('date', '2031-02-30')).not.toBeNull();
    expect(fieldProblem('date', '')).toBeNull();
    // A row that is left out holds nothing up.
    expect(countRows(withIncluded(bad, 0, false)).invalid).toBe(0);
  });

  test('what is asked for is what is ticked, as edited', () => {
    const asked = filesToImport(withField(rows, 3, 'title', 'Edited'));
    expect(asked.map((file) => [file.file, file.fields.title])).toEqual([
      ['a', 'a'],
      ['b', 'Edited'],
    ]);
  });

  test('the same file chosen twice is one row', () => {
    expect(joinCandidates(rows, [candidate('b'), candidate('c')]).map((row) => row.candidate.file)).toEqual([
      'a',
      'double',
      'broken',
      'b',
      'c',
    ]);
  });
});

describe('dropped files', () => {
  test('too large or no text: named with a hint', () => {
    expect(dropProblem('articles', 'a.txt', 100)).toBeNull();
    expect(dropProblem('articles', 'A.MD', LARGEST_HELD)).toBeNull();
    expect(dropProblem('articles', 'a.txt', LARGEST_HELD + 1)).toMatchObject({ code: 'file-too-large' });
    expect(dropProblem('articles', 'talks.docx', 100)?.message).toContain('talks.docx');
    expect(dropProblem('coded', 'talks.ann', 100)).toBeNull();
    expect(dropProblem('coded', 'talks.md', 100)?.message).toContain('talks.md');
    expect(dropProblem('articles', 'talks.ann', 100)?.message).toContain('talks.ann');
  });

  test('endings tell the format of coded files, where they can', () => {
    expect(formatOf(['talks.txt', 'Talks.ANN'])).toBe('brat');
    expect(formatOf(['corpus.jsonl', 'codebook.json'])).toBe('jsonl');
    expect(formatOf(['articles.csv', 'datapackage.json'])).toBe('data-package');
    expect(formatOf(['talks.txt'])).toBeNull();
    expect(formatOf([])).toBeNull();
  });

  test('base64 gives the same bytes back, whatever the length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(Uint8Array.from(atob(toBase64(bytes)), (c) => c.charCodeAt(0))).toEqual(bytes);
      }),
    );
    const long = new Uint8Array(200_001).fill(7);
    expect(atob(toBase64(long)).length).toBe(long.length);
  });
});

describe('mapping types and roles', () => {
  const found = {
    types: [
      { name: 'Source', count: 5, kind: null },
      { name: 'Cue', count: 4, kind: null },
      { name: 'Speech', count: 3, kind: 'claim' as const },
    ],
    roles: [{ name: 'Target2', count: 2, role: null }],
  };

  test('names suggest; what the reader recognised comes first; the unknown is left out', () => {
    const { types, roles } = mappingRows(found, null);
    expect(types.map((row) => row.to)).toEqual(['actor', null, 'claim']);
    expect(roles.map((row) => row.to)).toEqual(['addressee']);
    expect(suggestKind('VENUE')).toBe('venue');
    expect(suggestRole('Cue')).toBeNull();
  });

  test('a decision stays when the files are inspected again, “left out” too', () => {
    const first = mappingRows(found, null);
    const decided = { ...first, types: withTarget(first.types, 'Source', null) };
    expect(mappingRows(found, decided).types[0]?.to).toBeNull();
  });

  test('the reader gets only what is mapped', () => {
    const rows = mappingRows(found, null);
    expect(readMapping({ ...rows, coder: ' Mara ', coderFrom: 'none' })).toEqual({
      kinds: { Source: 'actor', Speech: 'claim' },
      roles: { Target2: 'addressee' },
      coder: 'Mara',
      coderFrom: 'none',
    });
  });
});
