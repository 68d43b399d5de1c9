import type { Annotation } from '../../shared/model/annotation.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { ROLE_WORD, type Role } from '../../shared/model/role.ts';
import { type Fragment, type Span, spanEnd, spanLength, spanStart } from '../../shared/text/span.ts';
import { bidiControls } from './bidi-controls.ts';
import type { Ghost } from './face.ts';

/*
 * Annotations cut into pieces that don't overlap, each with the classes of all that covers it. ProseMirror draws
 * overlapping inline decorations as one element in which the last colour wins; pieces keep an actor visible inside a
 * claim, and three claims over one sentence apart.
 */

/** What stands out at the moment. */
export interface Emphasis {
  readonly selectedId: string | null;
  readonly related: ReadonlyMap<string, Role>;
  /** The words that announce the selected claim. */
  readonly cue: Span;
  /** A span that was just jumped to. */
  readonly flash: Span | null;
  /** What is proposed and not tagged. */
  readonly ghosts?: readonly Ghost[];
}

/** A run of text that is drawn alike. */
export interface Piece {
  /** Text offsets, half-open. */
  readonly from: number;
  readonly to: number;
  readonly className: string;
  /** The annotations that cover it, innermost first, joined by blanks; '' for a gap or a bare control character. */
  readonly ids: string;
  /** For screen readers: `actor in claim`. */
  readonly description: string;
  /** `by`, `to`, `at` where a related annotation begins, else ''. */
  readonly role: string;
  /** `by?` where proposed words begin, else ''. */
  readonly ghost: string;
  /** The name of a bidi control character that this piece consists of, else ''. */
  readonly control: string;
}

/** The most claims (and actors, venues) over one another that differ in looks. */
const DEPTHS: Readonly<Record<Kind, number>> = { actor: 2, claim: 3, venue: 2 };
const OUTSIDE_IN: readonly Kind[] = ['claim', 'venue', 'actor'];

interface Run {
  readonly start: number;
  readonly end: number;
  readonly annotation: Annotation | null;
  readonly type: 'mark' | 'gap' | 'cue' | 'flash' | 'control' | 'ghost';
  readonly control: string;
  /** Of proposed words: what they would be, and the label of their first fragment. */
  readonly ghost?: { readonly kind: Ghost['kind']; readonly label: string };
}

/**
 * Cuts one range of the text.
 * @param range half-open; within one paragraph
 * @param annotations those that meet it, in reading order
 * @returns pieces in text order; bare text has none
 */
