import { Sparkle } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { offerCommands } from '../../commands/offer-commands.ts';
import type { Offer, OfferPart } from '../../commands/offers.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KindChip } from '../parts/KindChip.tsx';
import css from './offers.module.css';

/**
 * What is offered now: what taking it would do, why, its parts (each may be taken alone), and the keys. Dotted like its words in
 * the text: nothing of it is kept yet.
 */
export function OfferCard({ offer }: { readonly offer: Offer }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const run = (id: string) => () => void offerCommands.find((command) => command.id === id)?.run(context);
  const { parts = [] } = offer;
  return (
    <section className={css.card} aria-label={`Offered: ${offer.title}`} data-offer>
      <header className={css.head}>
        <Sparkle size={14} aria-hidden />
        <h2 className={css.title}>{offer.title}</h2>
        {offer.count && <span className={css.count}>{offer.count}</span>}
      </header>
      {offer.quote && (
        <blockquote className={css.quote} dir="auto">
          {offer.quote}
        </blockquote>
      )}
      {parts.length > 0 && (
        <ul className={css.parts}>
          {parts.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </ul>
      )}
      {offer.reason !== '' && <p className={css.reason}>{offer.reason}</p>}
      <div className={css.acts}>
        <Button look="primary" className={css.act} onClick={run('offer-accept')}>
          Take <Kbd keys={keysOf('offer-accept')} />
        </Button>
        <Button className={css.act} onClick={run('offer-dismiss')}>
          No <Kbd keys={keysOf('offer-dismiss')} />
        </Button>
        {offer.change && (
          <Button look="quiet" className={css.act} onClick={run('offer-change')}>
            Change <Kbd keys={keysOf('offer-change')} />
          </Button>
        )}
      </div>
    </section>
  );
}

function Part({ part }: { readonly part: OfferPart }) {
  const context = useCommands();
  const { accept } = part;
  return (
    <li className={css.part}>
      <span className={css.word}>{part.word}</span>
      <span className={css.what}>
        <KindChip
          kind={part.kind}
          onPress={accept ? () => void accept(context) : undefined}
          pressLabel={`Take only this: ${part.word} ${part.words}`}
        >
          <bdi>{part.words}</bdi>
        </KindChip>
        {part.reason !== '' && <span className={css.why}>{part.reason}</span>}
      </span>
    </li>
  );
}
