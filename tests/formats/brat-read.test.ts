import { describe, expect, it } from 'vitest';
import { brat } from '../../src/shared/formats/brat/brat.ts';
import type { ReadMapping, ReadResult } from '../../src/shared/formats/format.ts';
import { files, NO_MAPPING } from './support.ts';

const TEXT = 'Velia said the port stays open. “We agree,” Maren added.';
const QUOTATIONS: ReadMapping = {
  ...NO_MAPPING,
  kinds: { Source: 'actor', Content: 'claim' },
  roles: { Source: 'claimant' },
};
const SPANS = ['T1\tSource 0 5\tVelia', 'T2\tCue 6 10\tsaid', 'T3\tContent 11 30\tthe port stays open'];

function read(ann: readonly string[], mapping: ReadMapping = QUOTATIONS, text = TEXT): ReadResult {
  return readFiles({ 'a.txt': text, 'a.ann': `${ann.join('\n')}\n` }, mapping);
}

function readFiles(disk: Readonly<Record<string, string>>, mapping: ReadMapping): ReadResult {
  return brat.read?.(files(disk), mapping, {}) as ReadResult;
}

function links(result: ReadResult): string[] {
  return result.units.flatMap((unit) => {
    const at = (key: string) => unit.annotations.find((annotation) => annotation.key === key)?.fragments[0]?.start;
    return unit.links.map(({ claim, role, target }) => `${at(claim)} ${role} ${at(target)}`);
  });
}

function losses(result: ReadResult): Record<string, number> {
  return Object.fromEntries(result.losses.map(({ what, count }) => [what, count]));
}

