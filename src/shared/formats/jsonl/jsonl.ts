import type { Corpus, Format, FormatInfo, Loss } from '../format.ts';
import { countCoderLosses, lossCounter } from '../losses.ts';
import { readLines } from './read.ts';
import { writeLines } from './write.ts';

const info: FormatInfo = {
  id: 'jsonl',
  name: 'JSON Lines',
  description:
    'One file, one line of JSON an article: its fields, text, spans and claims. For scripts and language models.',
  reads: true,
  writes: true,
  options: [],
};

/** One line an article, with everything in it; both offset units, named. */
export const jsonl: Format = {
  info,
  extensions: ['.jsonl'],
  read: (files, mapping) => readLines(files, mapping),
  write: (corpus) => writeLines(corpus),
  loses,
};

function loses(corpus: Corpus): readonly Loss[] {
  const losses = lossCounter();
  countCoderLosses(corpus, losses);
  return losses.list();
}
