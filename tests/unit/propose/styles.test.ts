import { describe, expect, it } from 'vitest';
import { languages, lines, look } from './support.ts';

/* What news of different papers and agencies taught the rules: each line was proposed wrongly, or not at all. */

describe('a headline', () => {
  it('takes no quotation in that the text begins with', () => {
    const title = 'Hale: no pause before the spring';
    expect(lines(`${title}\n\n“We will not be hurried,” Mira Quill said on Tuesday.`, { title })).toEqual([
      'headline: no pause before the spring | by Hale',
      'quotation-before: “We will not be hurried,” | by Mira Quill | cue said',
    ]);
  });

  it('is a line of its own: the same words within a sentence cut nothing', () => {
    const text = 'Mira Quill told reporters in Port Maren that the ships would sail.';
    expect(lines(text, { title: 'Port Maren' })).toEqual(lines(text));
    const wrapped = `## Port Maren\n\n${text}`;
    expect(lines(wrapped, { title: 'Port Maren' })).toEqual(lines(text));
  });

  it('in capitals is no dateline, and neither is what an editor sets before the text', () => {
    const title = 'HALE WINS VOTE - AGAIN';
    expect(look(`${title}\n\n“I thank you,” Taro Hale said.`, { title }).dateline).toBeNull();
    expect(look('BREAKING — The prime minister has resigned, Taro Hale said.').dateline).toBeNull();
    expect(look('LIVE UPDATES - Taro Hale said that he would go.').dateline).toBeNull();
  });
});

describe('a dateline', () => {
  it.each([
    ['Berlin (dpa) - Der Hafen ist zu.', 'de', 'Berlin'],
    ['Port Maren (KW) — The port is shut.', 'en', 'Port Maren'],
    ['PORT MAREN, March 14 (KW) — The port is shut.', 'en', 'PORT MAREN'],
  ])('%s', (text, language, place) => {
    const { dateline } = look(text, { language });
    expect(dateline && text.slice(dateline.start, dateline.end)).toBe(place);
  });
});

describe('who says it', () => {
  it.each([
    ['"No," said the minister.', 'the minister'],
    ['"Never again," said the mayor of Lund, Mr. Hale.', 'Mr. Hale'],
    ['“We stay,” said Dr. Ana Quill.', 'Dr. Ana Quill'],
  ])('without the stop behind it: %s', (text, who) => {
    const { speaker } = look(text).proposals[0] ?? {};
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe(who);
  });

  it('is the name before what is told of them', () => {
    expect(lines('Lena Orvik, 43, a nurse and mother of two from Sundby, said that she would stay.')).toEqual([
      'said-that: she would stay | by Lena Orvik | cue said',
    ]);
  });

  it('isn’t the clause that they say', () => {
    expect(
      lines(
        'Neither side should expect concessions, the chief negotiator for the rebels, Colonel Issa Dembe, said by telephone.',
      ),
    ).toEqual(['said-after: Neither side should expect concessions | by Colonel Issa Dembe | cue said']);
  });

  it('may stand without an article', () => {
    expect(lines('Nobody was hurt in the fire, officials said.')).toEqual([
      'said-after: Nobody was hurt in the fire | by officials | cue said',
    ]);
  });

  it('isn’t sought behind a semicolon', () => {
    const text =
      'Lund’s army said it had shot down four drones; the ministry put the number at two and said no one was hurt.';
    expect(lines(text)).toEqual(['said-that: it had shot down four drones | by Lund’s army | cue said']);
  });

  it('“he” is no office', () => {
    const text =
      'The prime minister, Taro Hale, has resigned, his office said. "I have done what I could," he told reporters.';
    expect(lines(text)[1]).toBe(
      'quotation-before: "I have done what I could," | by Taro Hale | cue told | to reporters',
    );
  });

  it('“he” is who begins the sentence before, rather than who spoke before that', () => {
    const text =
      'President Ilka Stern called it “the last exit of all”. Her predecessor, Jon Vard, was unmoved. The deal, he argued, was dead.';
    expect(lines(text)[1]).toBe('said-inside: The deal … was dead | by Jon Vard | cue argued');
  });

  it('ends before the verb that helps another', () => {
    expect(lines('Pell spoke. He has previously ruled out a third term.')[0]).not.toContain('by He has');
    expect(lines('The ministry has long denied that the water was poisoned.')[0]).toContain('| by The ministry |');
  });

  it('may have an office before the name', () => {
    expect(lines('House Speaker Dana Wills pushed back, saying Cobb “hasn’t read it.”')).toEqual([
      'said-that: Cobb “hasn’t read it.” | by Dana Wills | cue saying',
    ]);
  });

  it('may be told of before the quotation goes on', () => {
    expect(lines('“If they cut it,” warned Ines Duarte, chair of the union, “half of us will be gone.”')).toEqual([
      'quotation-inside: “If they cut it,” … “half of us will be gone.” | by Ines Duarte | cue warned',
    ]);
  });

  it('isn’t taken from the verb when the word is a noun', () => {
    expect(lines('The government has denied claims by the opposition that it knew of the leak.')).toEqual([]);
  });
});

