import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryIndex } from '../../../src/shared/resolve/memory-index.ts';
import { clearCandidate, NOWHERE, proposeEntities } from '../../../src/shared/resolve/propose.ts';
import type { NamedEntity, Surroundings } from '../../../src/shared/resolve/resolve.ts';
import { whySame } from '../../../src/shared/resolve/same.ts';
import { foldWords } from '../../../src/shared/text/fold.ts';
import { GOLD_LIST, other } from '../../bench/resolver-gold.ts';
import { measureResolver } from '../../bench/resolver.ts';

const index = memoryIndex(GOLD_LIST);

function ask(words: string, around: Partial<Surroundings> = {}, kind: 'actor' | 'venue' = 'actor') {
  return proposeEntities({ kind, words }, { ...NOWHERE, language: 'en', ...around }, index);
}

const why = (words: string, around: Partial<Surroundings> = {}) => ask(words, around)[0]?.reason;

function fresh(words: string, around: Partial<Surroundings> = {}, kind: 'actor' | 'venue' = 'actor') {
  const last = ask(words, around, kind).at(-1);
  return [last?.entityId, last?.name, last?.category];
}

const named = (name: string, ...aliases: string[]): NamedEntity => ({
  id: name,
  kind: 'actor',
  category: 'person',
  name,
  aliases,
});

describe('proposals', () => {
  test('say why, in the analyst’s words', () => {
    expect(why('Adra Solène')).toBe('the same name');
    expect(why('Abu Karim')).toBe('“Abu Karim” is another name of it');
    expect(why('Foreign Minister Adra Solène')).toBe('the name without “Foreign Minister”');
    expect(why('Solène', { text: 'Adra Solène spoke. Solène left.' })).toBe(
      'last name of Adra Solène, who is named in this article',
    );
    expect(why('Sergei Lavrin')).toBe('another spelling of “Sergey Lavrin”');
    expect(why('Turkey')).toBe('“Turkey” and “Türkiye” are names of one state');
    expect(why('KBF', { text: 'the Kestrel Bay Forum (KBF)' })).toBe(
      '“KBF” stands for Kestrel Bay Forum in this article',
    );
    expect(why('Lain', { linked: [{ entityId: 'Lain islanders', articles: 3 }] })).toBe(
      '“Lain” is Lain islanders in 3 other articles',
    );
  });

  test.each(['\n\n', '\r\n\r\n', '\n \n', '\r\r'])(
    'take no name from two paragraphs, with %j between them',
    (blank) => {
      expect(why('Solène', { text: `Adra${blank}Solène left.` })).not.toContain('last name');
      expect(why('Adra', { text: `Adra${blank}Solène left.` })).not.toContain('first name');
    },
  );

  test.each(['\n', '\r\n', '\r', '\u00a0'])('take a name from two lines, with %j between them', (blank) => {
    expect(why('Solène', { text: `Adra${blank}Solène spoke. Solène left.` })).toContain('last name of Adra Solène');
  });

  test('offer none alone when two are as likely, and both to choose from, always in one order', () => {
    const text = 'Corin Smith and Della Smith spoke. Smith left.';
    const candidates = ask('Smith', { text });
    expect(candidates.slice(0, 2).map(({ name }) => name)).toEqual(['Corin Smith', 'Della Smith']);
    expect(clearCandidate(candidates)).toBeNull();
    const turned = memoryIndex([...GOLD_LIST].reverse());
    expect(proposeEntities({ kind: 'actor', words: 'Smith' }, { ...NOWHERE, text }, turned)).toEqual(candidates);
  });

  test('what is linked in the article already goes before another of the same name', () => {
    const others = [other('Della Smith', 'Della Smith')];
    const text = 'Corin Smith and Della Smith spoke. Smith left.';
    expect(clearCandidate(ask('Smith', { text, others }))?.name).toBe('Della Smith');
  });

  test('end with a new entity, its name cleaned and its category guessed', () => {
    expect(fresh('Interior Minister Jon Vale')).toEqual([null, 'Jon Vale', 'person']);
    expect(fresh('the Ministry of Fish’s')).toEqual([null, 'Ministry of Fish', 'organisation']);
    expect(fresh('France’s')).toEqual([null, 'France', 'state']);
    expect(fresh('angry fishermen')).toEqual([null, 'angry fishermen', 'group']);
    expect(fresh('Vale', { others: [other('Minister Jon Vale')] })).toEqual([null, 'Jon Vale', 'person']);
    expect(fresh('NHB', { text: 'the North Harbour Board (NHB)' })).toEqual([
      null,
      'North Harbour Board',
      'organisation',
    ]);
    expect(fresh('a press conference', {}, 'venue')).toEqual([null, 'a press conference', 'event']);
    expect(fresh('the Evening Herald', {}, 'venue')).toEqual([null, 'Evening Herald', 'medium']);
    expect(fresh('Lain', {}, 'venue')).toEqual([null, 'Lain', 'place']);
  });

  test('are right on the gold but for what is known', () => {
    const figures = measureResolver();
    const all = figures.rules.find(({ rule }) => rule === 'all');
    expect((all?.right ?? 0) / (all?.offered ?? 1)).toBeGreaterThanOrEqual(0.97);
    expect(figures.offeredRight / figures.known).toBeGreaterThanOrEqual(0.97);
  });
});

