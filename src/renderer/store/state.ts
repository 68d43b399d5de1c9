import type { Applied, AppState, ArticleRow, ArticleSort, ProjectInfo } from '../../shared/api/contract.ts';
import type { ErrorInfo } from '../../shared/api/errors.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Article, ArticleStatus } from '../../shared/model/article.ts';
import { type CorpusFilter, NO_FILTER } from '../../shared/model/filter.ts';
import type { Role } from '../../shared/model/role.ts';
import type { Fragment } from '../../shared/text/span.ts';
import type { AnnotationIndex } from './annotation-index.ts';
import { type EntitiesState, emptyEntities } from './entities.ts';
import { type CodebookState, type CodebookView, emptyCodebook, firstView } from './codebook.ts';
import type { LinkTable } from './links.ts';
import { noProposals, type ProposalsState } from './proposals.ts';
import type { RunningQueue } from './queue.ts';
import { emptySearch, type SearchState } from './search.ts';

/*
 * What the window knows: a normalised copy of what is open. The file on disk is the truth; this copy follows it by the change
 * sets that come back from each call.
 */

export type Place = 'code' | 'search' | 'work' | 'codebook' | 'entities' | 'dataset';

export type DialogName = 'coder' | 'new-project' | 'open-project' | 'import' | 'export' | 'check';

/** A message to the analyst. `bad` ones stay until dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /**
   * Only of what is about the open project; it goes when another one is opened. The label of the act that it tells of, so
   * that it goes when that is taken back; '' for none.
   */
  readonly act?: string | undefined;
}

/** How many rows of the corpus are read at a time. */
export const PAGE = 200;

/** A row of the list. */
export interface CorpusRow extends ArticleRow {
  /** The status that it had when it was read, when that is another one now: it stays where it stands until the list is read again. */
  readonly statusRead?: ArticleStatus;
}

/** The corpus list: what is asked for, and the pages read so far. */
export interface CorpusState {
  readonly sort: ArticleSort;
  readonly status: ArticleStatus | null;
  readonly query: string;
  readonly filter: CorpusFilter;
  /** Rows that match; -1 before the first answer. */
  readonly total: number;
  /** Articles by status, before the status filter. */
  readonly byStatus: Readonly<Record<ArticleStatus, number>>;
  /** Page number → its rows. */
  readonly pages: ReadonlyMap<number, readonly CorpusRow[]>;
}

/** The article in the centre with all that is coded in it. */
export interface OpenState {
  readonly article: Article;
  readonly text: string;
  /** Every coder's annotations by id. Mutable; follow `version`. */
  readonly everyone: Map<string, Annotation>;
  /** The annotations of the coder whose layer is shown. Mutable; follow `version`. */
  readonly index: AnnotationIndex;
  /** The claims of that layer in reading order: the same list until one of them changes. */
  readonly claims: readonly Annotation[];
  /** Links of all layers. Mutable; follow `version`. */
  readonly links: LinkTable;
  /** Whose layer is shown. */
  readonly layer: string;
  /** Goes up with each change of annotations or links. */
  readonly version: number;
}

/** What is offered for a claim: to fill a role (null: to empty one), or codes to give and take. */
export interface Picker {
  readonly claimId: string;
  readonly role: Role | 'codes' | null;
}

/** What the last change did in the open article. The step of the history that takes it back can then be drawn at once. */
export interface Latest {
  readonly open: Pick<OpenState, 'everyone'>;
  readonly applied: Applied;
  /** The step that takes it back. */
  readonly back: 'undo' | 'redo';
}

/**
 * Where the view should go: to an annotation's words in the text, its card, its memo, its first value that is missing, or
 * the day on which it was said; or to words of the open article, which are selected. A new object asks again.
 */
export type Jump =
  | { readonly to: 'text' | 'card' | 'memo' | 'values' | 'day'; readonly annotationId: string }
  | { readonly to: 'words'; readonly words: Fragment };

/** What “tag all mentions” begins with, and the filter that it may keep to. */
export interface MentionsAsked {
  readonly annotationId: string;
  readonly filter: CorpusFilter;
}

/** The claims as cards, what may be a slip, or how the selected words were coded before. */
export type RecordView = 'claims' | 'findings' | 'precedents';

export interface State {
  /** False until the first answer of the core. */
  readonly ready: boolean;
  readonly app: AppState | null;
  readonly project: ProjectInfo | null;
  readonly place: Place;
  readonly dialog: DialogName | null;
  readonly corpus: CorpusState;
  readonly search: SearchState;
  readonly queue: RunningQueue | null;
  readonly mentions: MentionsAsked | null;
  readonly codebook: CodebookState;
  /** What is in sight in the Codebook place. */
  readonly codebookView: CodebookView;
  readonly entities: EntitiesState;
  readonly open: OpenState | null;
  /** The article being read from disk, or null. */
  readonly opening: string | null;
  readonly selectedId: string | null;
  readonly latest: Latest | null;
  /** Goes up with each change that is taken over. */
  readonly changes: number;
  readonly notices: readonly Notice[];
  /** The last thing said to screen readers; `count` tells two equal ones apart. */
  readonly said: { readonly text: string; readonly count: number };
  /** Changes on their way to the disk. */
  readonly saving: number;
  /** Memos typed but not sent yet, by annotation id. */
  readonly drafts: ReadonlySet<string>;
  /** Why the last change could not be kept, until one is kept again. */
  readonly failure: ErrorInfo | null;
  readonly picker: Picker | null;
  readonly proposals: ProposalsState;
  readonly jump: Jump | null;
  /** Codes by id as they were last given in this window, the latest first. */
  readonly recentCodes: readonly string[];
  /** A sheet over the window: all keys, the article's fields, or the palette of commands. */
  readonly sheet: 'keys' | 'details' | 'palette' | null;
  /** What the record pane shows of the open article. */
  readonly recordView: RecordView;
  /** The finding, by `findingName`, that was opened from elsewhere: the article's findings are shown at it; null for none. */
  readonly finding: string | null;
  /** The side pane that is drawn over the text in a narrow window. */
  readonly drawer: 'corpus' | 'record' | null;
}

export const emptyCorpus: CorpusState = {
  sort: 'date',
  status: null,
  query: '',
  filter: NO_FILTER,
  total: -1,
  byStatus: { new: 0, 'in-progress': 0, done: 0 },
  pages: new Map(),
};

export const initialState: State = {
  ready: false,
  app: null,
  project: null,
  place: 'code',
  dialog: null,
  corpus: emptyCorpus,
  search: emptySearch,
  queue: null,
  mentions: null,
  codebook: emptyCodebook,
  entities: emptyEntities,
  codebookView: firstView,
  open: null,
  opening: null,
  selectedId: null,
  latest: null,
  changes: 0,
  notices: [],
  said: { text: '', count: 0 },
  saving: 0,
  drafts: new Set(),
  failure: null,
  picker: null,
  proposals: noProposals,
  jump: null,
  recentCodes: [],
  sheet: null,
  recordView: 'claims',
  finding: null,
  drawer: null,
};

/** Whether all that the analyst did is on the disk. */
export function isSaved(state: State): boolean {
  return state.saving === 0 && state.drafts.size === 0 && state.failure === null;
}

/** Whether the layer shown is the current coder's own: the only one that can be changed. */
export function isOwnLayer(state: State): boolean {
  return state.open !== null && state.open.layer === state.app?.coder.id;
}

/** The selected annotation, if it is in the layer shown. */
export function selectedAnnotation(state: State): Annotation | null {
  return (state.selectedId && state.open?.index.get(state.selectedId)) || null;
}
