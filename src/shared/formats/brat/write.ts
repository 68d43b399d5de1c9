import type { Annotation } from '../../model/annotation.ts';
import { type Book, bookOf } from '../book.ts';
import { CODEBOOK, codebookText } from '../codebook.ts';
import type { ArticleUnit, Corpus, Piece } from '../format.ts';
import { annText } from './ann.ts';
import { confBuilder } from './conf.ts';
import { createNamer, type Namer } from './names.ts';

/**
 * Texts with their .ann files and brat's `annotation.conf`; where there are codes, variables or entities the codebook too.
 * @param suffixed one `NAME_CODER.ann` a coder; else one `NAME.ann` with everybody's annotations.
 */
export function* writeBrat(corpus: Corpus, suffixed: boolean): Iterable<Piece> {
  const namer = createNamer(corpus.coders, suffixed);
  const book = bookOf(corpus);
  const conf = confBuilder(book);
  for (const unit of corpus.units()) {
    const name = namer.next(unit);
    conf.add(unit);
    yield { path: `${name}.txt`, text: keepsFirstMark(unit.text) };
    if (suffixed) yield* layerPieces(unit, name, namer, book);
    else yield { path: `${name}.ann`, text: annText(unit, unit.annotations, book) };
  }
  yield { path: 'annotation.conf', text: conf.text() };
  if (book.codes.size + book.variables.size + book.entities.size > 0) {
    yield { path: CODEBOOK, text: codebookText(book) };
  }
}

function* layerPieces(unit: ArticleUnit, name: string, namer: Namer, book: Book): Iterable<Piece> {
  const layers = new Map<string, Annotation[]>();
  for (const annotation of unit.annotations) {
    const layer = layers.get(annotation.coderId);
    if (layer) layer.push(annotation);
    else layers.set(annotation.coderId, [annotation]);
  }
  for (const [coderId, annotations] of layers) {
    yield { path: `${name}_${namer.suffix(coderId)}.ann`, text: annText(unit, annotations, book) };
  }
}

/** A text that begins with U+FEFF gets another before it: readers take the first for a byte order mark and drop it. */
function keepsFirstMark(text: string): string {
  return text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}
