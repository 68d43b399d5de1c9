import { clearCandidate, proposeEntities } from '../../src/shared/resolve/propose.ts';
import { memoryIndex } from '../../src/shared/resolve/memory-index.ts';
import { type Candidate, RULE_IDS, type RuleId } from '../../src/shared/model/entity-candidate.ts';
import { grid } from './grid.ts';
import { GOLD_LIST, GOLD_MENTIONS, type GoldMention } from './resolver-gold.ts';

/** How often a rule’s offers were right, and what it alone brought. */
export interface RuleFigures {
  readonly rule: RuleId | 'all';
  /** Mentions for which the first candidate came by this rule and stood alone. */
  readonly offered: number;
  readonly right: number;
}

export interface ResolverFigures {
  readonly rules: readonly RuleFigures[];
  /** Mentions that have an entity, and for how many it was offered alone, or among the candidates. */
  readonly known: number;
  readonly offeredRight: number;
  readonly amongThem: number;
  /** Each mention that went wrong, in words. */
  readonly wrong: readonly string[];
}

/** The resolver over its gold. */
export function measureResolver(): ResolverFigures {
  const index = memoryIndex(GOLD_LIST);
  const offered = new Map<RuleId | 'all', { offered: number; right: number }>();
  const wrong: string[] = [];
  let known = 0;
  let offeredRight = 0;
  let amongThem = 0;
  for (const gold of GOLD_MENTIONS) {
    const { text = '', others = [], linked = [] } = gold;
    const candidates = proposeEntities(gold, { text, others, linked, language: 'en' }, index);
    const first = clearCandidate(candidates);
    const right = isRight(gold, candidates, first);
    if (!right) wrong.push(`${gold.kind} ${gold.words}: ${first?.name ?? 'nothing'} (${first?.rule ?? '–'})`);
    if (typeof gold.is === 'string') {
      known++;
      if (right) offeredRight++;
      if (candidates.some(({ entityId }) => entityId === gold.is)) amongThem++;
    }
    if (!first || first.rule === 'new') continue;
    for (const rule of ['all', first.rule] as const) {
      const row = offered.get(rule) ?? { offered: 0, right: 0 };
      offered.set(rule, { offered: row.offered + 1, right: row.right + (right ? 1 : 0) });
    }
  }
  const rules = ([...RULE_IDS, 'all'] as const).map((rule) => ({
    rule,
    ...(offered.get(rule) ?? { offered: 0, right: 0 }),
  }));
  return { rules, known, offeredRight, amongThem, wrong };
}

function isRight({ is }: GoldMention, candidates: readonly Candidate[], first: Candidate | null): boolean {
  if (typeof is === 'string') return first?.entityId === is;
  if (first !== null) return false;
  return is === null || is.every((id) => candidates.some(({ entityId }) => entityId === id));
}

/** The resolver’s figures for the bench. */
export function resolverQuality(): { readonly text: string; readonly figures: unknown } {
  const { rules, known, offeredRight, amongThem, wrong } = measureResolver();
  const table = grid([
    ['who a mention is, rule by rule', 'offered', 'right', 'precision', 'of all known'],
    ...rules.map(({ rule, offered, right }) => [
      rule,
      String(offered),
      String(right),
      share(right, offered),
      share(right, known),
    ]),
  ]);
  const text = [
    table,
    `Of ${known} mentions that have an entity it is offered alone for ${offeredRight}, and among the candidates for ${amongThem}.`,
    ...wrong.map((one) => `Not right: ${one}`),
  ];
  return { text: text.join('\n'), figures: { rules, known, offeredRight, amongThem } };
}

function share(part: number, all: number): string {
  return all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
}
