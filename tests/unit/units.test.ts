import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCharacterBoundary } from '../../src/shared/text/characters.ts';
import { namesIn, readHabits } from '../../src/shared/text/names.ts';
import { paragraphs } from '../../src/shared/text/paragraphs.ts';
import { partsOf } from '../../src/shared/text/parts.ts';
import type { Fragment } from '../../src/shared/text/span.ts';
import { partEdge, type Unit, unitFrom, UNITS, type UnitText } from '../../src/shared/text/units.ts';

function source(text: string, locale = 'en'): UnitText {
  return { text, locale, paragraphs: paragraphs(text), habits: () => readHabits(text, locale) };
}

/** All units of a text, gone through from one end to the other. */
function walk(from: UnitText, unit: Unit, way: 1 | -1): Fragment[] {
  const found: Fragment[] = [];
  const end = way > 0 ? 0 : from.text.length;
  let at: Fragment | null = { start: end, end };
  while ((at = unitFrom(from, unit, at, way))) {
    found.push(at);
    if (found.length > 2000) throw new Error('it goes round in circles');
  }
  return found;
}

function words(text: string, unit: Unit, locale = 'en'): string[] {
  return walk(source(text, locale), unit, 1).map(({ start, end }) => text.slice(start, end));
}

function names(text: string, locale = 'en'): string[] {
  return words(text, 'name', locale);
}

