import { CLAIM_REASON, type ClaimRule } from '../../../shared/propose/proposal.ts';
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
  return CLAIM_REASON[rule as ClaimRule] ?? 'the nearest name';
}
