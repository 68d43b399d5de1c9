import { isOwnLayer } from '../store/state.ts';
import type { Store } from '../store/types.ts';
import type { Command, CommandContext } from './command.ts';
import { firstOffer, type Offer, type OfferSource } from './offers.ts';
import { entitySource } from './entities/offers.ts';
import { claimPartsSource } from './proposals/claim-parts.ts';
import { likelyClaimsSource } from './proposals/likely-claims.ts';

/** Everything that offers something, the nearest to what is selected first. */
export const offerSources: readonly OfferSource[] = [entitySource, claimPartsSource, likelyClaimsSource];

interface Seen {
  state: Store | null;
  offer: Offer | null;
}

const seen = new WeakMap<CommandContext, Seen>();

/** What is offered now. The same object as long as the same thing is offered, where its source says what that is. */
export function currentOffer(context: CommandContext): Offer | null {
  const state = context.store.getState();
  const last = seen.get(context) ?? { state: null, offer: null };
  if (last.state === state) return last.offer;
  const offer = firstOffer(offerSources, context);
  const same = offer?.sign !== undefined && offer.sign === last.offer?.sign;
  const now = { state, offer: same ? last.offer : offer };
  seen.set(context, now);
  return now.offer;
}

const acts = new WeakMap<CommandContext, Promise<void>>();

/**
 * Does something with what is offered once every key before has had its effect: `2`, `2`, `Y` pressed in one breath means the
 * offer of the claim that the first two have tagged.
 */
function withOffer(context: CommandContext, act: (offer: Offer) => Promise<void> | void): Promise<void> {
  const { open } = context.store.getState();
  const before = acts.get(context) ?? Promise.resolve();
  const mine = before.then(async () => {
    await context.turn(() => Promise.resolve());
    // One after the other: what comes first needn't wait for what is looked for behind it.
    for (const source of offerSources) {
      await source.ready?.(context);
      if (source.current(context)) break;
    }
    const now = context.store.getState();
    if (now.open?.article.id !== open?.article.id) return;
    const offer = currentOffer(context);
    if (offer) await act(offer);
    else now.say('Nothing is offered here.');
  });
  acts.set(
    context,
    mine.catch(() => undefined),
  );
  return mine;
}

const isDue = ({ store }: CommandContext): boolean => isOwnLayer(store.getState());

/** For the palette; a key pressed while something is still looked for waits for it. */
function nothingOffered(context: CommandContext): string | null {
  return currentOffer(context) ? null : 'Nothing is offered now.';
}

/** One key takes what is offered, one waves it away. */
export const offerCommands: readonly Command[] = [
  {
    id: 'offer-accept',
    short: 'yes',
    title: 'Yes: take what is offered',
    group: 'Propose',
    keys: ['Y'],
    where: 'code',
    when: isDue,
    whyNot: nothingOffered,
    run: (context) => withOffer(context, (offer) => offer.accept(context)),
  },
  {
    id: 'offer-first-part',
    title: 'Yes, but only its first part',
    group: 'Propose',
    keys: ['Shift+Y'],
    where: 'code',
    when: isDue,
    whyNot: nothingOffered,
    run: (context) =>
      withOffer(context, (offer) => {
        const part = offer.parts?.find(({ accept }) => accept !== undefined);
        return part?.accept ? part.accept(context) : offer.accept(context);
      }),
  },
  {
    id: 'offer-dismiss',
    short: 'no',
    title: 'No: don’t offer this again',
    group: 'Propose',
    keys: ['N'],
    where: 'code',
    when: isDue,
    whyNot: nothingOffered,
    run: (context) => withOffer(context, (offer) => offer.dismiss(context)),
  },
  {
    id: 'offer-change',
    title: 'Change the words of what is offered before taking it',
    group: 'Propose',
    keys: ['W'],
    where: 'code',
    when: isDue,
    whyNot: nothingOffered,
    run: (context) =>
      withOffer(context, (offer) => {
        if (offer.change) offer.change(context);
        else context.store.getState().say('Its words can’t be changed: take it or not.');
      }),
  },
];
