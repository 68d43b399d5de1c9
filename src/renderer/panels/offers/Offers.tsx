import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useOffer } from '../../commands/use-offer.ts';
import { isLooking, likelyClaims } from '../../store/likely.ts';
import { shareTaken } from '../../store/proposals.ts';
import { isOwnLayer } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { ProposalsMenu } from './ProposalsMenu.tsx';
import { OfferCard } from './OfferCard.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import css from './offers.module.css';
import { StatsTable } from './StatsTable.tsx';

/** The top of the record pane: what is offered now, and how many likely quotations the article still has. */
export function Offers() {
  const offer = useAfterPaint(useOffer());
  const own = useStore(isOwnLayer);
  if (!own) return null;
  return (
    <div className={css.offers}>
      <LikelyStrip />
      {offer && <OfferCard offer={offer} />}
    </div>
  );
}

/** `Likely quotations: 7`, the share that the coder has taken so far, and whether they are gone through. */
function LikelyStrip() {
  const context = useCommands();
  const keysOf = useKeysOf();
  const on = useStore((store) => store.app?.settings.proposals ?? false);
  const likely = useAfterPaint(useStore((store) => likelyClaims(store).length));
  const looking = useStore(isLooking);
  const ready = useStore((store) => store.proposals.found !== null);
  const failed = useStore(({ proposals }) => proposals.articleId !== null && proposals.found === null);
  const rules = useStore((store) => store.proposals.found?.rules ?? null);
  const stats = useStore((store) => store.proposals.stats);
  const selected = useAfterPaint(useStore((store) => store.selectedId !== null));
  if (!on) return <Note>Proposals are off</Note>;
  if (failed) return <Note>This article couldn’t be looked through: nothing is proposed in it.</Note>;
  if (!ready) return null;
  const { taken, all } = shareTaken(stats);
  return (
    <div className={css.strip}>
      <span className={css.likely}>
        Likely quotations: <strong>{likely.toLocaleString('en-GB')}</strong>
      </span>
      {likely > 0 && (!looking || selected) && (
        <button
          type="button"
          className={css.look}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void commandNamed('proposals-look').run(context)}
        >
          Go through <Kbd keys={keysOf('proposals-look')} />
        </button>
      )}
      <ProposalsMenu />
      {rules === null && (
        <span className={css.share}>
          There are no rules for this language yet: only quotation marks are looked for.
        </span>
      )}
      {all > 0 && (
        <details className={css.share}>
          <summary>
            {Math.round((taken / all) * 100)} % of {all.toLocaleString('en-GB')} taken so far
          </summary>
          <StatsTable />
        </details>
      )}
    </div>
  );
}

/** That nothing is proposed and why, said once and small. */
function Note({ children }: { readonly children: string }) {
  return (
    <div className={css.strip}>
      <span className={css.likely}>{children}</span>
      <ProposalsMenu />
    </div>
  );
}
