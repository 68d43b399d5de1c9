import type { Entity, EntityKind } from '../model/entity.ts';

/*
 * Who or what a mention may be: the resolver's words. It proposes and never decides. Offsets are UTF-16 units.
 */

/** What the resolver has to know of an entity. */
export type NamedEntity = Pick<Entity, 'id' | 'kind' | 'category' | 'name' | 'aliases'>;

/** The authority list, asked by key: never read through. */
export interface EntityIndex {
  get(id: string): NamedEntity | null;
  /** Those of a kind with a name or alias that folds to this key (`foldWords`). */
  named(kind: EntityKind, key: string): readonly NamedEntity[];
  /** Those of a kind that have this among their `looseKeys`. */
  loosely(kind: EntityKind, key: string): readonly NamedEntity[];
}

/** The tagged words that are asked about. */
export interface Mention {
  readonly kind: EntityKind;
  readonly words: string;
}

/** Other tagged actors or venues of the same article that are called the same and refer to the same. */
export interface OtherMention extends Mention {
  /** The words folded (`foldWords`). */
  readonly key: string;
  readonly entityId: string | null;
  /** How many there are of them. */
  readonly count: number;
}

/** What is known around the mention. */
export interface Surroundings {
  /** The article's text; '' when only the words themselves are asked about. */
  readonly text: string;
  /** The other mentions of the article (those of another kind are let be), each once, in the order in which they come first. */
  readonly others: readonly OtherMention[];
  /** What mentions with the same words and kind in other articles are linked to. */
  readonly linked: readonly { readonly entityId: string; readonly articles: number }[];
  /** BCP 47 or '': which titles are looked for. */
  readonly language: string;
}

/** What one rule found. */
export interface Found {
  readonly entity: NamedEntity;
  readonly reason: string;
  readonly score: number;
}
