import { describe, expect, it } from 'vitest';
import { partsFor } from '../../../src/shared/propose/for-claim.ts';
import { languages, lines, look } from './support.ts';

describe('quotations', () => {
  it('with who says it behind, in either order', () => {
    expect(lines('“The port must open,” Minister Ana Quill said on Friday.')).toEqual([
      'quotation-before: “The port must open,” | by Minister Ana Quill | cue said',
    ]);
    expect(lines('"We stay," said the envoy of Oster, Luis Marquez.')).toEqual([
      'quotation-before: "We stay," | by Luis Marquez | cue said',
    ]);
  });

  it('with who says it before, behind a colon or at once', () => {
    expect(lines('Ana Quill, who chaired the talks, told Meridian: “We had a bridge.”')).toEqual([
      'quotation-behind: “We had a bridge.” | by Ana Quill | cue told | to Meridian',
    ]);
    expect(lines('Ana Quill said “never again” on Friday.')).toEqual([
      'quotation-behind: “never again” | by Ana Quill | cue said',
    ]);
  });

  it('broken by who says it: one claim in two fragments', () => {
    expect(lines('“We will stop,” Taro Hale said, “when there is a paper.” He left.')).toEqual([
      'quotation-inside: “We will stop,” … “when there is a paper.” | by Taro Hale | cue said',
    ]);
  });

  it('going on in the next sentence, and over paragraphs', () => {
    expect(lines('“One,” Ana Quill told a news conference. “Two more of it.”')).toEqual([
      'quotation-before: “One,” … “Two more of it.” | by Ana Quill | cue told | at news conference',
    ]);
    expect(lines('Ana Quill said: “It is a long road.\n\n“And we walk it.”\n')).toEqual([
      'quotation-over-paragraphs: “It is a long road. … “And we walk it.” | by Ana Quill | cue said',
    ]);
  });

  it('on their own: of the one who spoke before', () => {
    expect(lines('“We go now,” Ana Quill said.\n\n“We do not come back.”\n')[1]).toBe(
      'quotation-alone: “We do not come back.” | by Ana Quill',
    );
  });

  it('are no claim as a title, a sign or a nickname', () => {
    expect(lines('The sign reads “Closed”. A film called “The Long Winter” is on. The “Bear” is full.')).toEqual([]);
  });
});

describe('reported speech', () => {
  it('behind a verb of saying, with and without that, up to where the article speaks again', () => {
    expect(lines('Hale said that the draft was blocked, a charge that the League denies.')[0]).toBe(
      'said-that: the draft was blocked | by Hale | cue said',
    );
    expect(lines('Ana Quill said the port was open.')).toEqual([
      'said-that: the port was open | by Ana Quill | cue said',
    ]);
    expect(lines('Velia on Friday repeated that it would host talks “at any hour”, as the war went on.')).toEqual([
      'said-that: it would host talks “at any hour” | by Velia | cue repeated',
    ]);
  });

  it('before it, and around it', () => {
    expect(lines('The truce is over for good, Minister Ana Quill said on Sunday.')).toEqual([
      'said-after: The truce is over for good | by Minister Ana Quill | cue said',
    ]);
    expect(lines('Ana Quill left. Such a meeting, she said, needs months of work.')).toEqual([
      'said-inside: Such a meeting … needs months of work | by Ana Quill | cue said',
    ]);
  });

  it('of a verb that somebody shares with an earlier one', () => {
    expect(lines('The envoy of Lund, Salim Darra, thanked Velia and asked that boats be let through.')).toEqual([
      'said-that: boats be let through | by Salim Darra | cue asked',
    ]);
  });

  it('put down to somebody', () => {
    expect(lines('Insurance has tripled since January, according to the Port Exchange.')).toEqual([
      'according-to: Insurance has tripled since January | by the Port Exchange | cue according to',
    ]);
    expect(lines('Ana Quill was quoted as saying that the port would open.')).toEqual([
      'quoted-as: the port would open | by Ana Quill | cue quoted as saying',
    ]);
  });

  it('called, demanded, in a headline', () => {
    expect(lines('A spokeswoman for the League, Britt Aven, called the charge "an old song".')).toEqual([
      'called: "an old song" | by Britt Aven | cue called',
    ]);
    expect(lines('Ruvim Kast demanded a vote of the whole people.')).toEqual([
      'demanded: a vote of the whole people | by Ruvim Kast | cue demanded',
    ]);
    expect(
      lines('Hale: no pause before the spring\n\nTalks go on.\n', { title: 'Hale: no pause before the spring' }),
    ).toEqual(['headline: no pause before the spring | by Hale']);
  });
});

