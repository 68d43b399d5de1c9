import { CODEBOOK } from '../codebook.ts';
import type { Corpus, Format, FormatInfo, FormatOptions } from '../format.ts';
import { chosen } from '../options.ts';
import { bratLosses } from './loses.ts';
import { readBrat } from './read.ts';
import { writeBrat } from './write.ts';

const info: FormatInfo = {
  id: 'brat',
  name: 'brat standoff',
  description:
    'A folder of texts, each with an .ann file of spans, events, attributes and notes, as brat and many corpora have it. ' +
    'Codes, entities and values are references and attributes; their definitions lie beside them in codebook.json.',
  reads: true,
  writes: true,
  options: [
    {
      id: 'coders',
      label: 'Several coders',
      help: 'One file a coder (NAME_CODER.ann) keeps apart who tagged what; one file for all is what brat opens.',
      when: 'write',
      choices: [
        { value: 'auto', label: 'One file a coder when there are several' },
        { value: 'suffix', label: 'One file a coder' },
        { value: 'merge', label: 'One file for all' },
      ],
      initial: 'auto',
    },
  ],
};

/** brat standoff both ways. Offsets are code points of the text, CR LF counted as two. */
export const brat: Format = {
  info,
  extensions: ['.ann', '.txt'],
  companions: [CODEBOOK],
  read: (files, mapping) => readBrat(files, mapping),
  write: (corpus, options) => writeBrat(corpus, isSuffixed(corpus, options)),
  loses: (corpus, options) => bratLosses(corpus, isSuffixed(corpus, options)),
};

function isSuffixed(corpus: Corpus, options: FormatOptions): boolean {
  const coders = chosen(info, options, 'coders');
  return coders === 'suffix' || (coders === 'auto' && corpus.coders.length > 1);
}
