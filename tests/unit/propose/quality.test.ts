import { describe, expect, it } from 'vitest';
import { type GoldArticle, heldOutGold, sampleGold, seenGold } from '../../bench/proposals/gold.ts';
import { f1, measureProposals, precision, recall } from '../../bench/proposals/measure.ts';
import { find } from '../../api/support/core.ts';

const TEXT = '“We stay,” Ana Quill said at a news conference. Taro Hale said that the port was open.\n';

function article(claims: readonly [words: string, speaker: string, venue?: string][]): GoldArticle {
  return {
    name: 'made up',
    title: '',
    text: TEXT,
    claims: claims.map(([words, speaker, venue]) => ({
      claim: [find(TEXT, words)],
      speaker,
      venues: venue ? [venue] : [],
    })),
  };
}

describe('the measure', () => {
  it('is whole when everything is right', () => {
    const found = measureProposals([
      article([
        ['“We stay,”', 'Quill', 'a news conference'],
        ['the port was open', 'Hale'],
      ]),
    ]);
    expect(found.claims).toEqual({ proposed: 2, right: 2, gold: 2 });
    expect(found.speakers).toEqual({ proposed: 2, right: 2, gold: 2 });
    expect(found.venues).toEqual({ proposed: 1, right: 1, gold: 1 });
    expect(f1(found.claims)).toBe(1);
    expect(found.wrong).toEqual([]);
  });

  it('tells what is missed, what is no claim, and whose speaker or words are wrong', () => {
    const found = measureProposals([
      article([
        ['We stay', 'Hale'],
        ['Taro Hale said', 'Quill'],
      ]),
    ]);
    expect(found.claims).toEqual({ proposed: 2, right: 1, gold: 2 });
    expect(found.exact.right).toBe(1);
    expect(precision(found.claims)).toBe(0.5);
    expect(recall(found.claims)).toBe(0.5);
    expect(found.speakers).toEqual({ proposed: 1, right: 0, gold: 1 });
    expect(found.wrong).toHaveLength(4);
    expect(found.claimRules.find(({ rule }) => rule === 'said-that')).toMatchObject({ proposed: 1, right: 0 });
  });
});

/*
 * Floors, somewhat under what was measured when they were set (the bench prints what it is now): a change that takes a
 * proposal in twenty with it has to be seen. Of what is shown more than nine in ten have to be claims: an analyst who says
 * no more often than that stops reading what is offered.
 */
describe('the rules', () => {
  it.each([
    ['the sample', sampleGold, { precision: 0.93, recall: 0.9, speaker: 0.95 }],
    ['articles that they were made better by', seenGold, { precision: 0.93, recall: 0.85, speaker: 0.9 }],
    ['articles that they don’t know', heldOutGold, { precision: 0.92, recall: 0.78, speaker: 0.9 }],
  ] as const)('on %s are no worse than they were', (_name, gold, floor) => {
    const found = measureProposals(gold());
    expect(precision(found.claims)).toBeGreaterThanOrEqual(floor.precision);
    expect(recall(found.claims)).toBeGreaterThanOrEqual(floor.recall);
    expect(precision(found.speakers)).toBeGreaterThanOrEqual(floor.speaker);
  });

  it('find nothing where nobody speaks', () => {
    const silent = seenGold().filter(({ claims }) => claims.length === 0);
    expect(silent).toHaveLength(1);
    expect(measureProposals(silent).claims.proposed).toBe(0);
  });
});
