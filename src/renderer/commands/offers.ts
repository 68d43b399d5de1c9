import type { CommandContext } from './command.ts';

/*
 * What Parley offers and the analyst takes or waves away with one key: who a mention is, who says a claim, a quotation that
 * may be one. Each feature that offers something is a source; the key speaks of the first that has an offer now. Nothing
 * is written before it is taken.
 */

export interface Offer {
  /** What taking it does, as a button says it: `Link to Adra Solène`. */
  readonly title: string;
  /** Why it is offered: `same name as in 3 other articles`. */
  readonly reason: string;
  /** Takes it, as one act. */
  accept(context: CommandContext): Promise<void>;
  /** Waves it away; it isn't offered again. */
  dismiss(context: CommandContext): Promise<void>;
}

export interface OfferSource {
  readonly id: string;
  /** What is offered now: of the selected annotation, or of the open article. Cheap: asked at each key. */
  current(context: CommandContext): Offer | null;
}

/** The first offer of these sources, or null. */
export function firstOffer(sources: readonly OfferSource[], context: CommandContext): Offer | null {
  for (const source of sources) {
    const offer = source.current(context);
    if (offer) return offer;
  }
  return null;
}
