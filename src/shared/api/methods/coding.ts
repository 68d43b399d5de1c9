import type { z } from 'zod';
import type { Applied } from '../applied.ts';
import type { MissingPart } from '../../model/completeness.ts';
import type { codingInputs } from '../inputs/coding.ts';

type Input<M extends keyof typeof codingInputs> = z.infer<(typeof codingInputs)[M]>;

/** A claim whose record lacks something. */
export interface IncompleteRow {
  readonly annotationId: string;
  readonly coderId: string;
  readonly articleId: string;
  /** Title, outlet and date of the article. */
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  /** The claim's words, up to 140 characters. */
  readonly words: string;
  /** What it lacks, in words: `claimant`, `code`, the name of a variable; also the addressee or venue that was asked for. */
  readonly missing: readonly string[];
}

/** A page of the claims whose record lacks something. */
export interface IncompletePage {
  readonly total: number;
  readonly rows: readonly IncompleteRow[];
}

/** How many claims lack what. */
export interface IncompleteCounts {
  /** Claims whose record isn't complete. */
  readonly any: number;
  /** Claims without each part; a complete record may lack an addressee and a venue. */
  readonly byPart: Readonly<Record<MissingPart, number>>;
}

/** Claim records: the roles of claims, and what annotations are coded with. */
export interface CodingApi {
  /**
   * Codes several of the current coder's annotations in one act: gives and takes codes, sets values (null takes one out),
   * who or what they refer to, how a claim is reported and its day. What isn't named stays; an annotation that has it all
   * already is left alone. Errors: `not-found`, `other-coder`, and `bad-input` for what doesn't fit one of them: then
   * none is changed.
   */
  'annotations.code'(input: Input<'annotations.code'>): Applied;

  /**
   * Fills a role of a claim: with an actor or venue of the same article and coder (`targetIs` annotation, the default), or
   * with an entity, which needs no words in the article. It comes behind what fills the role already; what fills it
   * already changes nothing. Errors: `not-found`, `other-coder`, `bad-input` for what can't fill the role.
   */
  'claims.link'(input: Input<'claims.link'>): Applied;

  /** Takes one link out of a claim. Errors: `not-found`, `other-coder`. */
  'claims.unlink'(input: Input<'claims.unlink'>): Applied;

  /**
   * Gives a link of a claim another role (then behind what fills that one) or another place among those of its role, from
   * 0; beyond the last is the last. Errors: `not-found`, `other-coder`, `bad-input` for a role that it can't fill, or
   * that the same actor, venue or entity fills already.
   */
  'claims.relink'(input: Input<'claims.relink'>): Applied;

  /**
   * A page of the claims whose record lacks something (see `missingOf`), by article in the order of an export, then in
   * reading order. `missing` null: anything that makes a record incomplete; `coderId` null: every coder's. `limit` up to
   * 1,000.
   */
  'claims.incomplete'(input: Input<'claims.incomplete'>): IncompletePage;

  /** How many claims of a coder (null: of everybody) lack what. */
  'claims.countIncomplete'(input: Input<'claims.countIncomplete'>): IncompleteCounts;
}
