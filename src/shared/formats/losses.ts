import type { Corpus, Loss } from './format.ts';

/** Counts what is dropped, by name. */
export interface LossCounter {
  add(what: string, detail: string, count?: number): void;
  /** What was counted, the largest first, nothing at 0. */
  list(): readonly Loss[];
}

/** Counts what is lost, by what it is; the largest is listed first. */
export function lossCounter(): LossCounter {
  const counted = new Map<string, { readonly what: string; readonly detail: string; count: number }>();
  return {
    add(what, detail, count = 1) {
      const known = counted.get(what);
      if (known) known.count += count;
      else counted.set(what, { what, detail, count });
    },
    list() {
      const losses = [...counted.values()].filter((loss) => loss.count > 0);
      return losses.sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
    },
  };
}

/**
 * Counts what no format here keeps: coders who coded nothing, which of two has a name that both have, and what was decided
 * about proposals, findings and names that are alike.
 */
export function countProjectLosses({ coders, coded, verdicts }: Corpus, losses: LossCounter): void {
  losses.add(
    'Decisions on proposals and findings',
    'What was accepted, dismissed or told apart stays in the project: it is of the work, not of the dataset.',
    verdicts,
  );
  const byName = new Map<string, number>();
  for (const coder of coders) {
    if (!coded.has(coder.id)) losses.add('Coders who tagged nothing', 'Coders are read back from what they tagged.');
    else byName.set(coder.name, (byName.get(coder.name) ?? 0) + 1);
  }
  for (const count of byName.values()) {
    if (count > 1)
      losses.add('Coders who share a name', 'They are read back as one coder. Give each a name of their own.', count);
  }
}
