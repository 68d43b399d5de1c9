import { compareSpans } from '../text/span.ts';
import { type Finding, RULE_IDS } from '../model/finding.ts';
import { LintLayer, type LintSource } from './layer.ts';
import type { Rule } from './rule.ts';
import { rules as everyRule } from './rules/all.ts';

/** What the rules find in one coder's coding of an article, in reading order. Two of one rule and key are one. */
export function lint(source: LintSource, rules: readonly Rule[] = everyRule): readonly Finding[] {
  const layer = new LintLayer(source);
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    for (const one of rule.find(layer)) {
      const name = `${rule.id} ${one.key}`;
      if (!found.has(name)) found.set(name, { rule: rule.id, ...one });
    }
  }
  return [...found.values()].sort(
    (a, b) => compareSpans(a.span, b.span) || RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule),
  );
}
