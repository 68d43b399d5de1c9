import type { Kind } from '../../shared/model/kind.ts';
import { perDatabase } from './prepared.ts';

/** How many annotations of one kind a coder has in an article. */
export type LayerSum = [articleId: string, coderId: string, kind: Kind, count: number];

export interface LayerSums {
  /** Every layer's sums, by article; the same list until something changes. */
  all(): readonly LayerSum[];
}

/**
 * What is coded where, in numbers: one pass over the index of layers, in its own order, kept for as long as nothing changes.
 * Counts by coder, kind and outlet come from it; rows of annotations aren't read.
 */
export const layerSums = perDatabase((db): LayerSums => {
  const changes = db.prepare('SELECT total_changes()').pluck();
  const sums = db
    .prepare(`SELECT article_id, coder_id, kind, count(*) FROM annotation INDEXED BY annotation_by_layer
      GROUP BY article_id, coder_id, kind`)
    .raw();
  let kept: readonly LayerSum[] = [];
  let state: unknown = null;
  return {
    all() {
      const now = changes.get();
      if (now !== state) {
        kept = sums.all() as LayerSum[];
        state = now;
      }
      return kept;
    },
  };
});
