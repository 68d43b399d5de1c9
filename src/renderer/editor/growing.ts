import type { EditorView } from 'prosemirror-view';
import type { Fragment } from '../../shared/text/span.ts';
import { currentSelection } from './dom-selection.ts';
import type { Positions } from './positions.ts';
import { GROWS } from './read-only.ts';
import { buildSections, guessLines } from './schema.ts';

/** Sections that are built at a time, and the idle time that it takes, in milliseconds. */
const STEP = 6;
const ENOUGH = 4;
/** By then the article is whole, however busy the window is, in milliseconds. */
const LATEST = 400;

/** How many sections the first picture needs. */
export function firstSections({ sections, paragraphs }: Positions, window: Fragment): number {
  const at = sections.findIndex(({ end }) => (paragraphs[end - 1]?.end ?? 0) > window.end);
  return at < 0 ? sections.length : at + 1;
}

/**
 * Builds the rest of a long article when its beginning has been painted: a third of the time to open 100,000 words goes into
 * elements that nobody sees yet. Room is held for them, so nothing moves when they come, some tens of milliseconds later. Who needs
 * the whole of it sooner (a key, a press, a jump) asks for it, and has it at once.
 */
export class Growing {
  readonly #view: EditorView;
  readonly #text: string;
  readonly #positions: Positions;
  readonly #whole: () => void;
  #built: number;
  #told = false;
  #idle = 0;

  /**
   * @param built how many sections the view has by now
   * @param whole called once, when it has them all
   */
  constructor(view: EditorView, text: string, positions: Positions, built: number, whole: () => void) {
    this.#view = view;
    this.#text = text;
    this.#positions = positions;
    this.#built = built;
    this.#whole = whole;
    this.#holdRoom();
  }

  /** Goes on by itself from now on. */
  start(): void {
    if (this.#isWhole()) this.#tell();
    else this.#wait();
  }

  /** Builds all that is missing. Nothing happens when nothing is. */
  complete(): void {
    if (this.#isWhole()) return;
    cancelIdleCallback(this.#idle);
    this.#grow(this.#positions.sections.length);
  }

  /** The same, when what is missing may come into sight. Reads the layout. */
  completeNear(): void {
    if (this.#isWhole()) return;
    const last = this.#view.dom.lastElementChild;
    if (!last || last.getBoundingClientRect().bottom < innerHeight * 2) this.complete();
  }

  stop(): void {
    cancelIdleCallback(this.#idle);
    this.#built = this.#positions.sections.length;
    this.#holdRoom();
  }

  #isWhole(): boolean {
    return this.#built >= this.#positions.sections.length;
  }

  #wait(): void {
    this.#idle = requestIdleCallback(
      (deadline) => {
        if (deadline.didTimeout) this.complete();
        while (!this.#isWhole() && deadline.timeRemaining() >= ENOUGH) this.#grow(this.#built + STEP);
        if (!this.#isWhole()) this.#wait();
      },
      { timeout: LATEST },
    );
  }

  #grow(to: number): void {
    const { state } = this.#view;
    const sections = buildSections(this.#text, this.#positions, this.#built, to);
    this.#built = to;
    const tr = state.tr;
    // A selection that the state doesn't know of yet would be put back by the update.
    if (!this.#view.composing) tr.setSelection(currentSelection(this.#view));
    this.#view.dispatch(tr.insert(state.doc.content.size, sections).setMeta(GROWS, true));
    this.#holdRoom();
    if (this.#isWhole()) this.#tell();
  }

  #tell(): void {
    if (!this.#told) this.#whole();
    this.#told = true;
  }

  /** On the element around the editor: its own attributes are ProseMirror's. Line and type are those of editor.css. */
  #holdRoom(): void {
    const { paragraphs, sections } = this.#positions;
    let lines = 0;
    const first = sections[this.#built]?.first ?? paragraphs.length;
    for (let index = first; index < paragraphs.length; index++) {
      const { start, end } = this.#positions.paragraph(index);
      lines += guessLines(end - start);
    }
    const room = (lines * 1.55 + (paragraphs.length - first) * 0.84) * 1.1875;
    this.#view.dom.parentElement?.style.setProperty('padding-block-end', room > 0 ? `${room}rem` : null);
  }
}
