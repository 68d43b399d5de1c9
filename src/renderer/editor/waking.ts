/** Sections by number, from 1 on, both ends included. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** How far around the caret text is laid out when a key may move it, in screens: the longest way is a page. */
const SCREENS = 2;

let views = 0;

/**
 * Which sections are laid out although they are far from the screen. Those that aren't don't exist for the browser's own
 * movements: from a caret that was scrolled away from, an arrow would go to the next section that is laid out, and Ctrl+End to
 * the last of them. So what a key can reach is woken before the browser handles it, and the ends always are.
 *
 * A rule of a style sheet does it, not a class on the sections: to ProseMirror that would be a change of its document.
 */
export class Waking {
  readonly #dom: HTMLElement;
  readonly #name: string;
  readonly #sheet = new CSSStyleSheet();
  #caret: Run | null = null;
  #settling: Run | null = null;
  #ends = false;
  #rule = '';

  /** @param dom the editor's element, whose children are the sections */
  constructor(dom: HTMLElement) {
    this.#dom = dom;
    this.#name = `article-${++views}`;
    // On the element around the editor: its own attributes are ProseMirror's.
    dom.parentElement?.classList.add(this.#name);
    document.adoptedStyleSheets.push(this.#sheet);
  }

  stop(): void {
    this.#dom.parentElement?.classList.remove(this.#name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Lays out what the next key can bring the caret to. Does nothing while that is so. */
  wakeCaret(): void {
    this.#ends = true;
    this.#caret = this.#aroundCaret();
    this.#apply();
  }

  /** Lays out these sections, and no more those that were given before; none: only the ends. */
  wakeRun(run: Run | null): void {
    this.#ends = true;
    this.#settling = run;
    this.#apply();
  }

  #aroundCaret(): Run | null {
    const focus = document.getSelection()?.focusNode ?? null;
    const { children } = this.#dom;
    const at = [...children].findIndex((section) => section.contains(focus));
    if (at < 0) return null;
    const far = innerHeight * SCREENS;
    let [from, to] = [at, at];
    for (let height = 0; from > 0 && height < far; ) height += heightOf(children[--from]);
    for (let height = 0; to + 1 < children.length && height < far; ) height += heightOf(children[++to]);
    return { from: from + 1, to: to + 1 };
  }

  #apply(): void {
    const which = [this.#caret, this.#settling].flatMap((run) =>
      run ? `:nth-child(n + ${run.from}):nth-child(-n + ${run.to})` : [],
    );
    if (this.#ends) which.push(':first-child', ':last-child');
    const rule = `.${this.#name} > .article > .section:is(${which.join(', ')}) { content-visibility: visible }`;
    if (rule === this.#rule) return;
    this.#rule = rule;
    this.#sheet.replaceSync(rule);
  }
}

function heightOf(element: Element | undefined): number {
  return element?.getBoundingClientRect().height ?? 0;
}
