import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/link.ts';
import { mayFill, type Role } from '../../shared/model/role.ts';
import { sentenceAround } from '../../shared/text/segments.ts';
import { type Fragment, type Span, spanContains, spanEnd, spanStart } from '../../shared/text/span.ts';
import { unitsFrom } from '../../shared/text/units.ts';
import { lineOf, type OpenText, paragraphHolding, unitText } from './text.ts';
import { foldWords } from '../../shared/text/fold.ts';

/** An actor or venue that may fill a role, or words that look like a name and aren't tagged yet. */
export interface Candidate {
  /** Null: it would be tagged first. */
  readonly annotation: Annotation | null;
  readonly fragments: Span;
  readonly words: string;
  /** Why it stands where it does: `same sentence`, `already by in another claim`, or ''. */
  readonly why: string;
}

/** A name that fills the same role elsewhere in the article counts as this many units nearer. */
const USED = 120;
/** Names further from the claim than this (UTF-16 units) and not tagged aren't offered. */
const NEAR = 400;
/**
 * Who claims something is seldom named behind one of these (“the envoy of Oster”, “told Radio Meridian”): such a name counts as
 * this many units further.
 */
const BEHIND = 200;
const NO_SUBJECT =
  /(?<![\p{L}\p{N}])(?:of|in|at|from|to|with|for|on|about|against|into|near|under|told|her|his|von|aus|bei|mit|im|zu|de|du|des|à|en|di|del)(?:\s+(?:the|a|an|his|her|its|der|die|das|dem|den|la|le|les|el|los|las))?(?:\s+\p{Ll}+)?\s+$/u;
/** A name inside the claim's own words is seldom who says it: it counts as this many units further. */
const INSIDE = 150;

/**
 * What could fill a role of a claim, the likeliest first: in the sentence around the claim, then by distance in the text,
 * names that already fill this role in another claim nearer. Of several mentions with the same words the nearest stands for
 * all, a tagged one before one that isn't tagged. What fills the role already is left out.
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
  const words = (span: Span) => lineOf(open.text, span);
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const used = new Set<string>();
  const filled = new Set<string>();
  for (const { role: other, claimId, targetId } of links) {
    if (other !== role) continue;
    const target = byId.get(targetId);
    if (claimId === claim.id) filled.add(targetId);
    else if (target) used.add(foldWords(words(target.fragments)));
  }
  const sentence = sentenceOf(open, claim);
  /** How near a mention is, the nearest the least, and why. */
  const placed = (span: Span): { readonly rank: number; readonly why: string } => {
    const inside = spanContains(claim.fragments, span);
    const beside = !inside && spanContains([sentence], span);
    const known = used.has(foldWords(words(span)));
    const before = open.text.slice(Math.max(0, spanStart(span) - 40), spanStart(span));
    const object = role === 'claimant' && NO_SUBJECT.test(before);
    const further = (inside ? INSIDE : 0) + (object ? BEHIND : 0) - (known ? USED : 0);
    const distance = gap(claim.fragments, span) + further;
    const why = beside ? 'same sentence' : known ? 'in this role elsewhere' : inside ? 'inside the claim' : '';
    return { rank: beside ? distance - 1_000_000 : distance, why };
  };
  const nearest = new Map<string, { readonly candidate: Candidate; readonly rank: number }>();
  for (const annotation of annotations) {
    const { id, kind, fragments } = annotation;
    if (!mayFill(role, kind) || filled.has(id)) continue;
    const name = words(fragments);
    const { rank, why } = placed(fragments);
    const earlier = nearest.get(foldWords(name));
    if (earlier && earlier.rank <= rank) continue;
    nearest.set(foldWords(name), { candidate: { annotation, fragments, words: name, why }, rank });
  }
  const taken = new Set([...filled].map((id) => foldWords(words(byId.get(id)?.fragments ?? []))));
  // What is tagged as something else has been decided on.
  const tagged = annotations.filter(({ kind }) => kind !== 'claim').flatMap(({ fragments }) => fragments);
  for (const name of namesNear(open, claim.fragments)) {
    const key = foldWords(words([name]));
    if (taken.has(key) || tagged.some((one) => meet(one, name))) continue;
    const { rank, why } = placed([name]);
    const earlier = nearest.get(key);
    if (earlier && earlier.rank <= rank) continue;
    const { annotation = null, fragments = [name], words: own = words([name]) } = earlier?.candidate ?? {};
    const reason = annotation ? why : [why, 'not tagged yet'].filter((part) => part !== '').join(', ');
    nearest.set(key, { candidate: { annotation, fragments, words: own, why: reason }, rank });
  }
  return [...nearest.values()].sort((a, b) => a.rank - b.rank).map(({ candidate }) => candidate);
}

/** What looks like a name and stands near a claim's words. */
function namesNear(open: OpenText, claim: Span): readonly Fragment[] {
  const source = unitText(open);
  const found: Fragment[] = [];
  for (const way of [-1, 1] as const) {
    for (const name of unitsFrom(source, 'name', spanStart(claim), way)) {
      if (way < 0 ? spanStart(claim) - name.end > NEAR : name.start - spanEnd(claim) > NEAR) break;
      // Names around the place where both walks begin come in each.
      if (way < 0 ? name.start < spanStart(claim) : name.start >= spanStart(claim)) found.push(name);
    }
  }
  return found;
}

function meet(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Those of the candidates whose words hold what was typed, ignoring case and accents. */
export function filtered<C extends Candidate>(list: readonly C[], typed: string): readonly C[] {
  const wanted = foldWords(typed);
  return wanted === '' ? list : list.filter(({ words }) => foldWords(words).includes(wanted));
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
function gap(a: Span, b: Span): number {
  return Math.max(0, spanStart(b) - spanEnd(a), spanStart(a) - spanEnd(b));
}