describe('quotation corpora', () => {
  it('reads an event around an unmapped word of saying', () => {
    const result = read([...SPANS, 'E1\tCue:T2 Source:T1 Content:T3']);
    expect(links(result)).toEqual(['11 claimant 0']);
    expect(losses(result)).toEqual({ 'Type “Cue”': 1 });
    expect(result.types).toEqual([
      { name: 'Content', count: 1, kind: 'claim' },
      { name: 'Cue', count: 1, kind: null },
      { name: 'Source', count: 1, kind: 'actor' },
    ]);
    expect(result.roles).toEqual([{ name: 'Source', count: 1, role: 'claimant' }]);
  });

  it.each([
    ['a relation from claim to source', 'R1\tAttribution Arg1:T3 Arg2:T1'],
    ['a relation from source to claim', 'R1\tAttribution Arg1:T1 Arg2:T3'],
    ['a relation named after the role', 'R1\tSource Arg1:T3 Arg2:T1'],
    ['a relation whose argument is named after the role', 'R1\tSays Source:T1 Content:T3'],
    ['a role told apart by a digit', 'E1\tContent:T3 Source2:T1'],
    ['a role that only the filler’s type tells', 'E1\tContent:T3 Speaker:T1'],
    ['an event around the source', 'E1\tSource:T1 Content:T3'],
    ['an event around the source, with the cue in it', 'E1\tSource:T1 Cue:T2 Content:T3'],
    ['events in an event', 'E1\tSource:T1\nE2\tContent:T3\nE3\tCue:T2 Source:E1 Content:E2'],
    ['relations that meet in the cue', 'R1\tOf Arg1:T1 Arg2:T2\nR2\tOf Arg1:T2 Arg2:T3'],
    ['an event around the cue and a relation to it', 'E1\tCue:T2 Content:T3\nR1\tOf Arg1:T1 Arg2:T2'],
    ['a relation to the cue of an event', 'E1\tCue:T2 Source:T1\nR1\tOf Arg1:T3 Arg2:T2'],
    ['a relation to an event', 'E1\tCue:T2 Content:T3\nR1\tOf Arg1:T1 Arg2:E1'],
    ['an attribute that names the source', 'A1\tSource T3 T1'],
    ['an attribute of an event that names an event', 'E1\tContent:T3\nE2\tSource:T1\nA1\tSource E1 E2'],
  ])('reads %s', (_name, line) => {
    expect(links(read([...SPANS, line]))).toEqual(['11 claimant 0']);
  });

  it('joins all claims and sources that meet in one cue, and drops nothing of them', () => {
    const more = ['T4\tSource 44 49\tMaren', 'T5\tContent 33 41\tWe agree'];
    const ties = ['T1', 'T3', 'T4', 'T5'].map((id, i) => `R${i + 1}\tOf Arg1:${id} Arg2:T2`);
    const result = read([...SPANS, ...more, ...ties]);
    expect(links(result)).toEqual(['11 claimant 0', '33 claimant 0', '11 claimant 44', '33 claimant 44']);
    expect(losses(result)).toEqual({ 'Type “Cue”': 1 });
    expect(result.roles).toEqual([{ name: 'Source', count: 2, role: 'claimant' }]);
  });

  it('counts relations to a cue that leads nowhere', () => {
    expect(losses(read([...SPANS, 'R1\tOf Arg1:T1 Arg2:T2']))).toEqual({ 'Type “Cue”': 1, 'Relation “Of”': 1 });
    expect(losses(read([...SPANS, 'R1\tOf Arg1:T3 Arg2:T2']))).toEqual({ 'Type “Cue”': 1, 'Relation “Of”': 1 });
  });

  it('keeps an attribute that is a link as nothing else', () => {
    const result = read([...SPANS, 'A1\tSource T3 T1', 'A2\tSource T1 T3', 'A3\tSource T3 nobody']);
    expect(links(result)).toEqual(['11 claimant 0']);
    expect(result.units[0]?.annotations.map(({ attributes }) => attributes)).toEqual([
      { Source: 'T3' },
      { Source: 'nobody' },
    ]);
  });

  it('says nothing of an event that holds nothing but its trigger', () => {
    expect(read([...SPANS, 'E1\tSource:T1', 'E2\tCue:T2']).losses.map(({ what }) => what)).toEqual(['Type “Cue”']);
  });

  it('reads lines that end in an empty field, and windows line ends', () => {
    const lines = [...SPANS, 'E1\tCue:T2 Source:T1 Content:T3'].map((line) => `${line}\t\r`);
    expect(links(read(lines))).toEqual(['11 claimant 0']);
  });

  it('reads roles named like Parley’s without any mapping', () => {
    const lines = ['T1\tActor 0 5\tVelia', 'T2\tCLAIM 11 30\tthe port stays open', 'T3\tVenue 15 19\tport'];
    const result = read([...lines, 'E1\tCLAIM:T2 Claimant:T1 venue:T3'], NO_MAPPING);
    expect(links(result)).toEqual(['11 claimant 0', '11 venue 15']);
    expect(result.losses).toEqual([]);
  });

  it('prefers the argument’s role to the relation’s, and that to the filler’s type', () => {
    const mapping: ReadMapping = {
      ...QUOTATIONS,
      roles: { Hearer: 'addressee', Source: 'claimant', Told: 'addressee' },
    };
    expect(links(read([...SPANS, 'E1\tContent:T3 Hearer:T1'], mapping))).toEqual(['11 addressee 0']);
    expect(links(read([...SPANS, 'R1\tTold Arg1:T3 Source:T1'], mapping))).toEqual(['11 addressee 0']);
  });

  it('follows an event that is an argument of another, and stops in a ring', () => {
    const more = ['T4\tSource 44 49\tMaren', 'T5\tCue 50 55\tadded'];
    const nested = [...SPANS, ...more, 'E1\tCue:T2 Content:T3', 'E2\tCue:T5 Source:T4 What:E1'];
    expect(links(read(nested))).toEqual(['11 claimant 44']);
    const ring = read([...SPANS, ...more, 'E1\tCue:T2 What:E2', 'E2\tCue:T5 What:E1']);
    expect(links(ring)).toEqual([]);
    expect(losses(ring)['Event “Cue”']).toBe(2);
  });

  it('never forces a filler of the wrong kind, and counts it', () => {
    const lines = ['T1\tVenue 0 5\tVelia', 'T2\tClaim 11 30\tthe port stays open', 'T3\tOther 6 10\tsaid'];
    const result = read([...lines, 'E1\tClaim:T2 Claimant:T1 Claimant2:T3 Because:T1'], NO_MAPPING);
    expect(links(result)).toEqual(['11 venue 0']);
    expect(losses(result)).toEqual({
      'Role “claimant” filled by a venue': 1,
      'Role “claimant” filled by “Other”': 1,
      'Type “Other”': 1,
    });
  });

  it('counts roles and relations that are mapped to nothing', () => {
    const mapping = { ...QUOTATIONS, roles: {} };
    const result = read([...SPANS, 'E1\tContent:T3 Speaker:T1 Speaker2:T1', 'R1\tSays Arg1:T3 Arg2:T1'], mapping);
    expect(losses(result)).toEqual({ 'Role “Speaker”': 2, 'Relation “Says”': 1, 'Type “Cue”': 1 });
    expect(result.roles).toEqual([
      { name: 'Speaker', count: 2, role: null },
      { name: 'Says', count: 1, role: null },
    ]);
  });
});

