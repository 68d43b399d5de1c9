import type { z } from 'zod';
import type { Kind } from '../../model/kind.ts';
import type { Applied } from '../applied.ts';
import type { mentionInputs as inputs } from '../inputs/mentions.ts';
import type { FoundArticle, FoundLine } from './search.ts';

/** A place that would be tagged like the model. */
export interface MentionPlace extends FoundLine {
  readonly articleId: string;
  /** tag: a new annotation; link: one is there already, and only gets the entity. */
  readonly does: 'tag' | 'link';
  /** The words of a longer annotation of the same kind and coder that covers it; '' for none. */
  readonly inside: string;
}

/** A page of the places that would be tagged, with what was left out. */
export interface MentionPage {
  readonly kind: Kind;
  /** The entity that each of them gets; null for none. */
  readonly entity: { readonly id: string; readonly name: string } | null;
  /** What was looked for: the words of the model, and the names of its entity when asked for. */
  readonly names: readonly string[];
  /** Articles in reach that have these words, in whatever case; the same on every page. */
  readonly inReach: number;
  /** How many of them this page has looked at. */
  readonly looked: number;
  readonly places: readonly MentionPlace[];
  /** The articles of these places. */
  readonly articles: readonly FoundArticle[];
  /** Left out in these articles: tagged the same way already; and tagged, but as somebody or something else. */
  readonly already: number;
  readonly others: number;
  /** What `after` takes for the next page; null when this is the last. */
  readonly next: number | null;
}

/** “Tag all mentions”: the same words elsewhere, tagged as one annotation is. */
export interface MentionApi {
  /**
   * A page of the places that have the same words as one of the current coder's own annotations, whole words, the
   * annotation's own article first, then as the articles were added. `filter` counts with scope `filter` alone. A page ends
   * after some 30 ms of looking, or `limit` places. Changes nothing. Errors: `not-found`, `other-coder`, `bad-input` for an
   * annotation in several pieces or without a word.
   */
  'mentions.preview'(input: z.infer<(typeof inputs)['mentions.preview']>): MentionPage;

  /**
   * Tags these places with the kind and entity of the model, as the current coder's, in one undo; new articles become in
   * progress. A place tagged so already is passed over. Its notice says how many there were, with the `already` that the preview left
   * out. Job. Errors: `conflict` when
   * other words stand at a place, `not-found`, `other-coder`, `cancelled`.
   */
  'mentions.tag'(input: z.infer<(typeof inputs)['mentions.tag']>): Applied;
}
