import { describe, expect, it } from 'vitest';
import { brat } from '../../src/shared/formats/brat/brat.ts';
import type { Corpus } from '../../src/shared/formats/format.ts';
import { makeCorpus, type UnitDraft, words, writeAll } from './support.ts';

const TEXT = 'Velia 😀 said\r\nto Maren and Orla: “yes”.';
const UNIT: UnitDraft = {
  text: TEXT,
  fields: { fileName: 'news/report.txt' },
  annotations: [
    { kind: 'actor', fragments: [words(TEXT, 'Velia')], memo: 'two\nlines' },
    {
      kind: 'claim',
      fragments: [words(TEXT, 'said\r\nto'), words(TEXT, '“yes”')],
      attributes: { Tone: 'firm', Quoted: true },
    },
    { kind: 'actor', fragments: [words(TEXT, 'Maren')] },
    { kind: 'actor', fragments: [words(TEXT, 'Orla')] },
  ],
  links: [
    { claim: 1, role: 'addressee', target: 2 },
    { claim: 1, role: 'addressee', target: 3 },
    { claim: 1, role: 'claimant', target: 0 },
  ],
};

function names(corpus: Corpus, options = {}): string[] {
  return [...writeAll(brat, corpus, options).keys()].filter(
    (path) => path !== 'annotation.conf' && path !== 'codebook.json',
  );
}

function article(fileName: string, title = '', coders: readonly number[] = []): UnitDraft {
  return {
    text: 'abc',
    fields: { fileName, title },
    annotations: coders.map((coder) => ({ kind: 'actor', coder, fragments: [{ start: 0, end: 1 }] })),
  };
}

