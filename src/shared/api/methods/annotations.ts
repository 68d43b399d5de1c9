import type { z } from 'zod';
import type { Applied } from '../applied.ts';
import type { annotationInputs } from '../inputs/annotations.ts';

type Input<M extends keyof typeof annotationInputs> = z.infer<(typeof annotationInputs)[M]>;

/** Tagging: acts on the current coder’s own annotations; and taking acts back, of every kind. */
export interface AnnotationsApi {
  /**
   * Tags a span as the current coder's, with the first values of its kind's variables. The same span and kind twice changes
   * nothing. `id` is the caller's own (see `createIds`), so that what it drew before the answer is what was kept. Errors:
   * `not-found`, `bad-span`, `no-coder`, `conflict` for an id that is taken.
   */
  'annotations.add'(input: Input<'annotations.add'>): {
    readonly id: string;
    readonly applied: Applied;
  };

  /**
   * Changes an annotation's span, kind, memo or what it is coded with; what isn't named stays. `codes` is the whole list, in
   * order; a null among `values` takes that one out; an empty `cue` and '' clear. A new kind removes the links that it can't
   * have and what it was coded with, and brings the first values of its own variables. Errors: `not-found` (also for an
   * entity, code or variable), `bad-span` (also for the cue), `other-coder` (nobody changes another coder's layer),
   * `bad-input` for a code, value, entity or day that doesn't fit.
   */
  'annotations.update'(input: Input<'annotations.update'>): Applied;

  /** Removes annotations and their links. Errors: `not-found`, `other-coder`. */
  'annotations.remove'(input: Input<'annotations.remove'>): Applied;

  /** Joins the second into the first: its fragments, memo and links. Errors: `not-found`, `other-coder`, `bad-input` for two kinds or articles. */
  'annotations.merge'(input: Input<'annotations.merge'>): Applied;

  /** Makes each fragment an annotation of its own; the first keeps the id, memo and links. Errors: `not-found`, `other-coder`. */
  'annotations.split'(input: Input<'annotations.split'>): Applied;

  /**
   * Takes back the current coder's last act that isn't taken back yet, in whatever article, across restarts. Another
   * coder's acts are left alone. Nothing to undo: label ''. Errors: `conflict` when another coder has changed since what
   * the act changed.
   */
  'history.undo'(input: Input<'history.undo'>): Applied;

  /**
   * Leaves the act that undo would take back as it is, for good, so that undo goes on to the one before: the way on when
   * undo fails with `conflict`. Nothing of the project changes; the label is the act's, '' when there is none.
   */
  'history.leave'(input: Input<'history.leave'>): Applied;

  /** Does again what the current coder last took back. Nothing to redo: label ''. Errors: `conflict`, as for undo. */
  'history.redo'(input: Input<'history.redo'>): Applied;
}
