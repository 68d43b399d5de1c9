import { describe, expect, test } from 'vitest';
import { placeOf, byRule as rule } from './support.ts';

const TEXT = [
  'Velia will host the talks in Port Maren.',
  '“The port stays open to both sides,” Adra Solène said in Port Maren. She called it a “safe haven”.',
  'Lund has not answered. “We have no date for talks yet,” its envoy told Velia. Velia waits.',
].join('\n\n');

const CLAIM = 'The port stays open to both sides,';

describe('claim-without-claimant', () => {
  test('offers the only actor of the sentence, and to choose', () => {
    const [found] = rule('claim-without-claimant', TEXT, [
      ['claim', CLAIM],
      ['actor', 'Adra Solène'],
      ['actor', 'Lund'],
    ]);
    expect(found?.message).toContain('“The port stays open');
    expect(found?.fixes.map(({ fix }) => fix)).toEqual([
      { act: 'link', claimId: 'a0', role: 'claimant', targetId: 'a1' },
      { act: 'choose-role', claimId: 'a0', role: 'claimant' },
    ]);
  });

  test('leaves the choice of several to the analyst, and is content with a claimant', () => {
    const tags = [
      ['claim', 'no date for talks yet'],
      ['actor', 'envoy'],
      ['actor', 'Velia', 1],
    ] as const;
    expect(rule('claim-without-claimant', TEXT, tags)[0]?.fixes).toHaveLength(1);
    expect(rule('claim-without-claimant', TEXT, tags, [[0, 'addressee', 2]])).toHaveLength(1);
    expect(rule('claim-without-claimant', TEXT, tags, [[0, 'claimant', 1]])).toEqual([]);
  });
});

describe('own-relay', () => {
  const tags = [
    ['claim', 'no date for talks yet'],
    ['actor', 'envoy'],
    ['actor', 'Velia', 1],
  ] as const;

  test('finds who claims and passes on the same, and takes the claimant out where there is another', () => {
    const chain = [
      [0, 'claimant', 1],
      [0, 'claimant', 2],
      [0, 'relay', 1],
    ] as const;
    const [found, ...more] = rule('own-relay', TEXT, tags, chain);
    expect(more).toEqual([]);
    expect(found?.message).toBe('“envoy” both claims “no date for talks yet” and passes it on.');
    expect(found?.fixes.map(({ fix }) => fix)).toEqual([
      { act: 'unlink', linkId: 'l0' },
      { act: 'unlink', linkId: 'l2' },
    ]);
    // Without another one the claim would be nobody's: then it is the relay that is too much.
    const alone = rule('own-relay', TEXT, tags, [chain[0], chain[2]])[0];
    expect(alone?.fixes[0]?.fix).toEqual({ act: 'unlink', linkId: 'l1' });
  });

  test('is content with a chain of two', () => {
    expect(
      rule('own-relay', TEXT, tags, [
        [0, 'claimant', 2],
        [0, 'relay', 1],
      ]),
    ).toEqual([]);
  });
});

describe('quotation-unclaimed', () => {
  test('finds what is quoted, says when nobody says it, and lets short ones be', () => {
    const found = rule('quotation-unclaimed', TEXT, [['actor', 'Adra Solène']]);
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^“The port stays open.* isn’t tagged as a claim\.$/),
      expect.stringMatching(/^“We have no date.* and no actor in its sentence says it\.$/),
    ]);
    expect(found[0]?.fixes[0]?.fix).toMatchObject({ act: 'tag', kind: 'claim', fragments: found[0]?.span });
  });

  test('lets a term of few signs be where each sign counts as a word', () => {
    const text = '王毅谈「和平进程」。他说：「我们不会离开这里，也不会让步。」';
    expect(rule('quotation-unclaimed', text, [['actor', '王毅']]).map(({ span }) => span)).toEqual([
      [placeOf(text, '「我们不会离开这里，也不会让步。」')],
    ]);
  });

  test('is content with any claim in it, and with an article that isn’t begun', () => {
    expect(
      rule('quotation-unclaimed', TEXT, [
        ['claim', 'stays open'],
        ['claim', 'no date'],
      ]),
    ).toEqual([]);
    expect(rule('quotation-unclaimed', TEXT, [])).toEqual([]);
  });
});

