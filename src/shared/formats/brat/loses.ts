import { type Book, bookOf } from '../book.ts';
import type { ArticleUnit, Corpus, Loss } from '../format.ts';
import { countProjectLosses, type LossCounter, lossCounter } from '../losses.ts';
import { carriesAttribute, carriesValue, isReserved } from './attributes.ts';
import { createNamer } from './names.ts';

const NO_PLACE = 'brat has no place for it.';

/** What writing the corpus to brat and reading it back would drop. */
export function bratLosses(corpus: Corpus, suffixed: boolean): readonly Loss[] {
  const losses = lossCounter();
  const book = bookOf(corpus);
  const namer = createNamer(corpus.coders, suffixed);
  for (const unit of corpus.units()) {
    countIds(unit, losses);
    countFields(unit, losses);
    countSpans(unit, book, losses);
    countRoles(unit, losses);
    if (`${namer.next(unit)}.txt` !== unit.article.fileName) {
      losses.add(
        'Articles’ file names',
        'A text is written as .txt, under a name that is safe and its own; it is read back with that name.',
      );
    }
    if (!suffixed && corpus.coders.length > 1) {
      losses.add(
        'Who tagged a span',
        'All coders’ spans are in one file. Choose one file a coder to keep them apart.',
        unit.annotations.length,
      );
    }
  }
  countProjectLosses(corpus, losses);
  const examples = corpus.codes.reduce((sum, code) => sum + code.examples.length, 0);
  losses.add('Examples of codes', 'They are annotations, whose ids brat doesn’t keep.', examples);
  for (const { id, name } of corpus.coders) {
    if (!corpus.coded.has(id)) continue;
    if (!suffixed) losses.add('Coders’ names', 'The files don’t say who coded. Give the name when they are read.');
    else if (namer.suffix(id) !== name) {
      losses.add('Coders’ names that are changed', 'A file’s name can’t hold them as they are.');
    }
  }
  return losses.list();
}

function countIds({ annotations, links }: ArticleUnit, losses: LossCounter): void {
  losses.add(
    'Ids of articles, annotations and links',
    'brat numbers the spans of each file; what is read back gets new ids. Tables made before and after can’t be joined by id.',
    1 + annotations.length + links.length,
  );
}

function countFields({ article }: ArticleUnit, losses: LossCounter): void {
  losses.add('Articles’ status and time of adding', NO_PLACE);
  for (const field of ['title', 'outlet', 'date', 'author', 'url', 'language'] as const) {
    if (article[field] !== '') losses.add(`Articles’ ${field === 'url' ? 'URL' : field}`, NO_PLACE);
  }
}

function countRoles({ links }: ArticleUnit, losses: LossCounter): void {
  for (const { targetIs } of links) {
    if (targetIs === 'entity')
      losses.add('Roles filled by an entity itself', 'In brat only words of the text can fill a role.');
  }
}

function countSpans({ annotations }: ArticleUnit, book: Book, losses: LossCounter): void {
  losses.add('Times of spans', NO_PLACE, annotations.length);
  for (const { attributes, memo, values } of annotations) {
    if (memo.includes('\r')) losses.add('Line ends in memos', 'CR and CR LF are read back as LF.');
    for (const [name, value] of Object.entries(attributes)) {
      if (!carriesAttribute(name, value) || isReserved(name, book)) {
        losses.add(
          'Attributes that are changed',
          'Spaces in names become _; values are on one line, and an empty one is a bare mark; names that Parley uses get a number.',
        );
      }
    }
    for (const value of Object.values(values)) {
      if (!carriesValue(value))
        losses.add('Values that are changed', 'They are on one line, without spaces around them.');
    }
  }
}
