import { Fragment, type Node, Schema } from 'prosemirror-model';
import type { Positions } from './positions.ts';

/** Characters that fit on a line of the reading column: only to guess a height before anything is laid out. */
const LINE = 72;

/**
 * An article: paragraphs of plain text in sections, nothing else. A paragraph knows the text offset at which it begins; a section
 * means nothing (see `sectionsOf`).
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'section+' },
    section: {
      content: 'paragraph+',
      toDOM: (node) => [
        'div',
        { class: 'section', style: `--lines: ${linesIn(node)}; --paragraphs: ${node.childCount}` },
        0,
      ],
    },
    paragraph: {
      content: 'text*',
      attrs: { offset: { default: 0 }, wrapped: { default: false } },
      toDOM: (node) => ['p', { dir: 'auto', ...(node.attrs['wrapped'] ? { class: 'wrapped' } : {}) }, 0],
    },
    text: {},
  },
});

const { paragraph: paragraphType, section: sectionType, doc: docType } = schema.nodes;

/** The first sections of an article's text as a document; all of them unless told. */
export function buildDocument(text: string, positions: Positions, sections = positions.sections.length): Node {
  return docType.create(null, buildSections(text, positions, 0, sections));
}

/** Some sections: one paragraph node a range, its characters exactly those of the text. */
export function buildSections(text: string, positions: Positions, from: number, to: number): Fragment {
  const nodes = positions.sections.slice(from, to).map(({ first, end }) => {
    const paragraphs = positions.paragraphs
      .slice(first, end)
      .map(({ start, end: stop, kind }) =>
        paragraphType.create(
          { offset: start, wrapped: kind === 'wrapped' },
          start < stop ? schema.text(text.slice(start, stop)) : null,
        ),
      );
    return sectionType.create(null, Fragment.fromArray(paragraphs));
  });
  return Fragment.fromArray(nodes);
}

/** About how many lines a paragraph of that many UTF-16 units takes in the reading column. */
export function guessLines(length: number): number {
  return Math.max(1, Math.ceil(length / LINE));
}

function linesIn(section: Node): number {
  let lines = 0;
  section.forEach((paragraph) => {
    lines += guessLines(paragraph.content.size);
  });
  return lines;
}
