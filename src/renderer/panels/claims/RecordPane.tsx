import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useCommands } from '../../commands/context.tsx';
import { incompleteClaims, stepIncomplete } from '../../commands/incomplete.ts';
import { isOwnLayer, type Jump, type OpenState, selectedAnnotation } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Offers } from '../offers/Offers.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { ClaimCard } from './ClaimCard.tsx';
import css from './RecordPane.module.css';
import { SelectedPart } from './SelectedPart.tsx';

interface Shown {
  readonly open: OpenState;
  readonly own: boolean;
  readonly selected: Annotation | null;
  readonly jump: Jump | null;
}

/**
 * The record of the open article: the selected actor or venue, and the claims as cards, in reading order. It is drawn after the
 * text: a key's mark on the words never waits for the cards.
 */
export function RecordPane({ open }: { readonly open: OpenState }) {
  const own = useStore(isOwnLayer);
  const selected = useStore(selectedAnnotation);
  const jump = useStore((store) => store.jump);
  const now = useMemo((): Shown => ({ open, own, selected, jump }), [open, own, selected, jump]);
  const later = useAfterPaint<Shown | null>(now, null);
  // Who goes to a field by key types at once: the field is there before the next key.
  const isAwaited = jump !== null && jump.to !== 'text' && jump !== later?.jump;
  const shown = isAwaited ? now : later;
  return shown && <Record {...shown} />;
}

const Record = memo(function Record({ open, own, selected, jump }: Shown) {
  const { claims, links, version } = open;
  const context = useCommands();
  const keysOf = useKeysOf();
  useEffect(() => {
    if (!jump || jump.to === 'text' || jump.to === 'words') return;
    // The card has been drawn by the next frame, also when it had to be scrolled to.
    const frame = requestAnimationFrame(() => focusCard(jump.annotationId, jump.to));
    return () => cancelAnimationFrame(frame);
  }, [jump]);
  const codebook = useStore((store) => store.codebook);
  const incomplete = useMemo(
    () => incompleteClaims({ open, codebook }).length,
    // The tables change in place; the version tells.
    // oxlint-disable-next-line react/exhaustive-deps
    [claims, links, version, codebook],
  );
  return (
    <div className={css.pane}>
      <Offers />
      {selected && selected.kind !== 'claim' && <SelectedPart open={open} annotation={selected} own={own} />}
      <div className={css.head}>
        <h2 className={css.title}>Claims</h2>
        <span>{claims.length.toLocaleString('en-GB')} in this article</span>
        {incomplete > 0 && (
          <button
            type="button"
            className={css.incomplete}
            title={`Go to the next (${keysOf('next-incomplete')})`}
            onClick={() => stepIncomplete(context, 1)}
          >
            {incomplete.toLocaleString('en-GB')} incomplete
          </button>
        )}
      </div>
      {claims.length === 0 ? (
        <EmptyState title="No claims here yet">
          {own ? (
            <>
              Put the caret on a word, or select some, and press{' '}
              <span className={css.whole}>
                <Kbd keys={keysOf('tag-claim')} />.
              </span>{' '}
              The claim’s card appears here, with slots for who made it, to whom and where.
            </>
          ) : (
            'This coder has tagged no claim in this article.'
          )}
        </EmptyState>
      ) : (
        <Cards open={open} own={own} selectedId={selected?.id ?? null} />
      )}
    </div>
  );
});

/** Room that stays above and below a card, in pixels. */
const EDGE = 4;

function Cards({
  open,
  own,
  selectedId,
}: {
  readonly open: OpenState;
  readonly own: boolean;
  readonly selectedId: string | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { claims } = open;
  const virtual = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => claims[index]?.id ?? index, [claims]),
    estimateSize: () => 190,
    gap: 12,
    paddingStart: 4,
    paddingEnd: 24,
    overscan: 4,
    // What it measures is brought in by the next frame: the words' own frame isn't made longer for it.
    useFlushSync: false,
  });
  const at = selectedId === null ? -1 : claims.findIndex((claim) => claim.id === selectedId);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: 'auto' });
    // Selected, a card is higher: it has been measured anew by the second frame. One higher than the pane shows its top.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => showWhole(scroller.current, selectedId));
    });
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedId, at]);

  return (
    <div ref={scroller} className={css.list} role="list" aria-label="Claims of this article">
      <div role="presentation" className={css.cards} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const claim = claims[index];
          if (!claim) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={claims.length}
              className={css.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ClaimCard
                claim={claim}
                text={open.text}
                published={open.article.date}
                links={open.links.ofClaim(claim.id)}
                selected={claim.id === selectedId}
                own={own}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Scrolls so that a card can be seen whole, or its top when it is higher than the pane. Not when it holds the focus. */
function showWhole(scroller: HTMLElement | null, annotationId: string | null): void {
  const card = annotationId && scroller?.querySelector(`[data-card="${CSS.escape(annotationId)}"]`);
  if (!scroller || !card || card.contains(document.activeElement)) return;
  const pane = scroller.getBoundingClientRect();
  const { top, bottom } = card.getBoundingClientRect();
  const above = top - pane.top - EDGE;
  const below = bottom - pane.bottom + EDGE;
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}

/** Puts the focus on a card, or into its memo. Values and the day take it themselves. */
function focusCard(annotationId: string, to: Jump['to']): void {
  if (to !== 'card' && to !== 'memo') return;
  const card = document.querySelector(`[data-card="${CSS.escape(annotationId)}"]`);
  card?.querySelector<HTMLElement>(to === 'memo' ? '[data-memo]' : 'button')?.focus();
}
