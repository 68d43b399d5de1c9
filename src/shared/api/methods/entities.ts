import type { z } from 'zod';
import type { Entity, EntityKind } from '../../model/entity.ts';
import type { Candidate } from '../../model/entity-candidate.ts';
import type { Role } from '../../model/role.ts';
import type { Applied } from '../applied.ts';
import type { entityInputs } from '../inputs/entities.ts';

type Input<M extends keyof typeof entityInputs> = z.infer<(typeof entityInputs)[M]>;

/** What every panel needs of an entity. */
export type EntityName = Pick<Entity, 'id' | 'kind' | 'category' | 'name'>;

/** An entity as the list shows it. */
export interface EntityRow extends Entity {
  /** How many mentions refer to it, and in how many claims it plays a part; everybody's. */
  readonly mentions: number;
  readonly claims: number;
  /** '' for none. */
  readonly parentName: string;
}

/** A page of the list of entities. */
export interface EntityPage {
  readonly total: number;
  /** How many of each kind fit category and query, before the kind is asked for. */
  readonly byKind: Readonly<Record<EntityKind, number>>;
  readonly rows: readonly EntityRow[];
}

/** A mention with up to 32 characters of the text on either side. */
export interface MentionLine {
  readonly annotationId: string;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  /** `YYYY-MM-DD` or ''. */
  readonly date: string;
  readonly coderId: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Mentions with the same words, but for capitals and accents. */
export interface Spelling {
  readonly key: string;
  /** As they stand in one of them. */
  readonly words: string;
  readonly count: number;
}

/** How many of some mentions are one coder’s. */
export interface CoderCount {
  readonly coderId: string;
  readonly name: string;
  readonly count: number;
}

/** One entity, with all that refers to it. */
export interface EntityDetails {
  readonly entity: Entity;
  readonly parent: EntityName | null;
  /** The entities that are part of it. */
  readonly parts: readonly EntityName[];
  readonly mentions: { readonly total: number; readonly articles: number; readonly rows: readonly MentionLine[] };
  /** The most frequent first, at most 200. */
  readonly spellings: readonly Spelling[];
  /** In how many claims it fills each role, through its mentions or itself. */
  readonly roles: readonly { readonly role: Role; readonly count: number }[];
  readonly coders: readonly CoderCount[];
}

/** Who or what a mention may be. */
export interface Proposal {
  /** The likeliest first; the last one is the entity that it would be if it is none of them. */
  readonly candidates: readonly Candidate[];
  /**
   * What may be offered for one key: the one candidate that is likelier than all others, or a new entity where nothing fits.
   * Null when several are as likely, or this coder waved it away.
   */
  readonly offer: Candidate | null;
  /** Several are as likely: they are to be chosen from. */
  readonly several: boolean;
  /** How many other mentions of the coder with the same words refer to nothing yet: in this article, in all. */
  readonly alike: { readonly article: number; readonly project: number };
}

/** Mentions of the current coder with the same words that refer to nothing yet. */
export interface UnresolvedRow extends Spelling {
  readonly kind: EntityKind;
  readonly articles: number;
  /** One of them, and its article. */
  readonly annotationId: string;
  readonly articleId: string;
  /** What may be offered for all of them, from their words and the articles they stand in; null when nothing or several things fit. */
  readonly offer: Candidate | null;
  /** How many entities fit, where none is offered: as well as each other, or each in some of the articles. */
  readonly several: number;
}

/** What merging brings together, to be looked at before. */
export interface MergePreview {
  readonly keep: MergeSide;
  readonly others: readonly MergeSide[];
  /** The entity as it will be. */
  readonly result: Entity;
  /** Whose mentions will refer to the kept one instead, with how many. */
  readonly coders: readonly CoderCount[];
  readonly mentions: number;
  /** Links of claims to the entities themselves that move, and that both have and become one. */
  readonly links: number;
  readonly doubled: number;
  /** Entities that will be part of the kept one instead. */
  readonly parts: number;
}

/** One of the entities that are to become one, with what speaks for it. */
export interface MergeSide {
  readonly entity: Entity;
  readonly mentions: number;
  readonly spellings: readonly Spelling[];
  /** A few of its mentions in context. */
  readonly examples: readonly MentionLine[];
}

/** What splitting would hand over, to be looked at before. */
export interface SplitPreview {
  readonly from: EntityName;
  readonly toName: string;
  readonly mentions: number;
  /** How many mentions stay. */
  readonly staying: number;
  readonly coders: readonly CoderCount[];
  readonly examples: readonly MentionLine[];
  /** Names that go to the other entity with them. */
  readonly aliases: readonly string[];
}

/** What goes with entities that are removed, to be looked at before. */
export interface RemovePreview {
  readonly names: readonly string[];
  /** Mentions that will refer to nothing, everybody's. */
  readonly mentions: number;
  readonly coders: readonly CoderCount[];
  /** Links of claims to the entities themselves, which go with them. */
  readonly links: number;
  /** Entities that will be part of nothing. */
  readonly parts: number;
}

/** Two entities that may be one, with why. */
export interface DuplicatePair {
  readonly first: EntityRow;
  readonly second: EntityRow;
  /** `“Sergei X” and “Sergey X” may be two spellings of one name`. */
  readonly reason: string;
}

/** What a list in a file would bring. */
export interface ListPreview {
  readonly fileName: string;
  readonly added: readonly Entity[];
  readonly changed: readonly {
    readonly before: Entity;
    readonly after: Entity;
    /** What changes, in plain words. */
    readonly what: string;
  }[];
  /** Over all that change: other names that they get; how many get another category, another parent, another of the rest. */
  readonly sums: {
    readonly names: number;
    readonly categories: number;
    readonly parents: number;
    readonly fields: number;
  };
  readonly unchanged: number;
  /** Rows that can't be taken, and are left out, or are taken without something; with their line of the file. */
  readonly problems: readonly { readonly line: number; readonly message: string; readonly isTaken: boolean }[];
}

/**
 * Who or what mentions refer to: the authority list of actors and venues, shared by all coders. Nothing is linked that the
 * analyst didn't ask for; every act is one undo.
 */
export interface EntitiesApi {
  /** Names of some entities, or of the first 20,000 by name; `total` says how many there are. */
  'entities.names'(input: Input<'entities.names'>): { readonly total: number; readonly names: readonly EntityName[] };

