import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ArticleFieldsSchema } from '../../src/shared/model/schemas.ts';
import { guessFields } from '../../src/shared/model/guess/guess.ts';
import { shorten } from '../../src/shared/text/shorten.ts';

const NONE = { title: '', outlet: '', date: '', author: '', url: '', language: '' };
const BODY = `Velia will keep the straits closed to warships until the war ends, the minister said on Tuesday.

“They are a road,” she told envoys at the Harbour House in Port Maren.
`;
const FIRST_SENTENCE =
  'Velia will keep the straits closed to warships until the war ends, the minister said on Tuesday.';

describe('header lines', () => {
  test('labels, in any order and case', () => {
    const text = `Title: Hale: draft has lain for a month
SOURCE: Oster Daily
Date: Sunday, 2 March 2031
By: Milo Brandt
URL: https://oster-daily.example/2031/draft
Language: English

${BODY}`;
    expect(guessFields(text, '')).toEqual({
      title: 'Hale: draft has lain for a month',
      outlet: 'Oster Daily',
      date: '2031-03-02',
      author: 'Milo Brandt',
      url: 'https://oster-daily.example/2031/draft',
      language: 'en',
    });
  });

  test('other languages, CRLF', () => {
    const text = `Titel: Gespräche gehen weiter\r\nQuelle: Hafenpost\r\nDatum: 14. März 2031\r\nAutorin: Ina Korf\r\nSprache: de-at\r\n\r\n${BODY}`;
    expect(guessFields(text, '')).toEqual({
      title: 'Gespräche gehen weiter',
      outlet: 'Hafenpost',
      date: '2031-03-14',
      author: 'Ina Korf',
      url: '',
      language: 'de-AT',
    });
  });

  test('front matter', () => {
    const text = `---\ntitle: "What the text said: and left out"\ndate: 2031-03-11T08:00:00Z\nauthor: Hanne Ulvik\nlang: en\ntags:\n  - date: 1999-01-01\n---\n\n${BODY}`;
    expect(guessFields(text, '')).toEqual({
      ...NONE,
      title: 'What the text said: and left out',
      date: '2031-03-11',
      author: 'Hanne Ulvik',
      language: 'en',
    });
  });

  test('a source that is an address is the address', () => {
    expect(guessFields(`Source: https://a.example/1\n\n${BODY}`, '')).toMatchObject({
      url: 'https://a.example/1',
      outlet: '',
    });
  });

  test('a label whose value says nothing, and one that is no label', () => {
    expect(guessFields(`Date: last Friday\nLanguage: nonsense\n\n${BODY}`, '')).toMatchObject({
      date: '',
      language: '',
    });
    expect(guessFields(`Verdict: guilty, says the court in Port Maren after a long day.\n\n${BODY}`, '').title).toBe(
      'Verdict: guilty, says the court in Port Maren after a long day.',
    );
  });
});

describe('headline and credits', () => {
  test('headline, outlet, date and byline, a line each', () => {
    const text = `Velia repeats offer to host talks between the two sides in Port Maren\nThe Harbour Post\n14 March 2031\nBy Ines Corvo, Port Maren\n\n${BODY}`;
    expect(guessFields(text, '')).toEqual({
      ...NONE,
      title: 'Velia repeats offer to host talks between the two sides in Port Maren',
      outlet: 'The Harbour Post',
      date: '2031-03-14',
      author: 'Ines Corvo',
    });
  });

  test('the outlet first, then the headline', () => {
    expect(guessFields(`The Harbour Post\n14 March 2031\n\nTalks open at last\n\n${BODY}`, '')).toMatchObject({
      title: 'Talks open at last',
      outlet: 'The Harbour Post',
      date: '2031-03-14',
    });
  });

  test('a Markdown heading and a line of credits', () => {
    const text = `# What the Maren text said, and what it left out\n\n*Meridian, 11 March 2031, by Hanne Ulvik*\n\n${BODY}`;
    expect(guessFields(text, '')).toEqual({
      ...NONE,
      title: 'What the Maren text said, and what it left out',
      outlet: 'Meridian',
      date: '2031-03-11',
      author: 'Hanne Ulvik',
    });
  });

  test('credits in parts', () => {
    expect(
      guessFields(`Talks open\nBy Ines Corvo and Teo Marsh | Harbour Post | March 14, 2031 10:15\n\n${BODY}`, ''),
    ).toMatchObject({
      title: 'Talks open',
      author: 'Ines Corvo and Teo Marsh',
      outlet: 'Harbour Post',
      date: '2031-03-14',
    });
  });

  test('a leading date, with or without a headline behind it', () => {
    expect(guessFields(` date 2031-03-11 Straits stay closed, Velia says\n\n${BODY}`, '')).toMatchObject({
      title: 'Straits stay closed, Velia says',
      date: '2031-03-11',
    });
    expect(guessFields(` date 2031-03-11 ${BODY}`, '')).toMatchObject({ title: FIRST_SENTENCE, date: '2031-03-11' });
  });

  test('a headline with one line end behind it, where each paragraph is a line', () => {
    expect(guessFields(`Straits stay closed\n${BODY}`, '').title).toBe('Straits stay closed');
    expect(guessFields(`Will the straits stay closed?\r\n\r\n${BODY}`, '').title).toBe('Will the straits stay closed?');
  });

  test('the first line of wrapped text is no headline', () => {
    const wrapped = `Velia will keep the straits closed to warships until\nthe war ends, the minister said on Tuesday in Port\nMaren. They are a road, she said.\n`;
    expect(guessFields(wrapped, '').title).toBe(
      'Velia will keep the straits closed to warships until the war ends, the minister said on Tuesday in…',
    );
  });

  test('a place before a date is no outlet', () => {
    expect(guessFields(`Talks open\nPort Maren, 14 March 2031\n\n${BODY}`, '')).toMatchObject({
      outlet: '',
      date: '2031-03-14',
    });
  });

  test('when it was updated is not when it was published', () => {
    expect(guessFields(`Talks open\nUpdated: 15 March 2031\n\n${BODY}`, '').date).toBe('');
    expect(guessFields(`Talks open\nLast updated 15 March 2031\n14 March 2031\n\n${BODY}`, '').date).toBe('2031-03-14');
  });
});

