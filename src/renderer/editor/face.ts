import type { Annotation } from '../../shared/model/annotation.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Role } from '../../shared/model/role.ts';
import type { Fragment, Span } from '../../shared/text/span.ts';

/*
 * The editor's face: all that the rest of the renderer knows of it. Offsets are UTF-16 units of the article's text;
 * nothing of ProseMirror shows.
 */

/** The annotations to draw. Immutable by version: an index that changed has a new `version`, and the same identity. */
export interface AnnotationSource {
  readonly version: number;
  get(id: string): Annotation | undefined;
  /** Those with a fragment, or a gap between fragments, that meets `[from, to)`, in reading order. */
  inRange(from: number, to: number): readonly Annotation[];
}

/** Words that are proposed and not tagged: drawn as a dotted outline, never as an annotation. */
export interface Ghost {
  readonly fragments: Span;
  /** What they would be tagged as; a cue isn't tagged but kept with its claim. */
  readonly kind: Kind | 'cue';
  /** A word or two above their beginning: `by?`; '' for none. */
  readonly label: string;
}

/** What the editor draws and whom it tells. */
export interface EditorPaneProps {
  /** A new id means a new article: the view starts anew at its top. */
  readonly articleId: string;
  readonly text: string;
  /** BCP 47 or ''. Sets `lang`, and with it hyphenation and the reader's voice. */
  readonly language: string;
  readonly annotations: AnnotationSource;
  /** `annotations.version`, so that a change re-renders. */
  readonly version: number;
  readonly selectedId: string | null;
  /** The annotations linked with the selected claim, or the claims of the selected actor or venue. */
  readonly related: ReadonlyMap<string, Role>;
  /** What is proposed now; none unless given. The same list until it changes. */
  readonly ghosts?: readonly Ghost[];
  /** Called with the innermost annotation under a click, or null for bare text. A second click there gives the next outer one. */
  onSelect(id: string | null): void;
  /** Each key pressed in the text, before the editor's own handling. True: handled, the editor leaves it alone. */
  onKey(event: KeyboardEvent): boolean;
  /** The caret or selection moved (at most once a frame). */
  onSelectionChange?(selection: Fragment): void;
}

/** What commands ask of the editor. Reads come from the DOM's own selection, never from a state that lags behind it. */
export interface EditorHandle {
  /** The selection, `start === end` for a bare caret. */
  selection(): Fragment;
  /** Selects and scrolls there when it is out of sight. */
  select(range: Fragment): void;
  /** Scrolls to a span and marks it for a moment. Doesn't move the selection. */
  reveal(span: Span): void;
  focus(): void;
}
