import { type Phrase, toPhrase } from './words.ts';

/*
 * What an analyst types to search: words (all of them), "a phrase", begin*, OR, NOT or -word, parentheses.
 */

export type Query =
  | { readonly is: 'phrase'; readonly phrase: Phrase }
  | { readonly is: 'and'; readonly parts: readonly Query[]; readonly without: readonly Query[] }
  | { readonly is: 'or'; readonly parts: readonly Query[] };

/** The most words, and the deepest parentheses, of a query: where words have no blanks, each character is one. */
const MOST = { words: 200, depth: 20 } as const;

/** Why a query can't be understood: in the analyst's words, and where. */
export class QueryError extends Error {
  /** What to do about it. */
  readonly hint: string;
  /** UTF-16 offset in the query. */
  readonly at: number;

  constructor(message: string, hint: string, at: number) {
    super(message);
    this.name = 'QueryError';
    this.hint = hint;
    this.at = at;
  }
}

type Sign =
  | { readonly is: '(' | ')' | 'or' | 'and' | 'not'; readonly at: number }
  | { readonly is: 'phrase'; readonly at: number; readonly words: string; readonly open: boolean };

/** A query as typed → what it asks for; null when nothing is typed. Throws QueryError, and nothing else. */
export function parseQuery(typed: string): Query | null {
  const signs = readSigns(typed);
  if (signs.length === 0) return null;
  return new Parser(signs, typed.length).whole();
}

/** The phrases that a text must or may have: what is to be shown in it. */
export function phrasesIn(query: Query): Phrase[] {
  if (query.is === 'phrase') return [query.phrase];
  return query.parts.flatMap(phrasesIn);
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '”': '”' };

function readSigns(typed: string): Sign[] {
  const signs: Sign[] = [];
  let passedOver: Sign | null = null;
  let at = 0;
  while (at < typed.length) {
    const sign = typed.charAt(at);
    const closing = QUOTES[sign];
    if (/\s/u.test(sign)) {
      at++;
    } else if (sign === '(' || sign === ')') {
      signs.push({ is: sign, at });
      at++;
    } else if (closing !== undefined) {
      const end = closingQuote(typed, at, closing);
      const open = typed.charAt(end + 1) === '*';
      signs.push({ is: 'phrase', at, words: typed.slice(at + 1, end), open });
      at = end + (open ? 2 : 1);
    } else if (sign === '-' && /^-[^\s)]/u.test(typed.slice(at, at + 2))) {
      signs.push({ is: 'not', at });
      at++;
    } else {
      const [word = sign] = /^(?:[^\s()"“”„«»]|(?<=\p{sc=Hebr})"(?=\p{sc=Hebr}))+/u.exec(typed.slice(at)) ?? [];
      const one = wordSign(word, at);
      // Signs between words, `Velia – Oster`, are no words to look for. Behind a minus there has to be one.
      if (one.is !== 'phrase' || signs.at(-1)?.is === 'not' || toPhrase(word, false) !== null) signs.push(one);
      else passedOver ??= one;
      at += word.length;
    }
  }
  return signs.length === 0 && passedOver ? [passedOver] : signs;
}

function wordSign(word: string, at: number): Sign {
  if (word === 'OR' || word === 'AND' || word === 'NOT') return { is: word.toLowerCase() as 'or', at };
  const open = word.endsWith('*');
  return { is: 'phrase', at, words: word, open };
}

function closingQuote(typed: string, from: number, closing: string): number {
  for (let at = from + 1; at < typed.length; at++) {
    const sign = typed.charAt(at);
    // In `צה"ל` it is part of the word.
    if (sign === '"' && /\p{sc=Hebr}/u.test(typed.charAt(at - 1)) && /\p{sc=Hebr}/u.test(typed.charAt(at + 1)))
      continue;
    if (closing.includes(sign) || sign === '"') return at;
  }
  throw new QueryError(
    `The quotation mark at ${place(from)} is never closed.`,
    'Put another one behind the phrase.',
    from,
  );
}

class Parser {
  readonly #signs: readonly Sign[];
  readonly #end: number;
  #next = 0;
  #depth = 0;
  #words = 0;

