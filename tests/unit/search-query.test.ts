import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExpression } from '../../src/shared/search/expression.ts';
import { parseQuery, phrasesIn, QueryError } from '../../src/shared/search/query.ts';
import { phraseText } from '../../src/shared/search/words.ts';

function expression(typed: string): string | null {
  const query = parseQuery(typed);
  return query && toExpression(query);
}

function problem(typed: string): QueryError {
  try {
    parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is typed', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['Velia', '"velia"'],
    ['peace talks', '("peace" AND "talks")'],
    ['peace AND talks', '("peace" AND "talks")'],
    ['“Peace talks”', '"peace talks"'],
    ['"peace talk"*', '"peace talk" *'],
    ['cease-fire negot*', '("cease fire" AND "negot" *)'],
    ['a b OR c', '(("a" AND "b") OR "c")'],
    ['a (b OR c)', '("a" AND ("b" OR "c"))'],
    ['a -b NOT "c d"', '(("a") NOT ("b" OR "c d"))'],
    ['or and not', '("or" AND "and" AND "not")'],
    ['title:x NEAR(y z)', '("title x" AND "near" AND ("y" AND "z"))'],
    ['Solène’s', '"solene s"'],
    ['Velia – Oster: talks & “peace” …', '("velia" AND "oster" AND "talks" AND "peace")'],
    ['- a *', '"a"'],
    ['צה"ל OR "ראש אכ"א"', '("צה ל" OR "ראש אכ א")'],
    ['外交部长', '"外 交 部 长"'],
    ['दीन*', '"दीन" *'],
    ['\u200fמלך', '"מלך"'],
    [Array(200).fill('a').join(' OR '), `(${Array(200).fill('"a"').join(' OR ')})`],
  ])('%s', (typed, wanted) => {
    expect(expression(typed)).toBe(wanted);
  });

  test('is shown by what has to be there, not by what is left out', () => {
    const query = parseQuery('a (b* OR "c d") -e');
    expect(query && phrasesIn(query).map(phraseText)).toEqual(['a', 'b', 'c d']);
  });
});

describe('what can’t be understood is said in plain words', () => {
  test.each([
    ['peace "talks', 'The quotation mark at character 7 is never closed.'],
    ['(a OR b', 'The parenthesis at character 1 is never closed.'],
    ['a)', 'The parenthesis at character 2 closes nothing.'],
    ['a ()', 'There is nothing in the parentheses at character 4.'],
    ['a OR', 'There is nothing behind OR at character 3.'],
    ['OR a', 'There is nothing before OR at character 1.'],
    ['a AND', 'There is nothing behind AND at character 3.'],
    ['NOT', 'There is nothing behind NOT at character 1.'],
    ['-peace', 'This says only what to leave out.'],
    ['a OR -b', 'This says only what to leave out.'],
    ['“ ”', 'There is nothing between the quotation marks at character 1.'],
    ['… –', 'There is no word in “…”.'],
    ['a -…', 'There is no word in “…”.'],
    ['a “…”', 'There is no word in “…”.'],
    ['a OR …', 'There is nothing behind OR at character 3.'],
    [Array(210).fill('a').join(' '), 'These are more than 200 words.'],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'The parentheses are nested too deep.'],
  ])('%s', (typed, message) => {
    expect(problem(typed).message).toBe(message);
    expect(problem(typed).hint).not.toBe('');
  });
});

test('anything typed is understood by SQLite, or refused here', () => {
  const db = new Database(':memory:');
  db.exec(
    `CREATE VIRTUAL TABLE t USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'")`,
  );
  const match = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
  const parts = [
    'a',
    'É',
    'OR',
    'AND',
    'NOT',
    '-',
    '(',
    ')',
    '"',
    '“',
    '”',
    '*',
    ' ',
    ' ',
    '^',
    ':',
    '{',
    '}',
    '+',
    ',',
    '👩‍👩‍👧',
    '\u0000',
    'ל',
    'दि',
    '外',
    '\u0301',
  ];
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 16 }).map((each) => each.join('')),
    fc.string({ maxLength: 30, unit: 'binary' }),
  );
  fc.assert(
    fc.property(typed, (sample) => {
      let query: ReturnType<typeof parseQuery>;
      try {
        query = parseQuery(sample);
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError);
        return;
      }
      if (query) expect(match.get(toExpression(query))).toBe(0);
    }),
    { numRuns: 2000 },
  );
  db.close();
});
