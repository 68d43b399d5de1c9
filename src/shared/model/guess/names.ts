import { oneLine } from '../../text/shorten.ts';

/*
 * Which short lines are names: of people, places and outlets. Scripts without capital letters give no hint, so they give
 * no name.
 */

const PARTICLES = new Set(
  'of the and & de del della di da do dos la le les el al bin ibn der den die das van von und et y e'.split(' '),
);

/** Words that newspapers and agencies call themselves by. */
const OUTLET_WORDS = new Set(
  (
    'post times herald news tribune gazette guardian daily wire agency journal chronicle courier observer mail standard ' +
    'telegraph broadcasting press radio review weekly monitor independent inquirer examiner dispatch bulletin tv ' +
    'zeitung presse tageblatt anzeiger rundschau nachrichten diario gazeta gazetesi haber ajansı'
  ).split(' '),
);

/** One to `most` words, each with a capital or a joining word between: `The Harbour Post`, `Radio Meridian`. */
export function isName(line: string, most = 5): boolean {
  const words = oneLine(line).split(' ');
  if (words.length > most || !words.some((word) => /^\p{Lu}/u.test(word))) return false;
  return words.every((word, i) =>
    /^\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*$/u.test(word) ? true : i > 0 && i < words.length - 1 && PARTICLES.has(word),
  );
}

/** Whether one of the words of a name is one that outlets call themselves by. */
export function hasOutletWord(name: string): boolean {
  return oneLine(name)
    .split(/[ -]/)
    .some((word) => OUTLET_WORDS.has(word.toLowerCase()));
}

/** Whether the text speaks of the name as of a place: `in Port Maren`, or a dateline that begins with it. */
export function isPlaceIn(text: string, name: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const before = String.raw`(?:in|at|from|near|outside|to|en|à|nach|aus)`;
  return (
    new RegExp(String.raw`(?<!\p{L})${before} ${plain}(?!\p{L})`, 'u').test(text) ||
    new RegExp(String.raw`^\s*${plain}\s*(?:\(|,|—|–|-)`, 'mu').test(text.replaceAll(name.toUpperCase(), name))
  );
}