  constructor(signs: readonly Sign[], end: number) {
    this.#signs = signs;
    this.#end = end;
  }

  whole(): Query {
    const query = this.#either();
    const rest = this.#signs[this.#next];
    if (rest) {
      throw new QueryError(
        `The parenthesis at ${place(rest.at)} closes nothing.`,
        'Take it out, or open one before it.',
        rest.at,
      );
    }
    return query;
  }

  /** One or more, with OR between them. */
  #either(): Query {
    const parts = [this.#all()];
    while (this.#signs[this.#next]?.is === 'or') {
      this.#next++;
      parts.push(this.#all());
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : { is: 'or', parts };
  }

  /** One or more side by side, or with AND or NOT between them. */
  #all(): Query {
    const from = this.#signs[this.#next]?.at ?? this.#end;
    const parts: Query[] = [];
    const without: Query[] = [];
    let joined = false;
    for (;;) {
      const sign = this.#signs[this.#next];
      if (!sign || sign.is === ')' || sign.is === 'or') {
        if (joined || (parts.length === 0 && without.length === 0)) throw this.#missing(sign);
        break;
      }
      if (sign.is === 'and') {
        if (joined || parts.length + without.length === 0) throw this.#missing(sign);
        this.#next++;
        joined = true;
        continue;
      }
      joined = false;
      if (sign.is === 'not') {
        this.#next++;
        without.push(this.#one());
      } else {
        parts.push(this.#one());
      }
    }
    if (parts.length === 0) {
      throw new QueryError('This says only what to leave out.', 'Say what to find too: a word beside it.', from);
    }
    const [only] = parts;
    return only && parts.length === 1 && without.length === 0 ? only : { is: 'and', parts, without };
  }

  #one(): Query {
    const sign = this.#signs[this.#next];
    if (!sign || (sign.is !== '(' && sign.is !== 'phrase')) throw this.#missing(sign);
    this.#next++;
    if (sign.is === 'phrase') return this.#phrase(sign);
    if (++this.#depth > MOST.depth) {
      throw new QueryError('The parentheses are nested too deep.', 'Ask with fewer of them.', sign.at);
    }
    const inner = this.#either();
    if (this.#signs[this.#next]?.is !== ')') {
      throw new QueryError(`The parenthesis at ${place(sign.at)} is never closed.`, 'Put “)” where it ends.', sign.at);
    }
    this.#next++;
    this.#depth--;
    return inner;
  }

  #phrase(sign: Sign & { is: 'phrase' }): Query {
    const phrase = toPhrase(sign.words, sign.open);
    if (phrase === null) {
      const shown = sign.words.trim();
      throw new QueryError(
        shown === ''
          ? `There is nothing between the quotation marks at ${place(sign.at)}.`
          : `There is no word in “${shown}”.`,
        'Letters and numbers can be found; signs alone can’t.',
        sign.at,
      );
    }
    this.#words += phrase.words.length;
    if (this.#words > MOST.words) {
      throw new QueryError(`These are more than ${MOST.words} words.`, 'Ask for fewer at once.', sign.at);
    }
    return { is: 'phrase', phrase };
  }

  #missing(sign: Sign | undefined): QueryError {
    const before = this.#signs[this.#next - 1];
    const at = sign?.at ?? this.#end;
    if (before && (before.is === 'or' || before.is === 'and' || before.is === 'not')) {
      const word = before.is.toUpperCase();
      return new QueryError(`There is nothing behind ${word} at ${place(before.at)}.`, LITERALLY, before.at);
    }
    if (sign && (sign.is === 'or' || sign.is === 'and')) {
      return new QueryError(`There is nothing before ${sign.is.toUpperCase()} at ${place(at)}.`, LITERALLY, at);
    }
    return new QueryError(`There is nothing in the parentheses at ${place(at)}.`, 'Put a word between them.', at);
  }
}

const LITERALLY = 'Put a word there; write it in small letters, or in quotation marks, to find the word itself.';

/** As one counts: from 1. */
function place(at: number): string {
  return `character ${at + 1}`;
}