describe('who and where', () => {
  it('a pronoun means the person named before who can be meant', () => {
    const text =
      'Ana Quill opened her office to Taro Hale on Monday. Mr. Hale came late. “I am sorry,” he said. “You are not,” she said.';
    expect(lines(text)).toEqual([
      'quotation-before: “I am sorry,” | by Hale | cue said',
      'quotation-before: “You are not,” | by Ana Quill | cue said',
    ]);
  });

  it('the dateline is the venue where the sentence names none', () => {
    const text =
      'PORT MAREN, March 14 (KW) — “We stay,” Ana Quill said.\n\n“We go,” Taro Hale said in an interview with Radio Meridian.\n';
    expect(lines(text).map((line) => line.split(' | at ')[1])).toEqual(['PORT MAREN', 'interview with Radio Meridian']);
    expect(look(text).proposals.map(({ venueRule }) => venueRule)).toEqual(['dateline', 'event']);
  });

  it('whoever is told is the addressee, what they sit in is the venue', () => {
    expect(lines('Ana Quill told reporters that the port was open.')[0]).toContain('| to reporters');
    expect(lines('Ana Quill told them that the port was open.')[0]).not.toContain('| to ');
    expect(lines('Ana Quill told a forum in Kestrel Bay that the port was open.')[0]).toContain(
      '| at forum in Kestrel Bay',
    );
  });
});

describe('a claim within a claim', () => {
  const text = 'But a diplomat said that Land had told him that Oster “would not stand in the way”.';
  const inner = 'Oster “would not stand in the way”';

  it('isn’t proposed by itself, but has its own speaker, and who passes it on', () => {
    const found = look(text);
    expect(found.proposals).toHaveLength(1);
    const words = (one: { start: number; end: number } | null | undefined) => one && text.slice(one.start, one.end);
    const start = text.indexOf(inner);
    const parts = partsFor(text, found, [{ start, end: start + inner.length }]);
    expect([words(parts?.speaker), words(parts?.relay), words(parts?.cue[0]), parts?.reporting]).toEqual([
      'Land',
      'a diplomat',
      'told',
      'reported',
    ]);
    const outer = partsFor(text, found, found.proposals[0]?.claim ?? []);
    expect([words(outer?.speaker), outer?.relay]).toEqual(['a diplomat', null]);
  });
});

describe('languages', () => {
  it('are data: German works without a line of code', () => {
    expect(languages.map(({ language }) => language)).toEqual(['de', 'en']);
    expect(
      lines(
        '„Der Hafen bleibt zu“, sagte Außenministerin Ada Quell auf einer Pressekonferenz. Er habe keine Wahl, sagte Tom Falk.',
        { language: 'de' },
      ),
    ).toEqual([
      'quotation-before: „Der Hafen bleibt zu“ | by Außenministerin Ada Quell | cue sagte | at Pressekonferenz',
      'said-after: Er habe keine Wahl | by Tom Falk | cue sagte',
    ]);
    expect(lines('Ada Quell sagte, dass der Hafen bald wieder geöffnet werde.', { language: 'de-AT' })).toEqual([
      'said-that: der Hafen bald wieder geöffnet werde | by Ada Quell | cue sagte',
    ]);
    expect(lines('Laut Tom Falk, dem Sprecher, ist der Hafen zu.', { language: 'de' }).length).toBeLessThan(2);
  });

  it('without rules only quotation marks are looked for, and that is said', () => {
    const found = look('«Nous restons ici», dit Ana Quill.', { language: 'fr' });
    expect(found.rules).toBeNull();
    expect(found.proposals).toMatchObject([{ rule: 'quotation-bare', speaker: null, reporting: 'quoted' }]);
    expect(look('“No,” Hale said.', { language: '' }).rules).toBeNull();
    expect(look('“No,” Hale said.').rules).toBe('English');
  });
});