export function cutPieces(
  text: string,
  range: Fragment,
  annotations: readonly Annotation[],
  emphasis: Emphasis,
): Piece[] {
  const runs = runsIn(text, range, annotations, emphasis);
  if (runs.length === 0) return [];
  const cuts = new Set<number>();
  for (const run of runs) {
    cuts.add(Math.max(run.start, range.start));
    cuts.add(Math.min(run.end, range.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const waiting = runs.toSorted((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let active: Run[] = [];
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] as number;
    const to = sorted[i + 1] as number;
    active = active.filter((run) => run.end > from);
    for (; next < waiting.length && (waiting[next] as Run).start <= from; next++) active.push(waiting[next] as Run);
    if (active.length > 0) pieces.push(piece(from, to, active, emphasis, pieces.at(-1)));
  }
  return pieces;
}

function runsIn(text: string, range: Fragment, annotations: readonly Annotation[], emphasis: Emphasis): Run[] {
  const runs: Run[] = [];
  const add = (
    start: number,
    end: number,
    type: Run['type'],
    annotation: Annotation | null = null,
    control = '',
  ): void => {
    if (start < range.end && end > range.start && start < end) runs.push({ start, end, annotation, type, control });
  };
  for (const annotation of annotations) {
    let last: number | null = null;
    for (const { start, end } of annotation.fragments) {
      add(start, end, 'mark', annotation);
      if (last !== null && annotation.id === emphasis.selectedId) add(last, start, 'gap', annotation);
      last = end;
    }
  }
  for (const { start, end } of emphasis.cue) add(start, end, 'cue');
  for (const { start, end } of emphasis.flash ?? []) add(start, end, 'flash');
  for (const { fragments, kind, label } of emphasis.ghosts ?? []) {
    for (const [i, { start, end }] of fragments.entries()) {
      if (start >= range.end || end <= range.start || start >= end) continue;
      const ghost = { kind, label: i === 0 ? label : '' };
      runs.push({ start, end, annotation: null, type: 'ghost', control: '', ghost });
    }
  }
  for (const { at, name } of bidiControls(text, range)) add(at, at + 1, 'control', null, name);
  return runs;
}

function piece(from: number, to: number, active: readonly Run[], emphasis: Emphasis, before: Piece | undefined): Piece {
  const marks = active.filter((run) => run.type === 'mark').sort(innermostFirst);
  const classes = ['an'];
  for (const kind of OUTSIDE_IN) classes.push(...kindClasses(kind, from, to, marks));
  if (claimWithinActor(marks)) classes.push('an-claim-within');
  if (before?.to === from) classes.push(...sideClasses(before.className));
  let role = '';
  for (const run of marks) {
    const { id, kind } = run.annotation as Annotation;
    if (id === emphasis.selectedId)
      classes.push('an-selected', `an-selected-${kind}`, ...ends('an-selected', run, from, to));
    const relation = emphasis.related.get(id);
    if (!relation) continue;
    classes.push('an-related', `an-related-${kind}`);
    if (run.start === from && spanStart((run.annotation as Annotation).fragments) === from)
      role ||= ROLE_WORD[relation];
  }
  let label = '';
  for (const run of active) {
    const { type, annotation, ghost } = run;
    if (ghost) {
      classes.push('an-ghost', `an-ghost-${ghost.kind}`, ...ends(`an-ghost-${ghost.kind}`, run, from, to));
      if (run.start === from) label ||= ghost.label;
    }
    if (type === 'gap') classes.push('an-gap', `an-gap-${annotation?.kind}`);
    if (type === 'cue') classes.push('an-cue');
    if (type === 'flash') classes.push('an-flash');
    if (type === 'control') classes.push('an-control');
  }
  return {
    from,
    to,
    className: classes.join(' '),
    ids: marks.map((run) => run.annotation?.id).join(' '),
    description: described(marks, active),
    role,
    ghost: label,
    control: active.find((run) => run.type === 'control')?.control ?? '',
  };
}

/** `actor in claim`; `proposed claim` for words that are no more than proposed. */
function described(marks: readonly Run[], active: readonly Run[]): string {
  const kinds = marks.map((run) => run.annotation?.kind ?? '');
  const proposed = active.flatMap(({ ghost }) => (ghost ? [`proposed ${ghost.kind}`] : []));
  return [...proposed, ...kinds].join(' in ');
}

/** `an-claim an-claim-2 an-claim-start`: the kind, how many deep, and where the outermost or an inner one has its ends. */
function kindClasses(kind: Kind, from: number, to: number, marks: readonly Run[]): string[] {
  const mine = marks.filter((run) => run.annotation?.kind === kind);
  const outermost = mine.at(-1);
  if (!outermost) return [];
  const name = `an-${kind}`;
  const classes = [name, ...ends(name, outermost, from, to)];
  if (mine.length > 1) classes.push(`${name}-${Math.min(mine.length, DEPTHS[kind])}`);
  const inner = mine.slice(0, -1);
  if (inner.some((run) => run.start === from)) classes.push(`${name}-inner-start`);
  if (inner.some((run) => run.end === to)) classes.push(`${name}-inner-end`);
  return classes;
}

/** Whether a claim lies in an actor, or on the very same words: its band has nowhere else to show. */
function claimWithinActor(marks: readonly Run[]): boolean {
  const actors = marks.filter((run) => run.annotation?.kind === 'actor');
  return marks.some(
    (claim) =>
      claim.annotation?.kind === 'claim' &&
      actors.some((actor) => actor.start <= claim.start && claim.end <= actor.end),
  );
}

/** A box's end stands over the beginning of what follows, whose ground would cover it: that one draws it too. */
function sideClasses(before: string): readonly string[] {
  const classes = before.split(' ');
  if (!classes.includes('an-actor-end')) return [];
  return classes.includes('an-selected-actor') ? ['an-after-actor', 'an-after-selected'] : ['an-after-actor'];
}

function ends(name: string, run: Run, from: number, to: number): string[] {
  const classes: string[] = [];
  if (run.start === from) classes.push(`${name}-start`);
  if (run.end === to) classes.push(`${name}-end`);
  return classes;
}

/** The shorter is the inner one; of two of a length the one that begins later, then actor and venue before claim. */
function innermostFirst(a: Run, b: Run): number {
  const x = a.annotation as Annotation;
  const y = b.annotation as Annotation;
  return (
    spanLength(x.fragments) - spanLength(y.fragments) ||
    spanEnd(x.fragments) - spanStart(x.fragments) - (spanEnd(y.fragments) - spanStart(y.fragments)) ||
    b.start - a.start ||
    Number(x.kind === 'claim') - Number(y.kind === 'claim')
  );
}
