import { CLAIM_REASON, type ClaimRule } from '../../../shared/propose/proposal.ts';
import { resolveRules } from '../../../shared/resolve/rules.ts';
import { useStore } from '../../store/store.ts';
import css from './offers.module.css';

/** How many of each rule's proposals the coder has taken, the most used rule first. */
export function StatsTable() {
  const stats = useStore((store) => store.proposals.stats);
  const rows = Object.entries(stats)
    .map(([rule, { accepted, changed, dismissed }]) => ({
      rule,
      taken: accepted + changed,
      all: accepted + changed + dismissed,
    }))
    .filter(({ all }) => all > 0)
    .sort((a, b) => b.all - a.all);
  return (
    <dl className={css.statsList}>
      {rows.map(({ rule, taken, all }) => (
        <div key={rule} className={css.statsRow}>
          <dt>{ruleName(rule)}</dt>
          <dd>
            {taken.toLocaleString('en-GB')} of {all.toLocaleString('en-GB')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ruleName(rule: string): string {
  if (rule.startsWith(OF_ENTITIES)) return entityRuleName(rule.slice(OF_ENTITIES.length));
  return CLAIM_REASON[rule as ClaimRule] ?? 'the nearest name';
}

/** How rules by which an entity was offered are kept. */
const OF_ENTITIES = 'entity-';

function entityRuleName(rule: string): string {
  return `who or what: ${resolveRules.find(({ id }) => id === rule)?.title ?? 'a new name'}`;
}
