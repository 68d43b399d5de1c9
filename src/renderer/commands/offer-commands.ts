import type { Command, CommandContext } from './command.ts';
import { firstOffer, type OfferSource } from './offers.ts';

/** Everything that offers something, the nearest to what is selected first. */
export const offerSources: readonly OfferSource[] = [];

const current = (context: CommandContext) => firstOffer(offerSources, context);

/** One key takes what is offered, one waves it away. */
export const offerCommands: readonly Command[] = [
  {
    id: 'offer-accept',
    short: 'yes',
    title: 'Yes: take what is offered',
    group: 'Link',
    keys: ['Y'],
    where: 'code',
    when: (context) => current(context) !== null,
    run: (context) => current(context)?.accept(context),
  },
  {
    id: 'offer-dismiss',
    short: 'no',
    title: 'No: don’t offer this again',
    group: 'Link',
    keys: ['N'],
    where: 'code',
    when: (context) => current(context) !== null,
    run: (context) => current(context)?.dismiss(context),
  },
];