describe('what is said', () => {
  it('ends where the same speaker adds something, and that is another claim', () => {
    expect(
      lines(
        'Doran Pell told the Meridian Times on Sunday that "nobody wants an election", adding that the budget would pass.',
      ),
    ).toEqual([
      'said-that: "nobody wants an election" | by Doran Pell | cue told | to the Meridian Times',
      'said-that: the budget would pass | by Doran Pell | cue adding',
    ]);
  });

  it('holds numbers whole', () => {
    expect(lines('Ministers insist 40,000 homes a year will follow.')).toEqual([
      'said-that: 40,000 homes a year will follow | by Ministers | cue insist',
    ]);
  });

  it('ends where the speaker refuses, demands or urges something else', () => {
    expect(lines('Neil Orton said the figures were “verified”, but refused to publish them.')).toEqual([
      'said-that: the figures were “verified” | by Neil Orton | cue said',
      'demanded: to publish them | by Neil Orton | cue refused',
    ]);
    expect(
      lines('Farid Haddad warned reporters that famine was near and called on both sides to open the roads.'),
    ).toEqual([
      'said-that: famine was near | by Farid Haddad | cue warned | to reporters',
      'demanded: to open the roads | by Farid Haddad | cue called on | to both sides',
    ]);
  });

  it('is no question', () => {
    expect(lines('We asked the candidates what they would do about rents.')).toEqual([]);
  });

  it('may be somebody’s words within a sentence', () => {
    expect(lines('It was, in the words of one veteran diplomat, “the worst week since the war”.')).toEqual([
      'according-to: “the worst week since the war” | by one veteran diplomat | cue in the words of',
    ]);
  });

  it('isn’t the paper or programme that is told it', () => {
    expect(lines('Ana Quill told “The Morning Show” that the port was open.')).toEqual([
      'said-that: the port was open | by Ana Quill | cue told | to “The Morning Show”',
    ]);
    expect(lines('Ana Quill told “Panorama”: “We all stay here.”')).toEqual([
      'quotation-behind: “We all stay here.” | by Ana Quill | cue told | to “Panorama”',
    ]);
    expect(lines('Jens Maar sagte der „Neuen Zeitung“: „Wir bleiben alle hier.“', { language: 'de' })).toEqual([
      'quotation-behind: „Wir bleiben alle hier.“ | by Jens Maar | cue sagte',
    ]);
    expect(lines('Jens Maar sagte der „Neuen Zeitung“, der Hafen sei zu.', { language: 'de' })).not.toEqual([
      expect.stringContaining(': „Neuen Zeitung“'),
    ]);
  });

  it('is cued by the verb beside it', () => {
    expect(lines('Ana Quill left. “I never lied,” she said, adding: “I was misinformed.”')).toEqual([
      'quotation-before: “I never lied,” | by Ana Quill | cue said',
      'quotation-behind: “I was misinformed.” | by Ana Quill | cue adding',
    ]);
  });

  it('begins behind what an editor has set before it', () => {
    expect(lines('BREAKING — The talks are over for good, Taro Hale said.')).toEqual([
      'said-after: The talks are over for good | by Taro Hale | cue said',
    ]);
  });

  it('may begin with “there was”', () => {
    expect(lines('Daniel Osei told the judge there was “overwhelming evidence” against him.')).toEqual([
      'said-that: there was “overwhelming evidence” against him | by Daniel Osei | cue told | to the judge',
    ]);
  });

  it('begins with “that’s”', () => {
    expect(lines('Ana Quill said that’s how it would be.')[0]).toContain('said-that: that’s how it would be |');
  });

  it('stands behind where it was said', () => {
    expect(lines('Ana Quill said in a statement the port would open.')).toEqual([
      'said-that: the port would open | by Ana Quill | cue said | at statement',
    ]);
  });

  it('isn’t put down to the subject of a new sentence', () => {
    const text =
      '"It is a disgrace," says Lena Orvik. "They promised us a hospital." The regional authority said in a letter it understood.';
    expect(lines(text)[0]).toBe(
      'quotation-before: "It is a disgrace," … "They promised us a hospital." | by Lena Orvik | cue says',
    );
  });

  it('may be urged on somebody, or called so in passing', () => {
    expect(
      lines(
        'President Ilka Stern urged lawmakers on Friday to back the treaty, calling it “the last exit before the abyss”.',
      ),
    ).toEqual([
      'demanded: to back the treaty | by President Ilka Stern | cue urged | to lawmakers',
      'called: “the last exit before the abyss” | by President Ilka Stern | cue calling',
    ]);
    expect(lines('Sefa Brandt accused him of “playing with fire” and warned of “a winter of blackouts”.')).toEqual([
      'called: “playing with fire” | by Sefa Brandt | cue accused',
      'quotation-behind: “a winter of blackouts” | by Sefa Brandt | cue warned',
    ]);
  });
});

