import { describe, expect, it } from 'vitest';
import type { ReadMapping, ReadResult } from '../../src/shared/formats/format.ts';
import { jsonl } from '../../src/shared/formats/jsonl/jsonl.ts';
import { files, makeCorpus, NO_MAPPING, words, writeAll } from './support.ts';

const TEXT = '😀 Velia said yes.';

function read(lines: readonly (object | string)[], mapping: ReadMapping = NO_MAPPING): ReadResult {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return jsonl.read?.(files({ 'x.jsonl': text }), mapping, {}) as ReadResult;
}

function span(fragment: object, more: object = {}): object {
  return { text: TEXT, spans: [{ id: 's', kind: 'actor', fragments: [fragment], ...more }] };
}

describe('JSON Lines', () => {
  it('are one line an article, with both offset units', () => {
    const corpus = makeCorpus([
      {
        text: TEXT,
        annotations: [
          { kind: 'actor', fragments: [words(TEXT, 'Velia')] },
          { kind: 'claim', fragments: [words(TEXT, 'said'), words(TEXT, 'yes')] },
        ],
        links: [{ claim: 1, role: 'claimant', target: 0 }],
      },
      { text: 'second' },
    ]);
    const lines = writeAll(jsonl, corpus).get('articles.jsonl')?.toString().trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      id: 'a1',
      length_utf16: 18,
      length_codepoint: 17,
      text: TEXT,
      spans: [
        {
          id: 'a1s1',
          fragments: [{ start_utf16: 3, end_utf16: 8, start_codepoint: 2, end_codepoint: 7, text: 'Velia' }],
        },
        { id: 'a1s2', kind: 'claim', coder: 'Ana', fragments: [{ text: 'said' }, { text: 'yes' }] },
      ],
      claims: [{ id: 'a1s2', span: 'a1s2', claimants: ['a1s1'], addressees: [], venues: [] }],
    });
  });

  it('may come from other programs, with one unit and few fields', () => {
    const points = span({ start_codepoint: 2, end_codepoint: 7, text: 'Velia' });
    const units = span({ start_utf16: 3, end_utf16: 8, text: 'Velia' }, { coder: 'Ben' });
    const result = read([points, '', units]);
    expect(result.units.map((unit) => unit.annotations[0])).toMatchObject([
      { fragments: [{ start: 3, end: 8 }], coder: 'Reader', createdAt: null },
      { fragments: [{ start: 3, end: 8 }], coder: 'Ben' },
    ]);
    expect(result.losses).toEqual([]);
  });

  it('of two claims on one span make one record, and count what is named by an unknown id alone', () => {
    const at = { start_utf16: 3, end_utf16: 8, text: 'Velia' };
    const said = { start_utf16: 9, end_utf16: 13, text: 'said' };
    const { units, losses } = read([
      {
        text: TEXT,
        spans: [
          { id: 'a', kind: 'actor', fragments: [at], entity: { id: 'unknown' } },
          { id: 'c', kind: 'claim', fragments: [said] },
        ],
        claims: [
          { span: 'c', codes: ['Talks', { id: 'unknown' }], reporting: 'quoted', claimants: ['a'] },
          {
            span: 'c',
            codes: ['Talks', 'Offers'],
            reporting: 'reported',
            uttered_on: '2031-03-14',
            role_entities: [{ role: 'relay', id: 'unknown' }],
          },
        ],
      },
    ]);
    expect(units[0]?.annotations[1]).toMatchObject({ reporting: 'quoted', utteredOn: '2031-03-14' });
    expect(units[0]?.annotations[1]?.codes).toHaveLength(2);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([
      ['Entities without a name', 2],
      ['Codes without a name', 1],
      ['Further claims on the same span', 1],
    ]);
  });

  it('name links by what they join, so that an edited line gives no link another’s id', () => {
    const at = (start: number, end: number) => [{ start_utf16: start, end_utf16: end, text: TEXT.slice(start, end) }];
    const { units, losses } = read([
      {
        text: TEXT,
        spans: [
          { id: 'a', kind: 'actor', fragments: at(3, 8) },
          { id: 'b', kind: 'actor', fragments: at(4, 8) },
          { id: 'c', kind: 'claim', fragments: at(9, 13) },
        ],
        claims: [
          {
            span: 'c',
            claimants: ['b'],
            addressees: ['a'],
            role_entities: [{ role: 'about', id: 'e', name: 'Velia' }],
            links: [
              { id: 'taken out', role: 'claimant', span: 'a' },
              { id: 7, role: 'claimant', span: 'b' },
              { id: 'l3', role: 'about', entity: 'e' },
            ],
          },
        ],
      },
    ]);
    expect(units[0]?.links).toEqual([
      { id: '7', claim: 'c', role: 'claimant', target: 'b' },
      { claim: 'c', role: 'addressee', target: 'a' },
      { id: 'l3', claim: 'c', role: 'about', target: expect.any(String), targetIs: 'entity' },
    ]);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([['Ids of links that fill no role', 1]]);
  });

  it('map kinds, and count kinds, roles and fields that have no place', () => {
    const at = { start_utf16: 3, end_utf16: 8, text: 'Velia' };
    const line = {
      text: TEXT,
      mood: 'fair',
      spans: [
        { id: 1, kind: 'Person', fragments: [at], score: 0.5 },
        { id: 2, kind: 'Claim', fragments: [at] },
        { id: 3, kind: 'Cue', fragments: [at] },
      ],
      claims: [{ span: 2, claimants: [1, 3], venues: [1] }],
    };
    const result = read([line], { ...NO_MAPPING, kinds: { Person: 'actor' } });
    expect(result.units[0]?.links).toEqual([{ claim: '2', role: 'claimant', target: '1' }]);
    expect(result.losses.map(({ what, count }) => [what, count])).toEqual([
      ['Field “mood” of articles', 1],
      ['Field “score” of spans', 1],
      ['Kind “Cue”', 1],
      ['Role “claimant” that can’t be', 1],
      ['Role “venue” that can’t be', 1],
    ]);
    expect(result.types).toContainEqual({ name: 'Cue', count: 1, kind: null });
  });

  it.each([
    ['no JSON', '{"text":', /^x.jsonl, line 2 isn’t JSON/],
    ['no text', { title: 'T' }, /^x.jsonl, line 2: “text”/],
    [
      'words that are not there',
      span({ start_utf16: 2, end_utf16: 7, text: 'Velia' }),
      /span “s” says “Velia”, but at 2–7 \(UTF-16\) the text has “ Veli”/,
    ],
    [
      'units that disagree',
      span({ start_utf16: 3, end_utf16: 8, start_codepoint: 3, end_codepoint: 8, text: 'Velia' }),
      /lead to different places/,
    ],
    [
      'offsets outside the text',
      span({ start_codepoint: 2, end_codepoint: 70, text: 'Velia' }),
      /code point offset 70 is outside the text/,
    ],
    [
      'an offset inside a character',
      span({ start_utf16: 1, end_utf16: 3, text: '\ude00 ' }),
      /begins or ends inside a character/,
    ],
    ['no offsets', span({ text: 'Velia' }), /has a fragment without start_utf16/],
    [
      'a claim without its span',
      { text: 'a', claims: [{ span: 'zz' }, { span: 'zz', claimants: ['q'] }] },
      /names the span “zz”/,
    ],
    [
      'one id twice',
      {
        text: TEXT,
        spans: [1, 1].map((id) => ({
          id,
          kind: 'actor',
          fragments: [{ start_utf16: 3, end_utf16: 8, text: 'Velia' }],
        })),
      },
      /two spans have the id “1”/,
    ],
    ['a date that is none', { text: 'a', date: 'Friday' }, /“date”/],
  ])('are refused, naming the line: %s', (_name, line, message) => {
    expect(() => read([{ text: 'fine' }, line])).toThrow(message);
  });
});
