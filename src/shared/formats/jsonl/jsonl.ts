import { CODEBOOK } from '../codebook.ts';
import type { Corpus, Format, FormatInfo, Loss } from '../format.ts';
import { countProjectLosses, lossCounter } from '../losses.ts';
import { readLines } from './read.ts';
import { writeLines } from './write.ts';

const info: FormatInfo = {
  id: 'jsonl',
  name: 'JSON Lines',
  description:
    'One file, one line of JSON an article: its fields, text, spans and claims, each with what it is coded with. For scripts ' +
    'and language models. The codebook and the entities, with their definitions, lie beside it in codebook.json.',
  reads: true,
  writes: true,
  options: [],
};

/** One line an article, with everything in it; both offset units, named. */
export const jsonl: Format = {
  info,
  extensions: ['.jsonl'],
  companions: [CODEBOOK],
  read: (files, mapping) => readLines(files, mapping),
  write: (corpus) => writeLines(corpus),
  loses,
};

function loses(corpus: Corpus): readonly Loss[] {
  const losses = lossCounter();
  countProjectLosses(corpus, losses);
  return losses.list();
}