describe('brat files', () => {
  it('are spans in code points, events, attributes and notes', () => {
    const disk = writeAll(brat, makeCorpus([UNIT]));
    expect(disk.get('news/report.txt')?.toString()).toBe(TEXT);
    expect(disk.get('news/report.ann')?.toString()).toBe(
      [
        'T1\tActor 0 5\tVelia',
        'T2\tClaim 8 16;33 38\tsaid  to “yes”',
        'T3\tActor 17 22\tMaren',
        'T4\tActor 27 31\tOrla',
        'E1\tClaim:T2 Claimant:T1 Addressee:T3 Addressee2:T4',
        '#1\tAnnotatorNotes T1\ttwo',
        '#2\tAnnotatorNotes T1\tlines',
        'A1\tTone T2 firm',
        'A2\tQuoted T2',
        '',
      ].join('\n'),
    );
    expect(disk.get('annotation.conf')?.toString()).toContain(
      'Claim\tClaimant*:Actor, Addressee*:Actor, About*:Actor|Venue, Relay*:Actor, Venue*:Venue, Venue-proposed*:Venue, Venue-held*:Venue, Cue?:Cue\n\n[attributes]\nTone\tArg:<ENTITY>, Value:firm\nQuoted\tArg:<ENTITY>\n',
    );
  });

  it('are one a coder when there are several, unless asked otherwise', () => {
    const corpus = makeCorpus([article('a.txt', '', [0, 1]), article('b.txt')], ['Ana', 'Ben C']);
    expect(names(corpus)).toEqual(['a.txt', 'a_Ana.ann', 'a_Ben C.ann', 'b.txt']);
    expect(names(corpus, { coders: 'merge' })).toEqual(['a.txt', 'a.ann', 'b.txt', 'b.ann']);
    expect(names(makeCorpus([article('a.txt', '', [0])]), { coders: 'suffix' })).toEqual(['a.txt', 'a_Ana.ann']);
    expect(names(makeCorpus([article('a.txt', '', [0])]))).toEqual(['a.txt', 'a.ann']);
  });

  it('have names that are safe, not hidden and each its own', () => {
    const drafts = [
      article('report.md'),
      article('Report.txt'),
      article('../../etc/passwd'),
      article('C:\\news\\a:b?.txt'),
      article('.hidden'),
      article('con.txt'),
      article('', 'Port stays open / ships "wait"'),
      article('', ''),
      article(`${'x'.repeat(300)}.txt`),
    ];
    const written = names(makeCorpus(drafts)).filter((path) => path.endsWith('.txt'));
    expect(written).toEqual([
      'report.txt',
      'Report-2.txt',
      'etc/passwd.txt',
      'C_/news/a_b_.txt',
      'hidden.txt',
      '_con.txt',
      'Port stays open _ ships _wait_.txt',
      'article.txt',
      `${'x'.repeat(240)}.txt`,
    ]);
  });

  it('fit into 255 bytes in any script, and are the article’s own when they do', () => {
    const long = [
      `${'港'.repeat(83)}.txt`,
      `${'ميناء'.repeat(24)}.txt`,
      `${'x'.repeat(150)}.txt`,
      `${'🙂'.repeat(40)}.txt`,
    ];
    const coders = ['阿'.repeat(100), 'ن'.repeat(100)];
    const written = names(
      makeCorpus(
        long.flatMap((name) => [article(name, '', [0, 1]), article(name)]),
        coders,
      ),
    );
    expect(new Set(written).size).toBe(16);
    for (const name of written) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).not.toMatch(/\p{Surrogate}/u);
    }
    expect(written).toContain(long[2]);
    expect(names(makeCorpus([article(`${'港'.repeat(80)}.txt`)]))).toContain(`${'港'.repeat(80)}.txt`);
  });

  it('cannot be taken for another text’s or coder’s', () => {
    const coders = ['b', 'b_c', 'c', 'A/b', 'a\\B'];
    expect(names(makeCorpus([article('a.txt', '', [0, 1]), article('a_b.txt', '', [2])], coders))).toEqual([
      'a.txt',
      'a_b.ann',
      'a_b_c.ann',
      'a_b-2.txt',
      'a_b-2_c.ann',
    ]);
    expect(names(makeCorpus([article('a_b.txt', '', [2]), article('a.txt', '', [0])], coders))).toEqual([
      'a_b.txt',
      'a_b_c.ann',
      'a-2.txt',
      'a-2_b.ann',
    ]);
    expect(names(makeCorpus([article('x.txt', '', [3, 4])], coders))).toEqual(['x.txt', 'x_A_b.ann', 'x_a_B-2.ann']);
  });
});

describe('what brat loses', () => {
  it('is counted from the corpus', () => {
    const drafts: UnitDraft[] = [
      { ...UNIT, fields: { fileName: 'report.md', title: 'T', date: '2031-03-14' } },
      {
        text: 'abc',
        fields: { fileName: 'b.txt', title: 'U' },
        annotations: [
          {
            kind: 'actor',
            fragments: [{ start: 0, end: 1 }],
            memo: 'a\r\nb',
            attributes: { 'my key': 'x', Empty: '' },
          },
        ],
      },
    ];
    const losses = brat.loses(makeCorpus(drafts, ['Ana', 'Idle']), { coders: 'merge' });
    expect(Object.fromEntries(losses.map(({ what, count }) => [what, count]))).toEqual({
      'Ids of articles, annotations and links': 10,
      'Times of spans': 5,
      'Who tagged a span': 5,
      'Articles’ status and time of adding': 2,
      'Articles’ title': 2,
      'Attributes that are changed': 2,
      'Articles’ date': 1,
      'Articles’ file names': 1,
      'Coders who tagged nothing': 1,
      'Coders’ names': 1,
      'Line ends in memos': 1,
    });
  });

  it('is little when the files can hold all of it', () => {
    const losses = brat.loses(makeCorpus([article('a.txt', '', [0, 1])], ['Ana', 'Ben']), {});
    expect(losses.map(({ what, count }) => [what, count])).toEqual([
      ['Ids of articles, annotations and links', 3],
      ['Times of spans', 2],
      ['Articles’ status and time of adding', 1],
    ]);
  });
});