describe('cut-word', () => {
  test('takes whole words', () => {
    const found = rule('cut-word', TEXT, [
      ['actor', 'ra Sol'],
      ['venue', 'Port Maren'],
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.fixes[0]?.fix).toEqual({ act: 'reshape', id: 'a0', fragments: [placeOf(TEXT, 'Adra Solène')] });
  });

  test('is another finding once another place is cut: what was dismissed was the one before', () => {
    const [first] = rule('cut-word', TEXT, [['actor', 'ra Sol']]);
    const [second] = rule('cut-word', TEXT, [['actor', 'dra Solène']]);
    expect(first?.key).not.toBe(second?.key);
    expect(rule('cut-word', TEXT, [['actor', 'ra Sol']])[0]?.key).toBe(first?.key);
    const edges = ['“The port', '“The port stays open'].map(
      (words) => rule('ragged-edge', TEXT, [['claim', words]])[0]?.key,
    );
    expect(edges[0]).toBe(edges[1]);
    expect(rule('ragged-edge', TEXT, [['claim', 'both sides,”']])[0]?.key).not.toBe(edges[0]);
  });

  test('lets possessives, hyphens and scripts without spaces be', () => {
    const text = 'Velia’s pro-Lund press. 東京都知事は語った。 re\u0301sume\u0301';
    expect(
      rule('cut-word', text, [
        ['actor', 'Velia'],
        ['actor', 'Lund'],
        ['venue', '京'],
      ]),
    ).toEqual([]);
    expect(rule('cut-word', text, [['actor', 're\u0301su']])).toHaveLength(1);
  });
});

describe('ragged-edge', () => {
  test.each([
    ['a space in front', ' talks', 'talks'],
    ['a line end behind', 'Port Maren.\n\n', 'Port Maren.'],
    ['the opening mark alone', '“The port stays', 'The port stays'],
    ['the closing mark alone', 'both sides,”', 'both sides,'],
    ['both', '“We have ', 'We have'],
  ])('%s', (_, words, left) => {
    const [found] = rule('ragged-edge', TEXT, [['claim', words]]);
    expect(found?.fixes[0]?.fix).toEqual({ act: 'reshape', id: 'a0', fragments: [placeOf(TEXT, left)] });
  });

  test('lets whole quotations and bare words be', () => {
    expect(
      rule('ragged-edge', TEXT, [
        ['claim', `“${CLAIM}”`],
        ['claim', CLAIM],
        ['claim', 'a “safe haven”'],
      ]),
    ).toEqual([]);
  });
});

describe('near-identical', () => {
  test('finds two over nearly the same words; merging keeps the one with links', () => {
    const tags = [
      ['claim', CLAIM],
      ['claim', 'The port stays open to both'],
      ['actor', 'Adra Solène'],
    ] as const;
    const [found] = rule('near-identical', TEXT, tags, [[1, 'claimant', 2]]);
    expect(found?.key).toBe('a0 a1');
    expect(found?.fixes.map(({ fix }) => fix)).toEqual([
      { act: 'merge', keepId: 'a1', otherId: 'a0' },
      { act: 'remove', id: 'a0' },
    ]);
  });

  test('lets a name within a longer one be, other kinds, and what only touches', () => {
    const tags = [
      ['actor', 'Adra Solène'],
      ['actor', 'Solène'],
      ['claim', CLAIM],
      ['venue', CLAIM],
      ['claim', 'Adra Solène said'],
    ] as const;
    expect(rule('near-identical', TEXT, tags)).toEqual([]);
  });
});

describe('claim-twice', () => {
  const text = `Minister: the port stays open\n\n“The Port stays open,” he said. The port stays open.`;
  const tags = [
    ['claim', 'the port stays open'],
    ['claim', 'The Port stays open'],
    ['actor', 'Minister'],
    ['actor', 'he'],
  ] as const;

  test('of the same claimant, ignoring case', () => {
    const [found] = rule('claim-twice', text, tags, [
      [0, 'claimant', 2],
      [1, 'claimant', 2],
    ]);
    expect(found?.fixes[0]?.fix).toEqual({ act: 'remove', id: 'a1' });
  });

  test('not of two', () => {
    expect(
      rule('claim-twice', text, tags, [
        [0, 'claimant', 2],
        [1, 'claimant', 3],
      ]),
    ).toEqual([]);
  });
});

describe('two-kinds', () => {
  test('makes the odd one like the others', () => {
    const [found] = rule('two-kinds', TEXT, [
      ['actor', 'Velia'],
      ['actor', 'Velia', 1],
      ['venue', 'Velia', 2],
    ]);
    expect(found?.message).toContain('2 × actor, 1 × venue');
    expect(found?.fixes[0]?.fix).toEqual({ act: 'retype', id: 'a2', kind: 'actor' });
    expect(
      rule('two-kinds', TEXT, [
        ['actor', 'Velia'],
        ['venue', 'Port Maren'],
      ]),
    ).toEqual([]);
  });
});

describe('two-kinds, three of them', () => {
  const tags = [
    ['actor', 'Velia'],
    ['actor', 'Velia', 1],
    ['actor', 'Velia', 2],
    ['venue', 'Velia', 1],
    ['venue', 'Velia', 2],
    ['claim', 'Velia'],
  ] as const;

  test('the rarest is the odd one', () => {
    expect(rule('two-kinds', TEXT, tags)[0]?.fixes[0]?.fix).toEqual({ act: 'retype', id: 'a5', kind: 'actor' });
  });

  test('is another finding when a kind comes in that wasn’t there when it was dismissed', () => {
    const two = rule('two-kinds', TEXT, tags.slice(0, 4))[0]?.key;
    expect(rule('two-kinds', TEXT, tags.slice(0, 5))[0]?.key).toBe(two);
    expect(rule('two-kinds', TEXT, tags)[0]?.key).not.toBe(two);
  });
});

describe('keys', () => {
  test('hold no half of a character: as they are kept, so they are found again', () => {
    for (let shift = 0; shift < 4; shift++) {
      const text = `${'x'.repeat(shift)}${'🕊️'.repeat(200)} flies`;
      const found = [
        ...rule('mention-unresolved', text, [['actor', text]], [], true),
        ...rule('two-kinds', text, [
          ['actor', text],
          ['venue', text],
        ]),
      ];
      expect(found).toHaveLength(2);
      for (const { key } of found) {
        expect(() => encodeURIComponent(key)).not.toThrow();
        expect(key.length).toBeLessThanOrEqual(500);
      }
    }
  });
});

describe('far-link', () => {
  test('finds a link past the name that stands beside', () => {
    const tags = [
      ['claim', 'We have no date for talks yet'],
      ['actor', 'Velia'],
      ['actor', 'Velia', 1],
    ] as const;
    expect(rule('far-link', TEXT, tags, [[0, 'addressee', 1]])[0]?.annotationIds).toEqual(['a0', 'a1', 'a2']);
    expect(rule('far-link', TEXT, tags, [[0, 'addressee', 2]])).toEqual([]);
  });
});

describe('mention-unresolved', () => {
  test('tells each name once, only where entities are kept', () => {
    const tags = [
      ['actor', 'Velia'],
      ['actor', 'Velia', 1],
      ['venue', 'Port Maren'],
      ['claim', CLAIM],
    ] as const;
    const found = rule('mention-unresolved', TEXT, tags, [], true);
    expect(found.map(({ annotationIds }) => annotationIds)).toEqual([['a0', 'a1'], ['a2']]);
    expect(rule('mention-unresolved', TEXT, tags)).toEqual([]);
  });
});