  /** A page of the list. `query` is a part of a name or alias, without capitals and accents; names that begin so come first. */
  'entities.list'(input: Input<'entities.list'>): EntityPage;

  /** One entity with a page of its mentions in context, the latest articles first. Errors: `not-found`. */
  'entities.get'(input: Input<'entities.get'>): EntityDetails;

  /** Who or what a mention may be, with reasons. Links nothing. Errors: `not-found`, `bad-input` for a claim. */
  'entities.propose'(input: Input<'entities.propose'>): Proposal;

  /** The current coder's other mentions with the same words that refer to nothing yet, at most 2,000. Errors: `not-found`. */
  'entities.alike'(input: Input<'entities.alike'>): {
    readonly article: readonly MentionLine[];
    readonly elsewhere: readonly MentionLine[];
  };

  /** The current coder's mentions that refer to nothing yet, by spelling, the most frequent first. */
  'entities.queue'(input: Input<'entities.queue'>): {
    readonly spellings: number;
    readonly mentions: number;
    readonly rows: readonly UnresolvedRow[];
  };

  /**
   * Says who or what mentions of the current coder refer to; null: to nothing. With `offered`, what stood as the offer for the
   * first of them is kept as accepted, or as changed. Errors: `not-found`, `other-coder`, `bad-input` for another kind.
   */
  'entities.link'(input: Input<'entities.link'>): Applied;

  /** What was offered for a mention isn't it: it isn't offered again. Errors: `not-found`, `other-coder`. */
  'entities.dismiss'(input: Input<'entities.dismiss'>): Applied;

  /**
   * A new entity, and mentions of the current coder that refer to it, in one act. A name that another entity of the kind has
   * is refused. Errors: `already-exists`, `bad-input`, `not-found`, `other-coder`.
   */
  'entities.add'(input: Input<'entities.add'>): { readonly id: string; readonly applied: Applied };

  /** Changes what is said of an entity. Errors: `not-found`, `already-exists`, `bad-input` for parents in a circle or a category of the other kind. */
  'entities.update'(input: Input<'entities.update'>): Applied;

  /** What merging would do. Changes nothing. Errors: as for the merge. */
  'entities.mergePreview'(input: Input<'entities.mergePreview'>): MergePreview;

  /**
   * Makes several entities one: the names of the others become aliases, everybody's mentions and links move to the kept one,
   * links that both had become one. Errors: `not-found`, `bad-input` for one with itself or two kinds.
   */
  'entities.merge'(input: Input<'entities.merge'>): Applied;

  /** What splitting would do. Changes nothing. Errors: as for the split. */
  'entities.splitPreview'(input: Input<'entities.splitPreview'>): SplitPreview;

  /**
   * Hands everybody's mentions in some spellings (by key), and single mentions, over to a new entity or to another one, with
   * the aliases that are named and those that are so spelt. Errors: `not-found`, `already-exists`, `bad-input`.
   */
  'entities.split'(input: Input<'entities.split'>): Applied;

  /** What removing would do. Changes nothing. Errors: `not-found`. */
  'entities.removePreview'(input: Input<'entities.removePreview'>): RemovePreview;

  /** Takes entities out of the list: everybody's mentions of them refer to nothing then. Errors: `not-found`. */
  'entities.remove'(input: Input<'entities.remove'>): Applied;

  /** Pairs of one kind that may be the same, with why; `apart`: those that were told apart instead, as long as they are alike. */
  'entities.duplicates'(input: Input<'entities.duplicates'>): {
    readonly total: number;
    /** How many pairs of the kind were told apart. */
    readonly apart: number;
    readonly pairs: readonly DuplicatePair[];
  };

  /**
   * Says, for all coders, that two entities aren't the same though their names are alike: they aren't a pair that may be the
   * same any more. `apart: false` takes it back. Merging hands it on to the kept one. Errors: `not-found`, `bad-input` for
   * one and itself or for an actor and a venue.
   */
  'entities.tellApart'(input: Input<'entities.tellApart'>): Applied;

  /** Writes the list as CSV (UTF-8) into a folder. Errors: `already-exists`, `read-only`, `disk-full`. */
  'entities.writeCsv'(input: Input<'entities.writeCsv'>): {
    readonly location: string;
    readonly rows: number;
    readonly bytes: number;
  };

  /** What a list in a CSV file would bring. Changes nothing. Errors: `bad-format`, `file-gone`, `file-unreadable`. */
  'entities.readCsv'(input: Input<'entities.readCsv'>): ListPreview;

  /** Takes a list over, all in one undo: what is new is added; of what is there, fields that are given change and aliases are added. Errors: as for reading it. */
  'entities.importCsv'(input: Input<'entities.importCsv'>): Applied;
}
