import { UserRoundCheck } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { UnresolvedRow } from '../../../shared/api/methods/entities.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { signOf } from '../../commands/entities/linking.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useAct } from '../codebook/use-act.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import tone from '../parts/kind.module.css';
import css from './Review.module.css';

const PAGE = 50;

/** Own mentions that refer to nothing yet, by spelling: what is offered is taken with one key, for all of them at once. */
export function QueueView() {
  const run = useStore((store) => store.run);
  const openArticle = useStore((store) => store.openArticle);
  const showEntities = useStore((store) => store.showEntities);
  const act = useAct();
  const [shown, setShown] = useState(PAGE);
  const asked = { kind: null, offset: 0, limit: Math.min(200, shown) };
  const { answer: queue, error } = useAnswer('entities.queue', asked, { keep: true });
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<UnresolvedRow | null>(null);
  const list = useRef<HTMLDivElement>(null);
  if (!queue) return <ErrorNote error={error} />;
  const { rows, spellings, mentions } = queue;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<UserRoundCheck size={28} />} title="Every mention has its entity">
        Actors and venues that you tag stand here until it is said who or what they are.
      </EmptyState>
    );
  }
  const present = Math.min(at, rows.length - 1);
  const take = async (row: UnresolvedRow) => {
    const { offer } = row;
    if (!offer) return;
    const mine = await run('entities.alike', { annotationId: row.annotationId });
    if (!mine) return;
    const others = [...mine.article, ...mine.elsewhere].map((line) => line.annotationId);
    const annotationIds = [row.annotationId, ...others];
    const said = `${counted(annotationIds.length, 'mention')} linked to ${offer.name}`;
    const offered = signOf(offer);
    if (offer.entityId !== null) {
      await act('entities.link', { annotationIds, entityId: offer.entityId, offered }, said);
    } else {
      const { name, category } = offer;
      await act('entities.add', { entity: { kind: row.kind, name, category }, annotationIds, offered }, said);
    }
    // The button that was pressed went with its row.
    if (isFocusLost()) list.current?.focus();
  };
  const choose = async (row: UnresolvedRow) => {
    await openArticle(row.articleId, { annotationId: row.annotationId });
    showEntities({ chooser: row.annotationId });
  };
  /** One mention is taken at once; of several it is said first how many. */
  const start = (row: UnresolvedRow) => {
    if (row.count > 1) setAsking(row);
    else void take(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const row = rows[present];
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt(Math.min(rows.length - 1, present + 1)),
      ArrowUp: () => setAt(Math.max(0, present - 1)),
      Home: () => setAt(0),
      End: () => setAt(rows.length - 1),
      y: () => row?.offer && start(row),
      a: () => row && void choose(row),
      Enter: () => row && void choose(row),
    };
    const one = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!one) return;
    event.preventDefault();
    one();
    document.getElementById(`unresolved-${present}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={css.review}>
      <p className="soft">
        {counted(mentions, 'mention')} of yours in {counted(spellings, 'spelling')} refer to nothing yet.{' '}
        <Kbd keys="Y" /> takes what is offered for all with these words, <Kbd keys="A" /> goes to one to choose.
      </p>
      <div
        ref={list}
        className={css.list}
        role="grid"
        aria-label="Mentions to resolve, by spelling"
        tabIndex={0}
        data-own-keys
        aria-activedescendant={`unresolved-${present}`}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, i) => (
          <div
            key={`${row.kind} ${row.key}`}
            id={`unresolved-${i}`}
            role="row"
            aria-selected={i === present}
            className={classes(css.row, i === present && css.present)}
            onClick={() => setAt(i)}
          >
            <span role="gridcell" className={css.words}>
              <bdi className={tone[row.kind]}>{row.words}</bdi>
              <span className={css.where}>
                {row.kind} · {counted(row.count, 'mention')} in {counted(row.articles, 'article')}
              </span>
            </span>
            <span role="gridcell" className={css.words}>
              {row.offer ? (
                <>
                  <span>
                    {row.offer.entityId === null ? `New: ${row.offer.name}, ${row.offer.category}` : row.offer.name}
                  </span>
                  <span className={css.where}>{row.offer.reason}</span>
                </>
              ) : (
                <span className="soft">{fitting(row.several)}</span>
              )}
            </span>
            <span role="gridcell" className={css.acts}>
              {row.offer && (
                <Button tabIndex={-1} look="primary" onClick={() => start(row)}>
                  Take
                </Button>
              )}
              <Button tabIndex={-1} onClick={() => void choose(row)}>
                Choose…
              </Button>
            </span>
          </div>
        ))}
      </div>
      {rows.length < spellings && rows.length < 200 && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>More of {counted(spellings, 'spelling')}</Button>
        </div>
      )}
      {asking?.offer && (
        <ConfirmDialog
          open
          title={`Link ${counted(asking.count, 'mention')} to ${inQuotes(asking.offer.name)}?`}
          words={`All your mentions ${inQuotes(asking.words)} that refer to nothing yet, in ${counted(asking.articles, 'article')}: ${asking.offer.reason}. One undo takes it back.`}
          yes={`Link ${counted(asking.count, 'mention')}`}
          no="Not now"
          onYes={() => {
            const row = asking;
            setAsking(null);
            void take(row);
          }}
          onNo={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function fitting(names: number): string {
  if (names === 0) return 'No name in the list fits';
  return names === 1 ? 'One name fits, but not everywhere: choose' : `${names} names fit: choose`;
}
