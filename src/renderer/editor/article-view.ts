import { EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { paragraphs } from '../../shared/text/paragraphs.ts';
import { type Fragment, type Span, spanStart } from '../../shared/text/span.ts';
import { annotationsUnder, selectedByClick } from './clicks.ts';
import { adoptSelection, currentSelection } from './dom-selection.ts';
import { Drawing, drawingKey, drawingPlugin } from './drawing.ts';
import type { EditorHandle, EditorPaneProps } from './face.ts';
import { keepCaret, ON_PURPOSE } from './focus.ts';
import { firstSections, Growing } from './growing.ts';
import type { Emphasis } from './pieces.ts';
import { Positions } from './positions.ts';
import { keepReactOut } from './react-selection.ts';
import { readOnly } from './read-only.ts';
import { buildDocument } from './schema.ts';
import { scrollToPosition } from './scrolling.ts';
import { Settling } from './settling.ts';
import { Waking } from './waking.ts';
import { firstWindow, windowToDraw } from './viewport.ts';

/** How long a revealed span stays marked, in milliseconds. */
const FLASH = 1400;

/** How far the mouse may move in a click, in pixels. */
const STILL = 4;

/** Keys that move nothing by themselves. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);

/** A window that is never the one that is needed. */
const NOWHERE: Fragment = { start: -1, end: -1 };

type Content = Pick<EditorPaneProps, 'text' | 'annotations' | 'version' | 'selectedId' | 'related' | 'ghosts'>;
type Listeners = Pick<EditorPaneProps, 'onKey' | 'onSelect' | 'onSelectionChange'>;

/** One article in ProseMirror: shows it, draws its annotations near the screen, and tells of keys, clicks and the caret. */
export class ArticleView implements EditorHandle {
  readonly #text: string;
  readonly #positions: Positions;
  readonly #drawing: Drawing;
  readonly #view: EditorView;
  readonly #waking: Waking;
  readonly #growing: Growing;
  /** Once the article is whole. */
  #settling: Settling | null = null;
  /** Asked for anew each time: the listeners of the latest render. */
  readonly #listeners: () => Listeners;
  readonly #ended = new AbortController();
  #content: Content;
  #flash: Span | null = null;
  #flashTimer = 0;
  #window: Fragment;
  #frame = 0;
  /** Where the mouse button went down. */
  #pressed = { x: 0, y: 0 };
  #told: Fragment = { start: 0, end: 0 };

  /** @param place an empty element; the article fills it */
  constructor(place: HTMLElement, content: Content, listeners: () => Listeners) {
    this.#text = content.text;
    this.#content = content;
    this.#listeners = listeners;
    const found = paragraphs(content.text);
    this.#positions = new Positions(found);
    this.#drawing = new Drawing(content.text, this.#positions);
    this.#window = firstWindow(this.#positions);
    const built = firstSections(this.#positions, this.#window);
    const doc = buildDocument(content.text, this.#positions, built);
    this.#drawing.draw(doc, this.#window, content.annotations, this.#emphasis());
    const plugins = [
      readOnly(() => this.#selectedText()),
      keepCaret(),
      drawingPlugin(this.#drawing.set),
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            const handled = this.#listeners().onKey(event);
            // The browser is going to move the caret, it may be.
            if (!handled && !MODIFIERS.has(event.key)) {
              this.#growing.complete();
              this.#waking.wakeCaret();
            }
            return handled;
          },
          // Sooner than ProseMirror would, and before the focus is gone.
          handleDOMEvents: { keyup: adoptSelection, blur: adoptSelection },
        },
      }),
    ];
    this.#view = new EditorView(place, {
      state: EditorState.create({ doc, plugins }),
      attributes: {
        class: 'article',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        'aria-label': 'Article text',
        spellcheck: 'false',
        translate: 'no',
        'data-rest': '',
      },
    });
    keepReactOut(this.#view.dom);
    this.#waking = new Waking(this.#view.dom);
    this.#growing = new Growing(this.#view, content.text, this.#positions, built, () => {
      this.#settling = new Settling(this.#view.dom, this.#positions, this.#waking);
    });
    this.#listen();
    this.#later();
  }

  /** To be called when its beginning has been painted: the rest comes now. */
  painted(): void {
    this.#growing.start();
  }

  /** Draws what has changed. Cheap when nothing has. */
  update(content: Content): void {
    this.#content = content;
    this.#draw();
  }

  selection(): Fragment {
    const { anchor, head } = currentSelection(this.#view);
    return this.#positions.range(anchor, head);
  }

  select(range: Fragment): void {
    // A state that takes its selection for the one asked for would leave the browser's where it is.
    if (this.#view.hasFocus()) adoptSelection(this.#view);
    this.#growing.complete();
    const { doc, tr } = this.#view.state;
    const start = this.#positions.toPosition(range.start);
    const end = range.end > range.start ? this.#positions.toPosition(range.end, -1) : start;
    const selection = TextSelection.create(doc, start, Math.max(start, end));
    this.#view.dispatch(tr.setSelection(selection).setMeta(ON_PURPOSE, true));
    scrollToPosition(this.#view, Math.max(start, end));
    this.#later();
  }

  reveal(span: Span): void {
    this.#growing.complete();
    scrollToPosition(this.#view, this.#positions.toPosition(spanStart(span)));
    this.#flash = span;
    clearTimeout(this.#flashTimer);
    this.#flashTimer = window.setTimeout(() => {
      this.#flash = null;
      this.#draw();
    }, FLASH);
    this.#draw();
    this.#later();
  }

  focus(): void {
    this.#view.focus();
  }

  hasFocus(): boolean {
    return this.#view.hasFocus();
  }

  destroy(): void {
    this.#ended.abort();
    clearTimeout(this.#flashTimer);
    cancelAnimationFrame(this.#frame);
    this.#growing.stop();
    this.#settling?.stop();
    this.#waking.stop();
    this.#view.destroy();
  }

  #listen(): void {
    const { signal } = this.#ended;
    const later = (): void => this.#later();
    // Captured: scroll events of whatever ancestor scrolls don't bubble.
    document.addEventListener('scroll', later, { signal, capture: true, passive: true });
    window.addEventListener('resize', later, { signal });
    document.addEventListener('selectionchange', later, { signal });
    this.#view.dom.addEventListener(
      'mousedown',
      ({ clientX, clientY }) => {
        this.#pressed = { x: clientX, y: clientY };
        this.#growing.complete();
      },
      { signal },
    );
    this.#view.dom.addEventListener('click', (event) => this.#click(event), { signal });
    // On paper everything is in sight.
    window.addEventListener('beforeprint', () => this.#drawAll(), { signal });
    window.addEventListener('afterprint', () => this.#drawAnew(), { signal });
  }

  /** Once a frame: follows the screen, and tells where the caret is. */
  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#growing.completeNear();
      const needed = windowToDraw(this.#view.dom, this.#positions, this.#window);
      if (needed) {
        this.#window = needed;
        this.#draw();
      }
      this.#tell();
    });
  }

  #drawAll(): void {
    this.#growing.complete();
    this.#window = { start: 0, end: this.#text.length };
    this.#draw();
  }

  #drawAnew(): void {
    this.#window = NOWHERE;
    this.#later();
  }

  #draw(): void {
    const { state } = this.#view;
    if (!this.#drawing.draw(state.doc, this.#window, this.#content.annotations, this.#emphasis())) return;
    const tr = state.tr.setMeta(drawingKey, this.#drawing.set);
    // A selection that the state doesn't know of yet would be put back by the update.
    const selection = currentSelection(this.#view);
    if (!this.#view.composing && !selection.eq(state.selection)) tr.setSelection(selection);
    this.#view.dispatch(tr);
  }

  #emphasis(): Emphasis {
    const { selectedId, related, annotations, ghosts = [] } = this.#content;
    const cue = (selectedId === null ? undefined : annotations.get(selectedId)?.cue) ?? [];
    return { selectedId, related, cue, flash: this.#flash, ghosts };
  }

  #tell(): void {
    const { onSelectionChange } = this.#listeners();
    if (!onSelectionChange) return;
    const selection = this.selection();
    if (selection.start === this.#told.start && selection.end === this.#told.end) return;
    this.#told = selection;
    onSelectionChange(selection);
  }

  #click(event: MouseEvent): void {
    // The end of a drag, a double click, Shift+click: the analyst selects words, not an annotation.
    const dragged = Math.hypot(event.clientX - this.#pressed.x, event.clientY - this.#pressed.y) > STILL;
    if (event.button !== 0 || event.detail > 1 || event.shiftKey || dragged) return;
    this.#listeners().onSelect(selectedByClick(annotationsUnder(event), this.#content.selectedId));
  }

  #selectedText(): string {
    const { start, end } = this.selection();
    return this.#text.slice(start, end);
  }
}
