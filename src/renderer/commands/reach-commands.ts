import { type Unit, unitFrom } from '../../shared/text/units.ts';
import type { Command, CommandContext } from './command.ts';
import { openText, selectRange, unitText } from './text.ts';

/*
 * Going through the text by what is tagged in it: each key selects the next name, quotation, sentence or part of one, ready
 * to be tagged. 4, 5 and 6 stand above 1, 2 and 3 where digits lie in a block: 4 finds what 1 tags, 5 what 2 tags.
 */

interface Reach {
  readonly unit: Unit;
  readonly keys: string;
  readonly title: string;
  readonly back: string;
  readonly words: string;
  /** What is said where there is no further one: `name`. */
  readonly noun: string;
}

const REACHES: readonly Reach[] = [
  {
    unit: 'name',
    keys: '4',
    title: 'Select the next name: words with capitals',
    back: 'Select the name before',
    words: 'actor person motion jump capitalised proper noun',
    noun: 'name',
  },
  {
    unit: 'quotation',
    keys: '5',
    title: 'Select the next quotation',
    back: 'Select the quotation before',
    words: 'claim quote quoted words motion jump',
    noun: 'quotation',
  },
  {
    unit: 'sentence',
    keys: '6',
    title: 'Select the next sentence',
    back: 'Select the sentence before, or this one from its start',
    words: 'claim motion jump',
    noun: 'sentence',
  },
  {
    unit: 'part',
    keys: '7',
    title: 'Select the next part of a sentence: from comma to comma, or behind “that”',
    back: 'Select the part of a sentence before',
    words: 'claim clause phrase motion jump',
    noun: 'part of a sentence',
  },
];

/** Selecting what comes next. */
export const reachCommands: readonly Command[] = REACHES.flatMap(({ unit, keys, title, back, words, noun }) => [
  reaching(`next-${unit}`, title, keys, words, (context) => reach(context, unit, noun, 1), noun),
  reaching(`previous-${unit}`, back, `Shift+${keys}`, words, (context) => reach(context, unit, noun, -1)),
]);

function reaching(
  id: string,
  title: string,
  keys: string,
  words: string,
  run: (context: CommandContext) => void,
  short?: string,
): Command {
  return {
    id,
    ...(short === undefined ? {} : { short }),
    title,
    group: 'Select',
    keys: [keys],
    where: 'text',
    words,
    run,
  };
}

function reach(context: CommandContext, unit: Unit, noun: string, way: 1 | -1): void {
  const open = openText(context);
  const selection = context.editor?.selection();
  if (!open || !selection) return;
  const found = unitFrom(unitText(open), unit, selection, way);
  if (!found) {
    context.store.getState().say(`No ${noun} ${way > 0 ? 'from here on' : 'before this'}.`);
    return;
  }
  // Shrinking goes no further back than to these words.
  context.origin = null;
  selectRange(context, found);
}