function letters(of: string): string {
  return (of.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

const messy = fc
  .array(
    fc.constantFrom(
      'a',
      'Hale',
      ' said that ',
      'Mr. ',
      'U.S. ',
      '. ',
      ', ',
      '! ',
      ' ',
      '“',
      '”',
      '’',
      '"',
      '«',
      '»',
      '(',
      ')',
      ' – ',
      '👨‍👩‍👧‍👦',
      '🕊️ ',
      'e\u0301',
      'É',
      'क्षि',
      '\n\n',
      '\r\n',
      '国。',
      'אב',
      'שלום. ',
      '\u200f',
      '؟ ',
      '\ud83d',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));
const unit = fc.constantFrom(...UNITS);

describe('unitFrom', () => {
  it('keeps sentences whole behind abbreviations and quotation marks', () => {
    const text =
      'Mr. Hale of the U.S. Navy met Dr. Roth. “Go!” he said. “We will.”\n\n🕊️ Peace came. 🚢 It is. 🕊️”\n\nהנמל ייפתח. השליח סירב.';
    expect(words(text, 'sentence')).toEqual([
      'Mr. Hale of the U.S. Navy met Dr. Roth.',
      '“Go!” he said.',
      '“We will.”',
      '🕊️ Peace came.',
      '🚢 It is.',
      'הנמל ייפתח.',
      'השליח סירב.',
    ]);
  });

  it('takes each paragraph of a quotation that goes on, and no quotation within another', () => {
    const text = 'He said: “It is theirs.\n\n“It is ‘ours’ too.”\n\n"Enough," she said. Lund’s own.';
    expect(words(text, 'quotation')).toEqual(['“It is theirs.', '“It is ‘ours’ too.”', '"Enough,"']);
  });

  it('goes from comma to comma, and behind “that”', () => {
    const text =
      'Hale said that the draft was blocked, a charge (an old one) denied. “We will stop,” he said, “at 1,000.”';
    expect(words(text, 'part')).toEqual([
      'Hale said',
      'the draft was blocked',
      'a charge',
      'an old one',
      'denied',
      '“We will stop,”',
      'he said',
      '“at 1,000.”',
    ]);
    expect(words('Hale sagte, dass es regnet.', 'part', 'de')).toEqual(['Hale sagte', 'es regnet']);
    expect(words('Hale dass es.', 'part', 'xx')).toEqual(['Hale dass es']);
  });

  it('goes back from within a unit to its own start, and on to the next one', () => {
    const text = 'One two. Three four. Five.';
    const from = source(text);
    const at = text.indexOf('four');
    expect(unitFrom(from, 'sentence', { start: at, end: at }, -1)).toEqual({ start: 9, end: 20 });
    expect(unitFrom(from, 'sentence', { start: at, end: at }, 1)).toEqual({ start: 21, end: 26 });
    expect(unitFrom(from, 'sentence', { start: 9, end: 9 }, 1)).toEqual({ start: 9, end: 20 });
    expect(unitFrom(from, 'sentence', { start: 9, end: 20 }, -1)).toEqual({ start: 0, end: 8 });
    expect(unitFrom(from, 'sentence', { start: 0, end: 0 }, -1)).toBeNull();
    expect(unitFrom(from, 'sentence', { start: 21, end: 26 }, 1)).toBeNull();
  });

  it('goes into a selection from its start on', () => {
    const text = 'Hale met Roth. Then Hale left.';
    const from = source(text);
    const first = { start: 0, end: 14 };
    const name = unitFrom(from, 'name', first, 1);
    expect(name).toEqual({ start: 0, end: 4 });
    expect(unitFrom(from, 'name', name ?? first, 1)).toEqual({ start: 9, end: 13 });
  });

  it('finds its way in a paragraph longer than is looked at at once', () => {
    const text = Array.from({ length: 1500 }, (_, i) => `Hale said that number ${i} was late.`).join(' ');
    const from = source(text);
    for (const way of [1, -1] as const) {
      const found = walk(from, 'sentence', way);
      expect(found).toHaveLength(1500);
      expect(new Set(found.map(({ start, end }) => end - start)).size).toBeLessThan(5);
    }
  });

  it('comes out of what never stops', () => {
    const text = `${'word '.repeat(9000)}end. Next one.`;
    const from = source(text);
    expect(unitFrom(from, 'sentence', { start: text.length, end: text.length }, -1)).toEqual({
      start: text.length - 9,
      end: text.length,
    });
    const forward = walk(from, 'sentence', 1);
    expect(forward.at(-1)).toEqual({ start: text.length - 9, end: text.length });
  });

  it('is the same way forward and back, in order, within paragraphs, and splits no character', () => {
    fc.assert(
      fc.property(messy, unit, fc.constantFrom('', 'en', 'de', 'he'), (text, kind, locale) => {
        const from = source(text, locale);
        const forward = walk(from, kind, 1);
        expect(walk(from, kind, -1).reverse()).toEqual(forward);
        let last = 0;
        for (const { start, end } of forward) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(from.paragraphs.some((one) => one.start <= start && end <= one.end)).toBe(true);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(isCharacterBoundary(text, start) && isCharacterBoundary(text, end)).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('leads on from wherever one stands', () => {
    fc.assert(
      fc.property(messy, unit, fc.nat(), fc.nat(), (text, kind, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const from = source(text);
        const next = unitFrom(from, kind, { start, end }, 1);
        const before = unitFrom(from, kind, { start, end }, -1);
        if (next) expect(next.start).toBeGreaterThanOrEqual(start);
        if (next) expect(next).not.toEqual({ start, end });
        if (before) expect(before.start).toBeLessThan(start);
        // Nothing of the kind is passed over.
        const all = walk(from, kind, 1);
        if (start === end) expect(next).toEqual(all.find((one) => one.start >= start) ?? null);
        expect(before).toEqual(all.findLast((one) => one.start < start) ?? null);
      }),
    );
  });
});

describe('partEdge', () => {
  const text = 'Hale said that Lund, too, would come. Roth left.';
  const from = source(text);
  const range = { start: text.indexOf('Lund'), end: text.indexOf(' come') };

  it('moves ends to ends and starts to starts', () => {
    expect(partEdge(from, range, 'end', 1)).toBe(text.indexOf('. Roth'));
    expect(partEdge(from, range, 'end', -1)).toBe(text.indexOf(', would'));
    expect(partEdge(from, range, 'start', 1)).toBe(text.indexOf('too'));
    expect(partEdge(from, range, 'start', -1)).toBe(0);
  });

  it('leaves something over, and stays in the text', () => {
    expect(partEdge(from, { start: 0, end: 4 }, 'end', -1)).toBeNull();
    expect(partEdge(from, { start: 0, end: 4 }, 'start', 1)).toBeNull();
    expect(partEdge(from, { start: 0, end: 4 }, 'start', -1)).toBeNull();
    expect(partEdge(from, { start: 0, end: text.length }, 'end', 1)).toBeNull();
    fc.assert(
      fc.property(messy, fc.nat(), fc.nat(), fc.constantFrom(1, -1), (mess, a, b, way) => {
        const [start = 0, end = 0] = [a % (mess.length + 1), b % (mess.length + 1)].sort((x, y) => x - y);
        fc.pre(end > start);
        const own = source(mess);
        const newEnd = partEdge(own, { start, end }, 'end', way as 1 | -1);
        const newStart = partEdge(own, { start, end }, 'start', way as 1 | -1);
        if (newEnd !== null) expect(Math.sign(newEnd - end) === way && newEnd > start).toBe(true);
        if (newStart !== null) expect(Math.sign(newStart - start) === way && newStart < end).toBe(true);
      }),
    );
  });
});

describe('partsOf', () => {
  it('leaves out nothing but marks and what begins a clause', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const parts = partsOf(text, { start: 0, end: text.length }, 'en');
        const kept = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
        expect(letters(kept)).toBe(letters(text.replace(/(?<![\p{L}\p{N}\p{M}])that(?=\s)/giu, '')));
      }),
    );
  });
});

describe('namesIn', () => {
  it('takes capitalised words in a row, with titles, initials and particles, without ’s', () => {
    expect(
      names(
        'The envoy, Foreign Minister J. van der Berg, met Mr. Hale’s Bank of England. They spoke to the U.S. Navy.',
      ),
    ).toEqual(['Foreign Minister J. van der Berg', 'Mr. Hale', 'Bank of England', 'U.S. Navy']);
    expect(names('He met Chancellor Edda Roth of Oster.')).toEqual(['Chancellor Edda Roth', 'Oster']);
  });

  it('tells a name from the first word of a sentence', () => {
    expect(names('Shipping rose. In Lund, Velia agreed. “Nobody came,” I said on Tuesday in March.')).toEqual([
      'Lund',
      'Velia',
    ]);
    expect(names('Hale spoke. Then Roth met Hale.')).toEqual(['Hale', 'Roth', 'Hale']);
  });

  it('passes over German nouns that stand behind an article', () => {
    expect(names('Am Montag sprach Hale über das Abkommen. Ein Vertrag mit Oster fehlt.', 'de')).toEqual([
      'Hale',
      'Oster',
    ]);
  });

  it('finds none where a script has no capitals', () => {
    expect(names('שר החוץ נפגש עם השליח.', 'he')).toEqual([]);
  });

  it('lies within its sentence and begins with a capital', () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const { start, end } of namesIn(text, { start: 0, end: text.length }, readHabits(text), 'en')) {
          expect(text.slice(start, end)).toMatch(/^\p{Lu}/u);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
