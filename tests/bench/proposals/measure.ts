import { LanguageSchema } from '../../../src/shared/propose/language.ts';
import { type Proposal, CLAIM_RULES, SPEAKER_RULES, VENUE_RULES } from '../../../src/shared/propose/proposal.ts';
import { propose } from '../../../src/shared/propose/propose.ts';
import { foldWords } from '../../../src/shared/text/fold.ts';
import { type Fragment, normaliseSpan, type Span, spanLength, spanText } from '../../../src/shared/text/span.ts';
import { type GoldArticle, type GoldClaim, readLanguages } from './gold.ts';

/** How many were proposed, how many of them are right, and how many a hand found. */
export interface Figure {
  readonly proposed: number;
  readonly right: number;
  readonly gold: number;
}

export interface RuleFigure {
  readonly rule: string;
  readonly proposed: number;
  readonly right: number;
}

export interface ProposalFigures {
  /** Claims whose words overlap a hand's by more than half of both together. */
  readonly claims: Figure;
  /** Claims with the very words, quotation marks and stops around them left aside. */
  readonly exact: Figure;
  /** Of the claims found: who says it. */
  readonly speakers: Figure;
  /** Of the claims found: where. */
  readonly venues: Figure;
  readonly claimRules: readonly (RuleFigure & { readonly exact: number })[];
  readonly speakerRules: readonly RuleFigure[];
  readonly venueRules: readonly RuleFigure[];
  /** What was missed, proposed wrongly, or with a wrong speaker, in words. */
  readonly wrong: readonly string[];
}

export function precision({ proposed, right }: Figure): number {
  return proposed === 0 ? 1 : right / proposed;
}

export function recall({ gold, right }: Figure): number {
  return gold === 0 ? 1 : right / gold;
}

/** The harmonic mean of both. */
export function f1(figure: Figure): number {
  const [p, r] = [precision(figure), recall(figure)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

interface Pair {
  readonly article: GoldArticle;
  readonly proposal: Proposal;
  readonly gold: GoldClaim | null;
}

/** The proposer over gold: what it finds, claim by claim, and each rule's share. */
export function measureProposals(articles: readonly GoldArticle[]): ProposalFigures {
  const languages = readLanguages().map((file) => LanguageSchema.parse(file));
  const pairs: Pair[] = [];
  const missed: string[] = [];
  let gold = 0;
  for (const article of articles) {
    const { proposals } = propose({ text: article.text, title: article.title, language: 'en' }, languages);
    const free = new Set(article.claims);
    gold += free.size;
    for (const proposal of proposals) {
      const best = [...free]
        .map((claim) => ({ claim, share: overlap(claim.claim, proposal.claim) }))
        .sort((a, b) => b.share - a.share)[0];
      const found = best && best.share >= 0.5 ? best.claim : null;
      if (found) free.delete(found);
      pairs.push({ article, proposal, gold: found });
    }
    for (const { claim } of free) missed.push(`missed in ${article.name}: ${words(article.text, claim)}`);
  }
  const found = pairs.filter((pair) => pair.gold !== null);
  const withSpeaker = found.filter(({ proposal }) => proposal.speaker !== null);
  const withVenue = found.filter(({ proposal }) => proposal.venue !== null);
  return {
    claims: { proposed: pairs.length, right: found.length, gold },
    exact: { proposed: pairs.length, right: found.filter(isExact).length, gold },
    speakers: { proposed: withSpeaker.length, right: withSpeaker.filter(hasSpeaker).length, gold: found.length },
    venues: {
      proposed: withVenue.length,
      right: withVenue.filter(hasVenue).length,
      gold: found.filter((pair) => (pair.gold?.venues.length ?? 0) > 0).length,
    },
    claimRules: byRule(CLAIM_RULES, pairs, ({ proposal }) => proposal.rule, isFound).map((row) => ({
      ...row,
      exact: pairs.filter((pair) => pair.proposal.rule === row.rule && isExact(pair)).length,
    })),
    speakerRules: byRule(SPEAKER_RULES, withSpeaker, ({ proposal }) => proposal.speakerRule, hasSpeaker),
    venueRules: byRule(VENUE_RULES, withVenue, ({ proposal }) => proposal.venueRule, hasVenue),
    wrong: [
      ...missed,
      ...pairs
        .filter((pair) => !isFound(pair))
        .map(
          ({ article, proposal }) =>
            `no claim in ${article.name}: ${words(article.text, proposal.claim)} (${proposal.rule})`,
        ),
      ...withSpeaker
        .filter((pair) => !hasSpeaker(pair))
        .map(
          ({ article, proposal, gold: claim }) =>
            `wrong speaker in ${article.name}: ${part(article.text, proposal.speaker)} for ${claim?.speaker} (${proposal.speakerRule})`,
        ),
      ...withVenue
        .filter((pair) => !hasVenue(pair))
        .map(
          ({ article, proposal, gold: claim }) =>
            `wrong venue in ${article.name}: ${part(article.text, proposal.venue)} for ${claim?.venues[0] ?? 'none'} (${proposal.venueRule})`,
        ),
    ],
  };
}

const isFound = ({ gold }: Pair): boolean => gold !== null;

function isExact({ article, proposal, gold }: Pair): boolean {
  return gold !== null && bare(article.text, gold.claim) === bare(article.text, proposal.claim);
}

/** The same name: one's words end like the other's, or hold them. */
function hasSpeaker({ article, proposal, gold }: Pair): boolean {
  return gold !== null && alike(part(article.text, proposal.speaker), gold.speaker);
}

function hasVenue({ article, proposal, gold }: Pair): boolean {
  return gold?.venues.some((venue) => alike(part(article.text, proposal.venue), venue)) ?? false;
}

function alike(one: string, other: string): boolean {
  const [a, b] = [key(one), key(other)];
  if (a === '' || b === '') return false;
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `) || last(a) === last(b);
}

function key(words: string): string {
  return foldWords(words).replace(/^(?:the|a|an|his|her|its) /u, '');
}

/** The last name. */
const last = (words: string): string => words.split(' ').at(-1) ?? '';

function byRule(
  rules: readonly string[],
  pairs: readonly Pair[],
  ruleOf: (pair: Pair) => string | null,
  isRight: (pair: Pair) => boolean,
): RuleFigure[] {
  return rules.map((rule) => {
    const own = pairs.filter((pair) => ruleOf(pair) === rule);
    return { rule, proposed: own.length, right: own.filter(isRight).length };
  });
}

/** What both cover, as a share of what either covers. */
function overlap(a: Span, b: Span): number {
  const either = spanLength(normaliseSpan([...a, ...b]));
  return (spanLength(a) + spanLength(b) - either) / either;
}

function bare(text: string, span: Span): string {
  return span
    .map(({ start, end }) => {
      const inside = text.slice(start, end);
      const lead = /^[^\p{L}\p{N}]*/u.exec(inside)?.[0].length ?? 0;
      const tail = /[^\p{L}\p{N}]*$/u.exec(inside)?.[0].length ?? 0;
      return `${start + lead}-${end - tail}`;
    })
    .join(',');
}

function words(text: string, span: Span): string {
  return spanText(text, span, ' … ').replace(/\s+/gu, ' ');
}

function part(text: string, fragment: Fragment | null): string {
  return fragment ? text.slice(fragment.start, fragment.end) : '';
}
