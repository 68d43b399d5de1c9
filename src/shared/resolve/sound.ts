import { nameWords } from './words.ts';

/*
 * One name in several spellings: Sergei, Sergey; Zelensky, Zelenskyy. Spellings that the usual ways of writing other scripts
 * in Latin letters make are brought to one form; what then still differs is allowed in long words alone.
 */

const AS_ONE: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch/g, 'ch'],
  [/sch/g, 'sh'],
  [/dzh|zh/g, 'j'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/[yj]/g, 'i'],
  [/^ie/, 'e'],
  [/(.)\1+/g, '$1'],
];

/** A folded word in one spelling: `zelenskyy`, `zelenskij` → `zelenski`. */
export function spelling(word: string): string {
  return AS_ONE.reduce((one, [what, as]) => one.replace(what, as), word);
}

/** What stays when vowels are left out but a first one, which counts as `a`: words that sound alike have the same. */
export function sound(word: string): string {
  const one = spelling(word).replace(/z/g, 's');
  const first = /^[aeiou]/.test(one) ? 'a' : (one[0] ?? '');
  return (first + one.slice(1).replace(/[aeiouh]/g, '')).replace(/(.)\1+/g, '$1');
}

/** The sounds of a name's words: `srg lvrv`. '' when there is too little of them to go by. */
export function nameSound(name: string): string {
  const sounds = nameWords(name).map(sound);
  return sounds.join('').length < 3 ? '' : sounds.join(' ');
}

/** First letters that are written for each other. */
const FIRST = ['ijye', 'kcq', 'szc', 'vw', 'hkg'];

/**
 * How alike two folded words are: 1 for two spellings by the usual ways, less for a letter or two that differ in a long
 * word, 0 for different words. Words that differ in a last vowel alone (Mario, Maria; Ivanov, Ivanova) are different.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const least = Math.min(a.length, b.length);
  if (least < 4 || differsAtEnd(a, b) || !mayBeginAs(a, b) || sound(a) !== sound(b)) return 0;
  const [one, other] = [spelling(a), spelling(b)];
  if (one === other) return 1;
  const allowed = least < 5 ? 0 : least < 7 ? 1 : 2;
  if (distance(a, b) <= allowed) return 0.5;
  return least >= 7 && distance(one, other) <= 1 ? 0.5 : 0;
}

const PARTICLE = /^(?:al|el|ul)$/;

/** How alike two names are: that of their least alike words; 0 when they have not as many. 1 also for equal names. */
export function nameLikeness(a: string, b: string): number {
  const [one, other] = [nameWords(a), nameWords(b)];
  if (one.length === 0 || one.length !== other.length) return 0;
  return Math.min(
    ...one.map((word, i) => {
      const second = other[i] ?? '';
      return PARTICLE.test(word) && PARTICLE.test(second) ? 1 : likeness(word, second);
    }),
  );
}

function mayBeginAs(a: string, b: string): boolean {
  const [x, y] = [a[0] ?? '', b[0] ?? ''];
  return x === y || FIRST.some((letters) => letters.includes(x) && letters.includes(y));
}

function differsAtEnd(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length === short.length) {
    return short.slice(0, -1) === long.slice(0, -1) && /[aeo]$/.test(short) && /[aeo]$/.test(long);
  }
  return long === `${short}a`;
}

/** Letters to add, drop, change or swap with their neighbour to come from one word to the other (Damerau, each once). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