describe('where it is said', () => {
  it('isn’t told by a clause about the speaker', () => {
    expect(lines('Doran Pell, who leads the Greens in the lower house, said that the port was open.')).toEqual([
      'said-that: the port was open | by Doran Pell | cue said',
    ]);
  });
});

describe('signs that nobody sees', () => {
  it('soft hyphens and marks of direction hide no word', () => {
    expect(lines('Ana Quill said\u200E that the port was open.')).toHaveLength(1);
    expect(lines('Ana Quill sa\u00ADid that the port was open.')).toHaveLength(1);
    expect(lines('\uFEFFAna Quill said that the port was open.')).toHaveLength(1);
  });
});

describe('the language files', () => {
  /** Every list of a file by its name. */
  const lists = (value: unknown, name: string): [string, string[]][] => {
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [[name, value]];
    return Object.entries(value).flatMap(([key, inner]) => lists(inner, `${name} ${key}`));
  };

  it.each(languages.map((file) => [file.name, file] as const))(
    '%s: no word stands twice in a list, and none can never be met',
    (_, file) => {
      for (const [name, words] of lists(file, file.language)) {
        expect({ name, words: words.filter((word, i) => words.indexOf(word) !== i) }).toEqual({ name, words: [] });
        // Words are asked for in lower case, with straight apostrophes and without a possessive’s `s`.
        const never = words.filter((word) => word !== word.toLowerCase() || /’|'s?$|[.,:;]$|^\s|\s$|\s\s/.test(word));
        expect({ name, words: never }).toEqual({ name, words: [] });
      }
    },
  );

  it.each(languages.map((file) => [file.name, file] as const))('%s: lists that are parts of others are', (_, file) => {
    const verbs = new Set(Object.values(file.verbs).flat());
    expect(file.participles.filter((word) => !verbs.has(word))).toEqual([]);
    // Asked for one by one: a phrase among them would never be met.
    const single = { ...file, ...file.verbs };
    for (const name of ['finite', 'titles', 'particles', 'notPersons', 'labels', 'determiners'] as const) {
      expect([name, single[name].filter((word) => word.includes(' '))]).toEqual([name, []]);
    }
  });
});

describe('other languages', () => {
  it('German: nouns are no people, and a clause follows a comma', () => {
    expect(look('Die Lage Europas sei ernst. Jens Maar sprach.', { language: 'de' }).people).toHaveLength(1);
    expect(lines('Die Lage Europas sei ernst, sagte der Kanzler.', { language: 'de' })).toEqual([
      'said-after: Die Lage Europas sei ernst | by der Kanzler | cue sagte',
    ]);
  });

  it('without spaces: quotations are measured by their signs', () => {
    expect(lines('王毅说：「我们不会离开这里，也不会让步。」', { language: 'zh' })).toEqual([
      'quotation-bare: 「我们不会离开这里，也不会让步。」 | by –',
    ]);
    expect(lines('他说「来」。', { language: 'zh' })).toEqual([]);
  });

  it('a language that nobody has named, or a region, is told apart', () => {
    expect(look('“No,” Hale said.', { language: 'en_US' }).rules).toBe('English');
    expect(look('“No,” Hale said.', { language: 'english' }).rules).toBeNull();
  });
});
