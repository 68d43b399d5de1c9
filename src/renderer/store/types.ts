import type { Applied, Input, Method, Output, ProjectInfo } from '../../shared/api/contract.ts';
import type { Change } from '../../shared/change/change.ts';
import type { QueueName } from '../../shared/model/queue.ts';
import type { Fragment } from '../../shared/text/span.ts';
import type { CodebookView, VariableTyped } from './codebook.ts';
import type { Verdict } from '../../shared/model/verdict.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import type { Answer } from '../../shared/propose/propose.ts';
import type { EntitiesState } from './entities.ts';
import type { SearchState } from './search.ts';
import type { CorpusState, DialogName, Jump, MentionsAsked, Notice, Picker, Place, State } from './state.ts';

/** Everything in the store: what the window knows and what can be asked of it. */
export interface Store
  extends State,
    CallActions,
    AheadActions,
    ProjectActions,
    ArticleActions,
    CodebookActions,
    EntityActions,
    ViewActions,
    ProposalActions,
    SearchActions,
    QueueActions {}

export type Get = () => Store;
export type SetState = (change: Partial<State> | ((state: State) => Partial<State>)) => void;

export interface CallActions {
  /** Calls a method. An error becomes a notice and null. Calls that change the project keep their order. */
  run<M extends Method>(method: M, input: Input<M>): Promise<Output<M> | null>;
  notify(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** Takes away what was said of the act of this label, or of any act: it doesn't hold any more. */
  dismissAct(label: string | null): void;
  /** Says something to screen readers: what a key just did. */
  say(text: string): void;
  /** Marks words typed but not sent yet, so that "Saved" isn't shown while there are any. */
  draft(id: string, unsaved: boolean): void;
}

export interface StepAhead {
  /** Takes back what was drawn, unless these are the changes that it foretold. */
  settle(changes: readonly Change[]): void;
}

export interface AheadActions {
  /**
   * Draws in the open article what a call is about to change, and selects an annotation of it: the words change with the key,
   * not with the answer, whose own changes then replace these. What it gives takes it back, for a call that is refused.
   */
  drawAhead(changes: readonly Change[], select?: string | null): () => void;
  /** The same for a step of the history, when it is known what that takes back; null when it isn't. */
  drawStepAhead(way: 'undo' | 'redo'): StepAhead | null;
}

/** What is shown together with a change. */
export interface AlsoShown {
  readonly select?: string;
  readonly say?: string;
  /** The step of the history that it was; none for an act. */
  readonly step?: 'undo' | 'redo';
}

export interface ProjectActions {
  /** Reads the state of the program and opens what it has open. Once, at start. */
  start(): Promise<void>;
  /** Reads coder, settings and recent projects again. */
  refreshApp(): Promise<void>;
  /** Shows a project that the core has just opened, at its first unfinished article. */
  openProject(info: ProjectInfo): Promise<void>;
  /** Reads everything that is shown again. */
  reloadAll(): Promise<void>;
  /**
   * Takes over what a call changed: see `Applied`. What `also` selects and says is drawn together with it, in one go: that
   * is quicker than one after the other.
   */
  applied(applied: Applied, also?: AlsoShown): Promise<void>;
  /** Takes back the last act, or does it again, wherever it happened; goes there and says so. */
  stepHistory(way: 'undo' | 'redo'): Promise<void>;
}

export interface ArticleActions {
  /**
   * Opens an article in the Code place; with an annotation: selects it and goes to its words; with `words`: selects these. Nobody
   * asked for it when `unasked`: whoever is in another place stays there.
   */
  openArticle(
    id: string,
    options?: {
      readonly annotationId?: string | undefined;
      readonly words?: Fragment | undefined;
      readonly unasked?: boolean;
    },
  ): Promise<void>;
  /** Reads an article that may be opened next, unless it is read already: it then opens at once. Says nothing when it can't. */
  readAhead(id: string): void;
  /** Forgets what was read ahead of articles that these changes concern; all of it without any. */
  forgetAhead(changes?: readonly Change[]): void;
  /** Reads the open article again, keeping what is selected. Closes it when it isn't there any more. */
  rereadArticle(): Promise<void>;
  /** Opens the next (1) or previous (-1) article of the list. */
  stepArticle(step: 1 | -1): Promise<void>;
  /** Changes what the corpus list asks for and reads it from the top. */
  filterCorpus(change: Partial<Pick<CorpusState, 'sort' | 'status' | 'query' | 'filter'>>): Promise<void>;
  /** Reads the corpus list again, from the top. */
  readCorpus(): Promise<void>;
  /** Reads the pages that hold rows `[from, to)`, if they aren't there. */
  readRows(from: number, to: number): Promise<void>;
}

export interface SearchActions {
  /** Changes what is looked for, or which tab is shown, and reads the first page where it isn't there. */
  searchFor(change: Partial<Pick<SearchState, 'tab' | 'query' | 'filter'>>): Promise<void>;
  /** Reads the next page of what was found. */
  searchMore(): Promise<void>;
  /** Reads the annotations that are listed again, as they are now. */
  searchAgain(): Promise<void>;
  /** Makes a row the present one. */
  chooseFound(at: number): void;
  /** Opens the article of a row, with its words selected. */
  openFound(at: number): Promise<void>;
  /** Reads the article of a row that may be opened next. */
  readFoundAhead(at: number): void;
  /** Opens the next (1) or previous (-1) place that was found. */
  stepFound(step: 1 | -1): Promise<void>;
}

export interface QueueActions {
  /** Reads a queue and opens one of its items, the first unless given. */
  startQueue(name: QueueName, at?: number): Promise<void>;
  /** Opens the next (1) or previous (-1) item of the running queue. */
  stepQueue(step: 1 | -1): Promise<void>;
  /** `J` and `K` step in the list of articles again. */
  leaveQueue(): void;
}

export interface CodebookActions {
  /** Reads the codebook again. Change sets keep it up otherwise. */
  readCodebook(): Promise<void>;
  /** Changes what is in sight in the Codebook place. */
  viewCodebook(view: Partial<CodebookView>): void;
  /** Holds what was changed in the form of a variable until it is kept there; null: nothing is. */
  holdVariable(key: string, typed: VariableTyped | null): void;
  /** Goes to the Codebook place, at a code. */
  showCode(codeId: string): void;
}

export interface EntityActions {
  /** Reads the names of the authority list again. Change sets keep them up otherwise. */
  readEntities(): Promise<void>;
  /** Reads the names of these where a long list was read only in part. */
  nameEntities(ids: readonly string[]): Promise<void>;
  /** Asks who or what a mention may be, unless the answer is there. */
  askEntity(annotationId: string): Promise<void>;
  /** Changes what is in sight of the list, or what is offered from it. */
  showEntities(change: Partial<Omit<EntitiesState, 'names' | 'total' | 'revision' | 'asked'>>): void;
  /** Goes to the Entities place, at an entity. */
  goToEntity(entityId: string): void;
}

export interface ViewActions {
  goTo(place: Place): void;
  openDialog(name: DialogName): void;
  closeDialog(): void;
  showSheet(sheet: State['sheet']): void;
  /** Shows the claims, or another view, in the record pane; the findings at one of them. */
  showRecord(view: State['recordView'], finding?: string): void;
  showDrawer(drawer: State['drawer']): void;
  showPicker(picker: Picker | null): void;
  /** Asks which other mentions to tag like an annotation, or closes that question. */
  showMentions(mentions: MentionsAsked | null): void;
  /** Closes that question, as its annotation isn’t there any more: says so, and reads what was found again. */
  dropMentions(): void;
  /** Selects an annotation, or nothing; with `to`: goes to its words, its card or its memo. */
  select(id: string | null, to?: Exclude<Jump['to'], 'words'>): void;
  /** Puts a code first among those that are given by number. */
  rememberCode(codeId: string): void;
  /** Shows another coder's annotations of the open article, to read only. */
  showLayer(coderId: string): void;
}

export interface ProposalActions {
  /** Drops what is proposed; it isn't asked for again by this. */
  forgetProposals(): void;
  /** Shows what was found in an article, with what the coder has decided of it. */
  showProposals(articleId: string, found: Answer | null, verdicts: readonly Verdict[]): void;
  /** Reads again what the coder has decided in the project, rule by rule. Change sets keep it up otherwise. */
  readProposalStats(): Promise<void>;
  /** Reads again what the coder has decided, in the project and in the article that was looked through. */
  readVerdicts(): Promise<void>;
  /** Goes through the likely quotations one by one, or stops it. */
  lookThrough(looking: boolean): void;
  /** Takes a proposal in hand whose words are to be changed first; null: none. */
  changeProposal(changing: Proposal | null): void;
}