describe('what is said of spans', () => {
  it('keeps attributes, references and notes on the span, or on the claim of the event', () => {
    const result = read([
      ...SPANS,
      'E1\tCue:T2 Source:T1 Content:T3',
      'A1\tNegated E1',
      'M2\tConfidence T3 very high',
      'N1\tReference T1 Wikipedia:42\tVelia the state',
      '#1\tAnnotatorNotes T3\tfirst',
      '#2\tAnnotatorNotes E1\tsecond',
      'A3\tTense T2 past',
      '#3\tAnnotatorNotes R9\tlost',
      '*\tEquiv T1 T3',
    ]);
    const [source, content] = result.units[0]?.annotations ?? [];
    expect(source?.attributes).toEqual({ Reference: 'Wikipedia:42' });
    expect(content?.attributes).toEqual({ Negated: true, Confidence: 'very high' });
    expect(content?.memo).toBe('first\nsecond');
    expect(losses(result)).toEqual({
      'Type “Cue”': 1,
      'Attributes of what isn’t kept': 1,
      'Notes on what isn’t kept': 1,
      'Names of references': 1,
      'Group “Equiv”': 1,
    });
  });
});

describe('offsets', () => {
  it('reads discontinuous spans, and joins fragments that touch', () => {
    const result = read(['T1\tContent 11 14;20 25;25 30\tthe stays  open']);
    expect(result.units[0]?.annotations[0]?.fragments).toEqual([
      { start: 11, end: 14 },
      { start: 20, end: 30 },
    ]);
  });

  const emoji = '😀 one\r\ntwo 👨‍👩‍👧 three\r\nfour';
  it.each([
    ['code points, CR LF as two', 'T1\tContent 26 30\tfour', undefined],
    ['code points, CR LF as one', 'T1\tContent 20 24\tfour', 'CR LF as one character'],
  ])('finds out that a file counts %s', (_name, line, named) => {
    const at = [...emoji].length - 4;
    const offsets = named ? at - 2 : at;
    const result = read([line.replace(/\d+ \d+/, `${offsets} ${offsets + 4}`)], QUOTATIONS, emoji);
    expect(result.units[0]?.annotations[0]?.fragments).toEqual([{ start: emoji.length - 4, end: emoji.length }]);
    expect(losses(result)).toEqual(named ? { [`Files whose offsets count ${named}`]: 1 } : {});
    expect(result.units[0]?.article.text).toBe(emoji);
  });

  it.each([
    ['UTF-16 code units', emoji.length - 4],
    ['UTF-16 code units, CR LF as one', emoji.length - 6],
    ['bytes of UTF-8', Buffer.byteLength(emoji) - 4],
    ['a byte order mark before the text', [...emoji].length - 3],
  ])('finds out that a file counts %s', (name, at) => {
    const result = read([`T1\tContent ${at} ${at + 4}\tfour`], QUOTATIONS, emoji);
    expect(result.units[0]?.annotations[0]?.fragments).toEqual([{ start: emoji.length - 4, end: emoji.length }]);
    expect(losses(result)).toEqual({ [`Files whose offsets count ${name}`]: 1 });
  });

  it('takes a line end that is quoted as a space', () => {
    const result = read(['T1\tContent 0 5\ta  b ', 'T2\tContent 0 4\ta b'], QUOTATIONS, 'a\r\nb\nc');
    expect(result.units[0]?.annotations.map((annotation) => annotation.fragments[0]?.end)).toEqual([5, 4]);
  });

  it('refuses a file in which the words are not where they should be, naming file, line and both', () => {
    expect(() => read([...SPANS, 'T4\tContent 11 19\tthe ship'])).toThrow(
      'a.ann, line 4: T4 says “the ship”, but at 11–19 a.txt says “the port”.',
    );
    expect(() => read(['T1\tContent 50 99\tadded'])).toThrow(
      'a.ann, line 1: T1 says “added”, but at 50–99 a.txt has no such place.',
    );
  });

  it('does not take one counting for one span and another for the next', () => {
    const units = emoji.length - 4;
    const points = [...emoji].length - 4;
    expect(() =>
      read([`T1\tContent ${units} ${units + 4}\tfour`, `T2\tContent ${points} ${points + 4}\tfour`], QUOTATIONS, emoji),
    ).toThrow(/line [12]: T[12] says “four”/);
  });
});

