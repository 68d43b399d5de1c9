import { phraseExpression } from '../../../shared/search/expression.ts';
import { type Phrase, phraseText, toPhrase } from '../../../shared/search/words.ts';

/** Words at the ends by which nearly the same claims may differ in all. */
const FEW = 2;
/** Claims of fewer words than this are only alike when all their words are. */
const MANY = 5;
/** More words than this aren't looked up: so many in a row are nowhere else by chance. */
const LOOKED_UP = 24;

/** Words that are to be found elsewhere. */
export interface Wanted {
  /** For the index: finds all that may be alike, and more. */
  readonly expression: string;
  /** Whether these words are the same, or nearly, for a claim. */
  fits(words: string): boolean;
}

/** What finds the same words elsewhere; null when there is no word in them. */
export function alike(words: string, isClaim: boolean): Wanted | null {
  const phrase = toPhrase(words, false);
  if (phrase === null) return null;
  const mine = phraseText(phrase);
  const loose = isClaim && phrase.words.length >= MANY;
  const forms = loose ? cores(phrase) : [phrase];
  const anchor = loose ? '' : '^ ';
  return {
    expression: `words : (${forms.map((form) => `${anchor}${phraseExpression(form)}`).join(' OR ')})`,
    fits(other) {
      const found = toPhrase(other, false);
      if (found === null) return false;
      const theirs = phraseText(found);
      if (theirs === mine) return true;
      return loose && lacking(mine, theirs) <= FEW;
    },
  };
}

/** The phrase with at most `FEW` words left out at its ends. */
function cores({ words }: Phrase): Phrase[] {
  const out: Phrase[] = [];
  for (let front = 0; front <= FEW; front++) {
    const end = words.length - (FEW - front);
    out.push({ words: words.slice(front, Math.min(end, front + LOOKED_UP)), open: false });
  }
  return out;
}

/** How many words of both aren't in the longest run that they share from one's end to the other's; many when there is none. */
function lacking(a: string, b: string): number {
  const [one, other] = [a.split(' '), b.split(' ')];
  let least = Number.POSITIVE_INFINITY;
  for (let front = 0; front <= FEW; front++) {
    for (let back = 0; back <= FEW - front; back++) {
      for (let theirs = 0; theirs <= FEW - front - back; theirs++) {
        for (let theirBack = 0; theirBack <= FEW - front - back - theirs; theirBack++) {
          const mine = one.slice(front, one.length - back).join(' ');
          if (mine !== '' && mine === other.slice(theirs, other.length - theirBack).join(' ')) {
            least = Math.min(least, front + back + theirs + theirBack);
          }
        }
      }
    }
  }
  return least;
}
