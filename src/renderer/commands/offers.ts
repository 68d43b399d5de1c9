import type { Kind } from '../../shared/model/kind.ts';
import type { Ghost } from '../editor/face.ts';
import type { CommandContext } from './command.ts';

/*
 * What Parley offers and the analyst takes or waves away with one key: who a mention is, who says a claim, a quotation that
 * may be one. Each feature that offers something is a source; the key speaks of the first that has an offer now. Nothing
 * is written before it is taken.
 */

/** A part of an offer that may be taken alone. */
export interface OfferPart {
  readonly id: string;
  /** The small word before it: `by`, `at`. */
  readonly word: string;
  /** The words that would be tagged or linked. */
  readonly words: string;
  /** As what they would be tagged; null: as nothing. */
  readonly kind: Kind | null;
  /** Why it is offered, in plain words. */
  readonly reason: string;
  /** Takes this part alone, as one act; none: it goes with the whole. */
  accept?(context: CommandContext): Promise<void>;
}

export interface Offer {
  /** What taking it does, as a button says it: `Link to Adra Solène`. */
  readonly title: string;
  /** Why it is offered: `same name as in 3 other articles`. */
  readonly reason: string;
  /** Equal for two offers of the same thing: the same offer then stays in sight. None: a new one each time. */
  readonly sign?: string;
  /** Words of the claim that is offered; none: it is about what is selected. */
  readonly quote?: string;
  /** What it consists of, when it is more than one thing. */
  readonly parts?: readonly OfferPart[];
  /** Where in the text it lies: drawn as what isn't tagged yet. */
  readonly ghosts?: readonly Ghost[];
  /** `3 of 7`: which of how many. */
  readonly count?: string;
  /** Takes it, as one act. Takes a turn itself. */
  accept(context: CommandContext): Promise<void>;
  /** Waves it away; it isn't offered again. Takes a turn itself. */
  dismiss(context: CommandContext): Promise<void>;
  /** Takes it in hand so that its words can be changed first; none: they can't. */
  change?(context: CommandContext): void;
}

export interface OfferSource {
  readonly id: string;
  /** What is offered now: of the selected annotation, or of the open article. Cheap: asked at each key. */
  current(context: CommandContext): Offer | null;
  /** Waits for what is still being looked for; a key pressed meanwhile speaks of what is found. None: it is always there. */
  ready?(context: CommandContext): Promise<void>;
}

/** The first offer of these sources, or null. */
export function firstOffer(sources: readonly OfferSource[], context: CommandContext): Offer | null {
  for (const source of sources) {
    const offer = source.current(context);
    if (offer) return offer;
  }
  return null;
}
