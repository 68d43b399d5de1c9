import type { Corpus, Format, FormatInfo, FormatOptions, Loss } from '../format.ts';
import { countProjectLosses, lossCounter } from '../losses.ts';
import { chosen } from '../options.ts';
import type { Choice } from './layout.ts';
import { readPackage } from './read.ts';
import { writePackage } from './write.ts';

const info: FormatInfo = {
  id: 'data-package',
  name: 'Data package',
  description:
    'A folder of tidy CSV tables (claims with their codes and variables, spans, links, entities, codes, articles) with a codebook, a README ' +
    'and a description for programs: Frictionless Data Package 2. Parley reads it back whole.',
  reads: true,
  writes: true,
  options: [
    {
      id: 'flavour',
      label: 'Made for',
      help: 'Programs such as R and Python read the tables exactly. Spreadsheets need a mark at the start of a file and a guard before what looks like a formula.',
      when: 'write',
      choices: [
        { value: 'program', label: 'R, Python and other programs' },
        { value: 'spreadsheet', label: 'Spreadsheets' },
      ],
      initial: 'program',
    },
    {
      id: 'text',
      label: 'Articles’ texts',
      help: 'News is often under copyright. A package without the texts can be shared more freely, but can’t be read back.',
      when: 'write',
      choices: [
        { value: 'include', label: 'Include' },
        { value: 'omit', label: 'Leave out' },
      ],
      initial: 'include',
    },
    {
      id: 'changed',
      label: 'Files changed since',
      help: 'What to do when a table isn’t the one that was written. Its rows are checked in both cases.',
      when: 'read',
      choices: [
        { value: 'refuse', label: 'Refuse the package' },
        { value: 'accept', label: 'Read it all the same' },
      ],
      initial: 'refuse',
    },
  ],
};

/** The longest cell that common spreadsheet programs keep, in characters. */
const SPREADSHEET_CELL = 32_767;

/** The dataset as a folder of tables, for analysis, sharing and archiving. */
export const dataPackage: Format = {
  info,
  extensions: ['.csv', '.json'],
  read: (files, _mapping, options) => readPackage(files, chosen(info, options, 'changed') === 'accept'),
  write: (corpus, options, written) => writePackage(corpus, choiceOf(options), written),
  loses,
};

function choiceOf(options: FormatOptions): Choice {
  return {
    flavour: chosen(info, options, 'flavour') as Choice['flavour'],
    text: chosen(info, options, 'text') as Choice['text'],
  };
}

function loses(corpus: Corpus, options: FormatOptions): readonly Loss[] {
  const { flavour, text: texts } = choiceOf(options);
  const losses = lossCounter();
  for (const { length } of corpus.articles()) {
    if (texts === 'omit')
      losses.add('Articles’ texts', 'Left out as you chose. Without them Parley can’t read the package back.');
    else if (flavour === 'spreadsheet' && length > SPREADSHEET_CELL) {
      losses.add(
        'Texts longer than a spreadsheet’s cell',
        'The file holds them whole, but spreadsheet programs cut them at 32,767 characters when they save.',
      );
    }
  }
  countProjectLosses(corpus, losses);
  return losses.list();
}
