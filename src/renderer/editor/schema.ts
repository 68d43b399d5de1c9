import { Fragment, type Node, Schema } from 'prosemirror-model';
import type { Paragraph } from '../../shared/text/paragraphs.ts';

/** Characters that fit on a line of the reading column: only to guess a paragraph's height before it is laid out. */
const LINE = 72;

/** An article: paragraphs of plain text, nothing else. A paragraph knows the text offset at which it begins. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      attrs: { offset: { default: 0 }, wrapped: { default: false } },
      toDOM: (node) => [
        'p',
        {
          dir: 'auto',
          style: `--lines: ${guessLines(node.content.size)}`,
          ...(node.attrs['wrapped'] ? { class: 'wrapped' } : {}),
        },
        0,
      ],
    },
    text: {},
  },
});

const paragraphType = schema.nodes.paragraph;
const docType = schema.nodes.doc;

/** The article's text as a document: one paragraph node a range, its characters exactly those of the text. */
export function buildDocument(text: string, paragraphs: readonly Paragraph[]): Node {
  const nodes = paragraphs.map(({ start, end, kind }) =>
    paragraphType.create(
      { offset: start, wrapped: kind === 'wrapped' },
      start < end ? schema.text(text.slice(start, end)) : null,
    ),
  );
  return docType.create(null, Fragment.fromArray(nodes));
}

/** About how many lines a paragraph of that many UTF-16 units takes in the reading column. */
export function guessLines(length: number): number {
  return Math.max(1, Math.ceil(length / LINE));
}
