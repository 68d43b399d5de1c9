import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, type DecorationAttrs, DecorationSet } from 'prosemirror-view';
import type { Fragment } from '../../shared/text/span.ts';
import type { AnnotationSource } from './face.ts';
import { type Lanes, lanesFor } from './lanes.ts';
import { cutPieces, type Emphasis, type Piece } from './pieces.ts';
import type { Positions } from './positions.ts';

const key = new PluginKey<DecorationSet>('drawing');

/** Holds the decorations; a transaction replaces them by `tr.setMeta(drawingKey, set)`. */
export const drawingKey = key;

export function drawingPlugin(first: DecorationSet): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => first,
      apply: (tr, set) => (tr.getMeta(key) as DecorationSet | undefined) ?? set,
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Paragraphs longer than this (UTF-16 units) are drawn in part. */
const LONG = 20_000;

interface Drawn {
  readonly sign: string;
  readonly decorations: readonly Decoration[];
}

/**
 * Draws annotations as decorations, only within a window of the text. Keeps what it drew a paragraph, so that a change
 * touches no more than the paragraphs that look different by it.
 */
export class Drawing {
  readonly #text: string;
  readonly #positions: Positions;
  readonly #drawn = new Map<number, Drawn>();
  set: DecorationSet = DecorationSet.empty;

  constructor(text: string, positions: Positions) {
    this.#text = text;
    this.#positions = positions;
  }

  /**
   * Brings the decorations up to date for a window of text offsets.
   * @returns whether anything changed; the new decorations are in `set`
   */
  draw(doc: Node, window: Fragment, source: AnnotationSource, emphasis: Emphasis): boolean {
    const first = this.#positions.indexAt(window.start);
    const last = this.#positions.indexAt(window.end);
    const gone: Decoration[] = [];
    const added: Decoration[] = [];
    for (const [index, { decorations }] of this.#drawn) {
      if (index >= first && index <= last) continue;
      gone.push(...decorations);
      this.#drawn.delete(index);
    }
    for (let index = first; index <= last; index++) {
      const paragraph = this.#positions.paragraph(index);
      const range = paragraph.end - paragraph.start > LONG ? overlap(paragraph, window) : paragraph;
      const annotations = source.inRange(range.start, range.end);
      const pieces = cutPieces(this.#text, range, annotations, emphasis);
      const lanes = lanesFor(paragraph, annotations, emphasis.selectedId);
      const sign = signature(pieces, lanes);
      const before = this.#drawn.get(index);
      if (sign === (before?.sign ?? '')) continue;
      if (before) gone.push(...before.decorations);
      const decorations = this.#decorate(index, pieces, lanes);
      this.#drawn.set(index, { sign, decorations });
      added.push(...decorations);
    }
    if (gone.length === 0 && added.length === 0) return false;
    if (gone.length > 0) this.set = this.set.remove(gone);
    if (added.length > 0) this.set = this.set.add(doc, added);
    return true;
  }

  #decorate(index: number, pieces: readonly Piece[], lanes: Lanes | null): Decoration[] {
    const shift = this.#positions.begin(index) - this.#positions.paragraph(index).start;
    const decorations = pieces.map((piece) =>
      Decoration.inline(piece.from + shift, piece.to + shift, attributes(piece)),
    );
    if (lanes) {
      const { from, to } = this.#positions.around(index);
      decorations.push(Decoration.node(from, to, laneAttributes(lanes)));
    }
    return decorations;
  }
}

function attributes(piece: Piece): DecorationAttrs {
  const out: DecorationAttrs = { nodeName: piece.ids === '' ? 'span' : 'mark', class: piece.className };
  if (piece.ids !== '') {
    out['data-ids'] = piece.ids;
  }
  if (piece.description !== '') out['aria-description'] = piece.description;
  if (piece.role !== '') out['data-role'] = piece.role;
  else if (piece.ghost !== '') out['data-ghost'] = piece.ghost;
  if (piece.control !== '') out['data-control'] = piece.control;
  return out;
}

function laneAttributes({ ids, more, selected }: Lanes): DecorationAttrs {
  const on = selected >= 0 ? ` lane-on-${selected + 1}` : '';
  const out: DecorationAttrs = { class: `lanes-${ids.length}${on}`, 'data-claims': ids.join(' ') };
  if (more > 0) out['data-more'] = `+${more}`;
  return out;
}

/** Equal for two drawings that look and behave alike; '' for none. */
function signature(pieces: readonly Piece[], lanes: Lanes | null): string {
  let sign = '';
  for (const p of pieces)
    sign += `${p.from} ${p.to} ${p.className} ${p.ids} ${p.description} ${p.role} ${p.ghost} ${p.control}\n`;
  if (lanes) sign += `${lanes.ids.join(' ')} ${lanes.more} ${lanes.selected}`;
  return sign;
}

function overlap(a: Fragment, b: Fragment): Fragment {
  const start = Math.max(a.start, b.start);
  return { start, end: Math.max(start, Math.min(a.end, b.end)) };
}
