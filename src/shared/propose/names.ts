import { foldWords } from '../text/fold.ts';
import type { Fragment } from '../text/span.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import { isCapital, isPossessive, type Token } from './tokens.ts';

/** A person named in the article. */
export interface Person extends Fragment {
  /** The last name, as it is compared. */
  readonly key: string;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** The people of an article and what its pronouns tell of them. */
export interface People {
  /** Every mention, in order. */
  readonly mentions: readonly Person[];
  /** The mentions that lie within a range. */
  within(range: Fragment): readonly Person[];
  /** The mentions that end at or before an offset, the nearest last: at most the last thousand. */
  before(offset: number): readonly Person[];
  /** Whether a last name is a person's. */
  isPerson(key: string): boolean;
  /** Whether somebody may be meant by a group of pronouns: nothing tells otherwise. */
  fits(key: string, group: number): boolean;
}

/** Names outside quotations: two words or more, a title before them, or a last name that was given in full elsewhere. */
export function readPeople(text: string, sentences: readonly Sentence[], lexicon: Lexicon): People {
  const runs = sentences.flatMap((sentence, index) => runsOf(sentence, lexicon).map((run) => ({ run, index })));
  const known = new Set<string>();
  for (const { run } of runs) if (run.isFull || run.titled) known.add(keyOf(text, run));
  const mentions = runs
    .filter(({ run }) => run.isFull || run.titled || known.has(keyOf(text, run)))
    .map(({ run, index }) => ({ start: run.start, end: run.end, key: keyOf(text, run), sentence: index }));
  const votes = readVotes(sentences, mentions, lexicon);
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle] as Person).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    mentions,
    within({ start, end }) {
      const found: Person[] = [];
      for (let i = firstFrom(start); i < mentions.length && (mentions[i] as Person).end <= end; i++) {
        found.push(mentions[i] as Person);
      }
      return found;
    },
    before(offset) {
      const to = firstFrom(offset);
      return mentions.slice(Math.max(0, to - 1000), to).filter((one) => one.end <= offset);
    },
    isPerson: (key) => known.has(key),
    fits(key, group) {
      const own = votes.get(key);
      if (!own) return true;
      const mine = own[group] ?? 0;
      return own.every((count, other) => other === group || count <= mine);
    },
  };
}

/** The key of a name that stands in a text: its last word, without `’s`. */
export function keyOf(text: string, { start, end }: Fragment): string {
  const last =
    text
      .slice(start, end)
      .replace(/['’]s?$/u, '')
      .trim()
      .split(/\s+/u)
      .at(-1) ?? '';
  return foldWords(last);
}

interface Run extends Fragment {
  readonly isFull: boolean;
  readonly titled: boolean;
}

/** Runs of capitalised words that may be names of people. */
function runsOf({ tokens, lowers, headline }: Sentence, lexicon: Lexicon): Run[] {
  const found: Run[] = [];
  if (headline && isTitleCase(tokens)) return found;
  for (let i = 0; i < tokens.length; i++) {
    if (!isNameWord(tokens, i, lexicon)) continue;
    let last = i;
    while (last + 1 < tokens.length && !isPossessive(tokens[last] as Token) && joins(tokens, last, lexicon)) last++;
    while (last > i && !isCapital(tokens[last])) last--;
    let first = i;
    // “House Speaker Dana Wills”: what stands before a title belongs to it.
    while (first < last && [first, first + 1].some((at) => at < last && lexicon.titles.has(lowers[at] ?? ''))) first++;
    const words = tokens.slice(first, last + 1);
    const titled = first > i || lexicon.titles.has(lowers[i - 1] ?? '') || isAbbreviatedTitle(tokens, i, lexicon);
    const other = words.some((word) => lexicon.notPersons.has(word.lower) || lexicon.titles.has(word.lower));
    const nouns = lexicon.nounsAreCapital && !titled && lexicon.determiners.has(lowers[i - 1] ?? '');
    if (!other && !nouns) {
      const end = tokens[last] as Token;
      const cut = isPossessive(end) ? end.text.length - end.text.replace(/['’]s?$/u, '').length : 0;
      const start = (tokens[first] as Token).start;
      found.push({ start, end: end.end - cut, isFull: words.length > 1, titled });
    }
    i = last;
  }
  return found;
}

/** “Hale Wins Vote Again”: capitals tell nothing there. */
function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ type }) => type === 'word');
  return words.filter(isCapital).length > words.length * 0.7;
}

/** `Mr. Hale`: the title and its point before. */
function isAbbreviatedTitle(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  return tokens[at - 1]?.text === '.' && lexicon.titles.has(tokens[at - 2]?.lower ?? '');
}

function isNameWord(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (!token || !isCapital(token)) return false;
  const { lower } = token;
  return !(
    lexicon.determiners.has(lower) ||
    lexicon.prepositions.has(lower) ||
    lexicon.boundaries.has(lower) ||
    lexicon.relatives.has(lower) ||
    lexicon.times.has(lower) ||
    lexicon.between.has(lower) ||
    lexicon.notSpeakers.has(lower) ||
    lexicon.pronouns.some(({ words, alike }) => words.has(lower) || alike.has(lower))
  );
}

function joins(tokens: readonly Token[], last: number, lexicon: Lexicon): boolean {
  const next = tokens[last + 1] as Token;
  if (isNameWord(tokens, last + 1, lexicon)) return true;
  if (next.type === 'mark' && next.text === '.' && /^\p{Lu}$/u.test((tokens[last] as Token).text)) return true;
  return lexicon.particles.has(next.lower) && next.type === 'word' && !isCapital(next) && isCapital(tokens[last + 2]);
}

/** How often each person is followed by a pronoun of each group in a sentence that names nobody else. */
function readVotes(
  sentences: readonly Sentence[],
  mentions: readonly Person[],
  lexicon: Lexicon,
): ReadonlyMap<string, readonly number[]> {
  const votes = new Map<string, number[]>();
  const vote = (key: string, group: number, weight: number) => {
    const own = votes.get(key) ?? lexicon.pronouns.map(() => 0);
    own[group] = (own[group] ?? 0) + weight;
    votes.set(key, own);
  };
  const bySentence = new Map<number, Person[]>();
  for (const mention of mentions) {
    const own = bySentence.get(mention.sentence);
    if (own) own.push(mention);
    else bySentence.set(mention.sentence, [mention]);
  }
  for (const [index, { tokens }] of sentences.entries()) {
    const named = bySentence.get(index) ?? [];
    const keys = new Set(named.map(({ key }) => key));
    const [only] = keys;
    for (const [at, { lower, start, type }] of tokens.entries()) {
      if (type !== 'word') continue;
      for (const [group, { words, alike, titles, people }] of lexicon.pronouns.entries()) {
        if (!people) continue;
        const behind = named.find((mention) => mention.start < start);
        const told = words.has(lower) || alike.has(lower);
        if (told && keys.size === 1 && only !== undefined && behind) vote(only, group, 1);
        if (!titles.has(lower)) continue;
        const next = named.find((mention) => mention.start > start);
        const gap = next ? tokens.findIndex((token) => token.start >= next.start) - at : 99;
        if (next && gap <= 2) vote(next.key, group, 2);
      }
    }
  }
  return votes;
}