describe('whatever is asked', () => {
  const part = fc.constantFrom(
    'Adra',
    'Solène',
    'Smith',
    'the',
    'Minister',
    'KBF',
    'Oster',
    'US',
    '’s',
    '(KBF)',
    '–',
    '',
  );
  const words = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const names = GOLD_LIST.flatMap(({ name, aliases }) => [name, ...aliases]);
  const kind = fc.constantFrom('actor' as const, 'venue' as const);

  test('nothing of another kind, nothing twice, new at the end, the same each time', () => {
    const byId = new Map<string, NamedEntity>(GOLD_LIST.map((one) => [one.id, one]));
    const linked = fc.array(
      fc.record({ entityId: fc.constantFrom(...byId.keys()), articles: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 3 },
    );
    const beside = fc
      .record({
        kind,
        words: fc.constantFrom(...names),
        entityId: fc.constantFrom(null, 'gone', ...byId.keys()),
        count: fc.integer({ min: 1, max: 9 }),
      })
      .map((one) => ({ ...one, key: foldWords(one.words) }));
    fc.assert(
      fc.property(
        kind,
        fc.oneof(words, fc.constantFrom(...names), fc.string()),
        fc.array(beside, { maxLength: 4 }),
        linked,
        (of, said, others, before) => {
          const around = { text: others.map((one) => one.words).join(' and '), others, linked: before, language: 'en' };
          const candidates = proposeEntities({ kind: of, words: said }, around, index);
          expect(proposeEntities({ kind: of, words: said }, around, index)).toEqual(candidates);
          expect(candidates.at(-1)).toMatchObject({ entityId: null, rule: 'new' });
          const ids = candidates.slice(0, -1).map(({ entityId }) => entityId);
          expect(new Set(ids).size).toBe(ids.length);
          for (const id of ids) expect(byId.get(id ?? '')?.kind).toBe(of);
        },
      ),
    );
  });
});

describe('what may be the same', () => {
  test('is said with the names that speak for it, either way round', () => {
    expect(whySame(named('Sergei Lavrin'), named('Sergey Lavrin'))).toBe(
      '“Sergei Lavrin” and “Sergey Lavrin” may be two spellings of one name',
    );
    expect(whySame(named('A. Solène'), named('Adra Solène'))).toContain('only a letter');
    expect(whySame(named('X', 'Abu Karim'), named('Abu Karim'))).toBe('both are called “Abu Karim”');
    // What an analyst puts behind a name tells it from the other; an acronym doesn't.
    expect(whySame(named('Taro Hale'), named('Taro Hale (minister)'))).toBeNull();
    expect(whySame(named('Taro Hale (Oster)'), named('Taro Hale (Velia)'))).toBeNull();
    expect(whySame(named('Taro Hale (Velia)'), named('Taro  Hale (velia)'))).not.toBeNull();
    expect(whySame(named('Coastal Union (CU)'), named('Coastal Union'))).toContain('an acronym alone');
    expect(whySame(named('Maria Tenn'), named('Mario Tenn'))).toBeNull();
    expect(whySame(named('Velia'), { ...named('Velia'), id: 'v', kind: 'venue', category: 'place' })).toBeNull();
    for (const a of GOLD_LIST) for (const b of GOLD_LIST) expect(whySame(a, b) === null).toBe(whySame(b, a) === null);
  });
});