describe('broken files', () => {
  it.each([
    ['X1\tContent 0 5\tVelia', 'a.ann, line 1: it isn’t a line of brat standoff.'],
    ['T1 Content 0 5 Velia', 'a.ann, line 1: it isn’t “T1⇥Type start end⇥words”.'],
    ['T1\tContent 5 0\tVelia', 'a.ann, line 1: T1 ends before it begins.'],
    ['T1\tContent 0 5\tVelia\nT1\tContent 0 5\tVelia', 'a.ann, line 2: there is another T1.'],
    ['E1\tContent', 'a.ann, line 1: it isn’t “E1⇥Type:T1 Role:T2 …”.'],
    ['R1\tSays Arg1:T1', 'a.ann, line 1: it isn’t “R1⇥Type Arg1:T1 Arg2:T2”.'],
    ['A1\tNegated', 'a.ann, line 1: its fields aren’t those that brat writes.'],
    ['E1\tContent:T1 Source:T9\nT1\tContent 0 5\tVelia', 'a.ann, line 1: it names T9, which isn’t in the file.'],
  ])('refuses %j', (ann, message) => {
    expect(() => read([ann])).toThrow(message);
  });

  it('counts a span that covers no text', () => {
    expect(losses(read(['T1\tContent 3 3\t']))).toEqual({ 'Spans that cover no text': 1 });
  });

  it('takes line ends of any system, and lines with nothing on them', () => {
    expect(read(['T1\tContent 0 5\tVelia\r', '', 'T2\tSource 0 5\tVelia\r']).units[0]?.annotations).toHaveLength(2);
  });
});

describe('files and coders', () => {
  const suffix: ReadMapping = { ...QUOTATIONS, coderFrom: 'suffix' };
  const ann = 'T1\tSource 0 1\ta\n';

  it('makes a layer of each coder’s file, by the longest name of a text', () => {
    const disk = { 'd/a.txt': 'a', 'd/a_b.txt': 'a', 'd/a_Ana.ann': ann, 'd/a_b_Ben_C.ann': ann, 'd/a_b.ann': ann };
    const { units } = readFiles(disk, suffix);
    expect(units.map((unit) => [unit.article.fileName, unit.annotations.map(({ coder }) => coder)])).toEqual([
      ['d/a.txt', ['Ana']],
      ['d/a_b.txt', ['Reader', 'Ben_C']],
    ]);
    expect(new Set(units.flatMap((unit) => unit.annotations.map(({ key }) => key))).size).toBe(2);
  });

  it('says how to read coders’ files when it was not asked to', () => {
    const disk = { 'a.txt': 'a', 'a_Ana.ann': ann };
    expect(() => readFiles(disk, QUOTATIONS)).toThrow('a_Ana.ann has no text beside it: a_Ana.txt is not there.');
    expect(() => readFiles(disk, QUOTATIONS)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('--coder-from suffix') as string }),
    );
    expect(() => readFiles({ 'b_Ana.ann': ann }, suffix)).toThrow('b_Ana.ann has no text beside it');
  });

  it('reads a text without annotations, and tells that an empty coder’s file is not kept', () => {
    const result = readFiles({ 'a.txt': 'a', 'b.txt': 'b', 'b_Ana.ann': '' }, suffix);
    expect(result.units.map((unit) => unit.annotations)).toEqual([[], []]);
    expect(losses(result)).toEqual({ 'Annotation files with nothing in them': 1 });
  });
});
