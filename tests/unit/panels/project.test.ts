import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/shared/api/contract.ts';
import { chooseLabel, requestWords } from '../../../src/renderer/panels/chooser/request.ts';
import { coderNameProblem, namedSo, othersOf } from '../../../src/renderer/panels/coder/names.ts';
import { optionsFor, optionValues } from '../../../src/renderer/panels/export/format-options.ts';
import { checkedWords, problemGroups } from '../../../src/renderer/panels/project/check-words.ts';

const coder = (id: string, name: string) => ({ id, name, createdAt: '2031-03-14T00:00:00.000Z' });

const option = (id: string, when: 'read' | 'write' | 'both') => ({
  id,
  when,
  label: id,
  help: '',
  choices: [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ],
  initial: 'a',
});

describe('who is coding', () => {
  const coders = [coder('1', 'Mara Kessel'), coder('2', 'Ines Corvo'), coder('3', 'Adra Solène')];

  test('the others, by name, without the one who codes now', () => {
    expect(othersOf(coders, '1').map((other) => other.name)).toEqual(['Adra Solène', 'Ines Corvo']);
  });

  test('a name is needed, not too long, and not another coder’s', () => {
    expect(coderNameProblem('  ', [])).toMatch(/name/);
    expect(coderNameProblem('x'.repeat(121), [])).toMatch(/120/);
    expect(coderNameProblem(' ines corvo ', othersOf(coders, '1'))).toContain('Ines Corvo');
    expect(coderNameProblem('Mara Kessel', othersOf(coders, '1'))).toBeNull();
  });

  test('a name that the project knows is found, whatever its case', () => {
    expect(namedSo(' INES corvo', coders)?.id).toBe('2');
    expect(namedSo('Ines', coders)).toBeNull();
    expect(namedSo('', coders)).toBeNull();
  });
});

describe('the check’s report', () => {
  const report: CheckReport = {
    ok: false,
    articles: 2,
    annotations: 1,
    links: 0,
    problems: [
      { what: 'orphan', message: 'o' },
      { what: 'text', message: 't1' },
      { what: 'integrity', message: 'i' },
      { what: 'text', message: 't2' },
    ],
  };

  test('is grouped, the gravest first, each with what to do', () => {
    const groups = problemGroups(report);
    expect(groups.map((group) => [group.what, group.messages])).toEqual([
      ['integrity', ['i']],
      ['text', ['t1', 't2']],
      ['orphan', ['o']],
    ]);
    for (const group of groups) expect(group.hint).toMatch(/\w+ \w+/);
  });

  test('says what was looked at', () => {
    expect(checkedWords(report)).toBe(
      'Checked the file, the text of 2 articles, the words of 1 annotation and 0 links.',
    );
  });
});

describe('options of a format', () => {
  const format = {
    id: 'f',
    name: 'F',
    description: '',
    reads: true,
    writes: true,
    options: [option('in', 'read'), option('out', 'write'), option('two', 'both')],
  };

  test('only those of the direction, with what was chosen where it fits', () => {
    expect(optionsFor(format, 'write').map(({ id }) => id)).toEqual(['out', 'two']);
    expect(optionValues(format, 'write', { out: 'b', in: 'b', two: 'of another format' })).toEqual({
      out: 'b',
      two: 'a',
    });
    expect(optionValues(format, 'read', {})).toEqual({ in: 'a', two: 'a' });
  });
});

describe('the chooser’s words', () => {
  test('the button names what it will choose', () => {
    const files = [{ name: 'a.txt' }, { name: 'b.txt' }];
    expect(chooseLabel({ mode: 'open', what: 'articles' }, files, 'News')).toBe('Choose 2 files');
    expect(chooseLabel({ mode: 'open', what: 'articles' }, files.slice(1), 'News')).toBe('Choose “b.txt”');
    expect(chooseLabel({ mode: 'open', what: 'folder' }, [], 'News')).toBe('Choose “News”');
    expect(chooseLabel({ mode: 'save', what: 'project', suggested: '' }, [], 'News')).toBe('Create project');
  });

  test('each request shows only what it can choose, and a folder’s files for finding one’s way', () => {
    expect(requestWords({ mode: 'open', what: 'project' }).show).toBe('projects');
    expect(requestWords({ mode: 'save', what: 'folder', suggested: '' }).show).toBe('folders');
    expect(requestWords({ mode: 'open', what: 'folder' }).show).toBe('all');
  });
});
