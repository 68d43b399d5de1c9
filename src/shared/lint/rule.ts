import type { Finding, RuleId } from '../model/finding.ts';
import type { LintLayer } from './layer.ts';

/** What finds one kind of slip. */
export interface Rule {
  readonly id: RuleId;
  /** As a heading has it: `Claim without a claimant`. */
  readonly title: string;
  /** Why it matters, and when it may be left. */
  readonly explanation: string;
  find(layer: LintLayer): Iterable<Omit<Finding, 'rule'>>;
}
