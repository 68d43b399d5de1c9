import { grid } from '../grid.ts';
import type { Quality } from '../quality.ts';
import { heldOutGold, sampleGold, seenGold } from './gold.ts';
import { f1, type Figure, measureProposals, precision, type ProposalFigures, recall } from './measure.ts';

/** Precision and recall of proposals on the sample and on articles that no rule was written for, with a table a rule. */
export function proposalsQuality(): Quality {
  const sets = {
    sample: measureProposals(sampleGold()),
    seen: measureProposals(seenGold()),
    'held-out': measureProposals(heldOutGold()),
  };
  const text = Object.entries(sets)
    .map(([name, figures]) => setText(name, figures))
    .join('\n\n');
  const figures = Object.fromEntries(Object.entries(sets).map(([name, { wrong: _wrong, ...rest }]) => [name, rest]));
  return { text, figures };
}

function setText(name: string, figures: ProposalFigures): string {
  const all = grid([
    [`Proposals, ${name}`, 'proposed', 'right', 'by hand', 'precision', 'recall', 'F1'],
    row('claim, words overlap', figures.claims),
    row('claim, the very words', figures.exact),
    row('its speaker', figures.speakers),
    row('its venue', figures.venues),
  ]);
  const claims = grid([
    ['claim by rule', 'proposed', 'right', 'exact', 'precision'],
    ...figures.claimRules
      .filter(({ proposed }) => proposed > 0)
      .map(({ rule, proposed, right, exact }) => [rule, `${proposed}`, `${right}`, `${exact}`, share(right, proposed)]),
  ]);
  const others = grid([
    ['speaker and venue by rule', 'proposed', 'right', 'precision'],
    ...[...figures.speakerRules, ...figures.venueRules]
      .filter(({ proposed }) => proposed > 0)
      .map(({ rule, proposed, right }) => [rule, `${proposed}`, `${right}`, share(right, proposed)]),
  ]);
  const wrong = figures.wrong.map((line) => `  ${line}`).join('\n');
  return [all, claims, others, ...(wrong === '' ? [] : [`What went wrong:\n${wrong}`])].join('\n\n');
}

function row(what: string, figure: Figure): string[] {
  const { proposed, right, gold } = figure;
  const [p, r, both] = [precision(figure), recall(figure), f1(figure)].map((value) => value.toFixed(2));
  return [what, `${proposed}`, `${right}`, `${gold}`, p ?? '', r ?? '', both ?? ''];
}

function share(right: number, proposed: number): string {
  return (right / proposed).toFixed(2);
}