describe('the text itself', () => {
  test('a dateline names the agency, and is no part of the title', () => {
    expect(guessFields(`PORT MAREN, 14 March 2031 (Kestrel Wire) — ${BODY}`, '')).toEqual({
      ...NONE,
      title: FIRST_SENTENCE,
      outlet: 'Kestrel Wire',
      date: '2031-03-14',
    });
    expect(guessFields(`PORT MAREN, 14 March (Kestrel Wire) - ${BODY}`, '')).toMatchObject({
      outlet: 'Kestrel Wire',
      date: '',
    });
  });

  test('dates and names in running text say nothing about the article', () => {
    const text = 'The accord of 14 March 2031 was kept by Ines Corvo, wrote the Harbour Post. It was short.';
    expect(guessFields(text, 'a.txt')).toEqual({
      ...NONE,
      title: 'The accord of 14 March 2031 was kept by Ines Corvo, wrote the Harbour Post.',
    });
  });

  test('an address alone on one of the last lines', () => {
    expect(guessFields(`${BODY}\n<https://a.example/x?y=1>\n`, '').url).toBe('https://a.example/x?y=1');
    expect(guessFields(`${BODY}\nhttps://a.example/1\nhttps://a.example/2\n`, '').url).toBe('');
    expect(guessFields(`${BODY}\nSee https://a.example/1 for more.\n`, '').url).toBe('');
    expect(guessFields(`${BODY}\njavascript:alert(1)\n`, '').url).toBe('');
  });

  test('a title is always there', () => {
    expect(guessFields('12345', '').title).toBe('12345');
    expect(guessFields('---\n---\n---', '').title).not.toBe('');
    expect(guessFields('会谈将于下周举行。双方都希望达成协议。', '').title).toBe('会谈将于下周举行。');
  });
});

describe('the file’s name', () => {
  test.each([
    ['2031-03-14-harbour-post-talks-open.txt', '2031-03-14'],
    ['talks_2031_03_14.txt', '2031-03-14'],
    ['20310314 talks.txt', '2031-03-14'],
    ['Talks 14 March 2031.md', '2031-03-14'],
    ['99999999.txt', ''],
    ['version-2031.txt', ''],
  ])('%s shows the date %j', (fileName, date) => {
    expect(guessFields(BODY, fileName).date).toBe(date);
  });

  test('the text’s own date is stronger', () => {
    expect(guessFields(`Talks open\n13 March 2031\n\n${BODY}`, '2031-03-14.txt').date).toBe('2031-03-13');
  });

  test('an outlet only where it is clear', () => {
    expect(guessFields(BODY, 'Harbour Post - 2031-03-14 - Talks open.txt').outlet).toBe('Harbour Post');
    expect(guessFields(BODY, '2031-03-14-harbour-post-talks-open.txt').outlet).toBe('');
    expect(guessFields(`${BODY}She spoke to The Harbour Post.`, '2031-03-14-harbour-post-talks-open.txt').outlet).toBe(
      'The Harbour Post',
    );
    expect(guessFields(BODY, '2031-03-14-velia-repeats-offer.txt').outlet).toBe('');
    expect(guessFields(BODY, '2031-03-14-press-conference-outlet-a.txt').outlet).toBe('');
  });
});

describe('for any text', () => {
  test('the fields can be kept, on one line each, with a title', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'Title: x',
        'By Ines Corvo',
        '14 March 2031',
        '# H',
        '---',
        'PORT MAREN (Kestrel Wire) — Talks go on.',
        '',
        'The Harbour Post',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.string({ maxLength: 40 }), (lines, fileName) => {
        const text = `${lines.join('\n')}\nTalks go on.`;
        const fields = guessFields(text, fileName);
        expect(ArticleFieldsSchema.safeParse(fields).success).toBe(true);
        expect(fields.title).not.toBe('');
        expect(Object.values(fields).join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('very long lines are no trouble', () => {
    expect(guessFields('a'.repeat(300_000), 'a.txt').title.length).toBeLessThanOrEqual(100);
    expect(guessFields(`${' '.repeat(50_000)}${'A b, '.repeat(50_000)}`, 'a.txt').title).not.toBe('');
  });
});

describe('shorten', () => {
  test('cuts at a blank, never within a character', () => {
    expect(shorten('one two three', 20)).toBe('one two three');
    expect(shorten('one two, three', 10)).toBe('one two…');
    expect(shorten('👍👍👍👍', 4)).toBe('👍…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 50 }), (text, length) => {
        const short = shorten(text, length);
        expect(short.length).toBeLessThanOrEqual(length);
        expect(/\p{Surrogate}/u.test(short)).toBe(false);
      }),
    );
  });
});
