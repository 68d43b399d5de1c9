import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill, type Role } from '../../shared/model/role.ts';
import { sentenceAround } from '../../shared/text/segments.ts';
import { type Fragment, spanContains, spanEnd, spanStart, spanText } from '../../shared/text/span.ts';
import { type OpenText, paragraphHolding } from './text.ts';

/** An actor or venue that may fill a role. */
export interface Candidate {
  readonly annotation: Annotation;
  readonly words: string;
  /** Why it stands where it does: `same sentence`, `already by in another claim`, or ''. */
  readonly why: string;
}

/** A name that fills the same role elsewhere in the article counts as this many units nearer. */
const USED = 200;
/** A name inside the claim's own words is seldom who says it: it counts as this many units further. */
const INSIDE = 150;

/**
 * What could fill a role of a claim, the likeliest first: in the sentence around the claim, then by distance in the text,
 * names that already fill this role in another claim nearer. Of several mentions with the same words the nearest stands for
 * all. What fills the role already is left out.
 * @param annotations all of the layer, in reading order
 * @param links all of the article
 */
export function candidates(
  open: OpenText,
  claim: Annotation,
  role: Role,
  annotations: readonly Annotation[],
  links: Iterable<Link>,
): readonly Candidate[] {
  const words = (annotation: Annotation) => spanText(open.text, annotation.fragments, ' … ').replace(/\s+/gu, ' ');
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const used = new Set<string>();
  const filled = new Set<string>();
  for (const link of links) {
    if (link.role !== role) continue;
    const target = byId.get(link.targetId);
    if (link.claimId === claim.id) filled.add(link.targetId);
    else if (target) used.add(fold(words(target)));
  }
  const sentence = sentenceOf(open, claim);
  const nearest = new Map<string, { readonly candidate: Candidate; readonly rank: number }>();
  for (const annotation of annotations) {
    if (!mayFill(role, annotation.kind) || filled.has(annotation.id)) continue;
    const name = words(annotation);
    const key = fold(name);
    const inside = spanContains(claim.fragments, annotation.fragments);
    const beside = !inside && spanContains([sentence], annotation.fragments);
    const known = used.has(key);
    const distance = gap(claim, annotation) + (inside ? INSIDE : 0) - (known ? USED : 0);
    const rank = beside ? distance - 1_000_000 : distance;
    const earlier = nearest.get(key);
    if (earlier && earlier.rank <= rank) continue;
    const why = beside ? 'same sentence' : known ? 'in this role elsewhere' : inside ? 'inside the claim' : '';
    nearest.set(key, { candidate: { annotation, words: name, why }, rank });
  }
  return [...nearest.values()].sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

/** Those of the candidates whose words hold what was typed, ignoring case and accents. */
export function filtered<C extends Candidate>(list: readonly C[], typed: string): readonly C[] {
  const wanted = fold(typed);
  return wanted === '' ? list : list.filter(({ words }) => fold(words).includes(wanted));
}

/** The sentences that the claim begins and ends in. */
function sentenceOf(open: OpenText, claim: Annotation): Fragment {
  const ends = [claim.fragments[0], claim.fragments.at(-1)].map((fragment) => {
    if (!fragment) return null;
    const paragraph = paragraphHolding(open.text, fragment.start);
    return sentenceAround(
      open.text,
      paragraph,
      { start: fragment.start, end: Math.min(fragment.end, paragraph.end) },
      open.locale,
    );
  });
  return {
    start: Math.min(spanStart(claim.fragments), ends[0]?.start ?? Number.POSITIVE_INFINITY),
    end: Math.max(spanEnd(claim.fragments), ends[1]?.end ?? 0),
  };
}

/** Units of text between the two, 0 when they meet. */
function gap(a: Annotation, b: Annotation): number {
  return Math.max(0, spanStart(b.fragments) - spanEnd(a.fragments), spanStart(a.fragments) - spanEnd(b.fragments));
}

function fold(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
