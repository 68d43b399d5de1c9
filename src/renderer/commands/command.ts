import type { StoreApi } from 'zustand/vanilla';
import type { Jump } from '../store/state.ts';
import type { Store } from '../store/types.ts';
import type { EditorHandle } from '../editor/face.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Fragment } from '../../shared/text/span.ts';

/** The heading under which a command stands in the sheet of keys. */
export const GROUPS = [
  'Tag',
  'Select',
  'Shape',
  'Move',
  'Link',
  'Record',
  'Propose',
  'Articles',
  'Search',
  'Project',
  'Settings',
  'Help',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * Where a key works. text: in the article's text alone; code: anywhere in the Code place but in a field; everywhere: even in
 * fields.
 */
export type Where = 'text' | 'code' | 'everywhere';

/** Something the analyst can do. The sheet of keys, the key bar and the palette are made of these. */
export interface Command {
  readonly id: string;
  /** `Tag as claim`. */
  readonly title: string;
  /** A word or two, for the key bar. */
  readonly short?: string;
  readonly group: Group;
  /** Other words by which one may look for it: `delete untag`. */
  readonly words?: string;
  /**
   * Combinations written `Ctrl+Shift+Z`, the first one is shown; the analyst may change them (see `keysFor`). None: it is
   * in the palette alone.
   */
  readonly keys: readonly string[];
  readonly where: Where;
  /** Whether there is something to do now; a key whose command isn't due is left alone. Always, unless given. */
  when?(context: CommandContext): boolean;
  /** Why it can't be done now, as a sentence; null when it can. The palette shows it; pressing its key says it anyway. */
  whyNot?(context: CommandContext): string | null;
  run(context: CommandContext): void | Promise<void>;
}

/** What the last tagging key did, so that the same key pressed again grows it. */
export interface FreshTag {
  readonly annotationId: string;
  readonly kind: Kind;
  readonly caret: number;
}

/** What commands are given. One a window. */
export interface CommandContext {
  readonly store: StoreApi<Store>;
  /** The article's text, while one is shown. */
  editor: EditorHandle | null;
  fresh: FreshTag | null;
  /** The selection from which growing began; shrinking goes back to it. */
  origin: Fragment | null;
  /** Letters are nobody’s until then (milliseconds of `performance.now`): see `refuseTyping`. */
  deafUntil: number;
  /** Escape was pressed: the next Tab leaves the text. */
  leaving: boolean;
  /** What was asked for before anybody was named as the coder: done as soon as somebody is. */
  afterNaming: (() => Promise<void>) | null;
  /** Where one was reading when the text was left for another place, and what was selected in sight; null for nowhere. */
  left: { readonly articleId: string; readonly top: number; readonly selection: Fragment | null } | null;
  /** The jump in the text that was made last. */
  jumped: Jump | null;
  /** Ids of the commands done from the palette, the last one first. */
  readonly recent: string[];
  /** Runs acts one after another: a second key waits until the first one's change has arrived. */
  turn<T>(act: () => Promise<T>): Promise<T>;
}

/** A context with nothing shown yet. */
export function createCommandContext(store: StoreApi<Store>): CommandContext {
  let last: Promise<unknown> = Promise.resolve();
  return {
    store,
    editor: null,
    fresh: null,
    origin: null,
    deafUntil: 0,
    leaving: false,
    afterNaming: null,
    left: null,
    jumped: null,
    recent: [],
    turn(act) {
      const mine = last.then(act);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
