import { UsersRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { DuplicatePair, EntityRow } from '../../../shared/api/methods/entities.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useAct } from '../codebook/use-act.ts';
import css from './Review.module.css';
import { MergeDialog } from './MergeDialog.tsx';

const MOST = 200;

/** The one with more mentions is likelier the name to keep. */
const keep = ({ first, second }: DuplicatePair) => (second.mentions > first.mentions ? second : first);

/** Names that may be one, with why: each pair can be looked at and merged, or told apart for good; and those told apart. */
export function DuplicatesView() {
  const act = useAct();
  const [apart, setApart] = useState(false);
  const asked = { kind: null, apart, offset: 0, limit: MOST };
  const { answer: found, error, isNow } = useAnswer('entities.duplicates', asked, { keep: true });
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  // The button that was pressed goes with its pair: the next pair has the focus then.
  const list = useRef<HTMLUListElement>(null);
  const told = useRef(0);
  useEffect(() => {
    if (!isFocusLost()) return;
    const rows = list.current?.children ?? [];
    const next = rows[Math.min(told.current, rows.length - 1)] ?? list.current?.parentElement;
    [...(next?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another list is a reason to look where the focus is
  }, [found]);
  if (!found) return <ErrorNote error={error} />;
  // What was asked of the other list isn't shown as this one.
  const pairs = isNow ? found.pairs : [];
  if (!apart && found.total + found.apart === 0) {
    return (
      <EmptyState icon={<UsersRound size={28} />} title="No two names look alike">
        Names that may be two spellings of one, or share an alias, would stand here side by side.
      </EmptyState>
    );
  }
  const tell = ({ first, second }: DuplicatePair, at: number) => {
    told.current = at;
    return act(
      'entities.tellApart',
      { ids: [first.id, second.id], apart: !apart },
      apart ? `${first.name} and ${second.name} may be the same` : `${first.name} isn’t ${second.name}`,
    );
  };
  return (
    <div className={css.review}>
      <Toolbar
        words={
          apart
            ? found.total === 0
              ? 'Nobody is told apart any more.'
              : 'Their names are alike, and it was said that they aren’t the same.'
            : `${counted(found.total, 'pair')}${found.total > MOST ? `, the first ${MOST} shown` : ''}. Look at the evidence, then merge them or tell them apart.`
        }
      >
        {(found.apart > 0 || apart) && (
          <ToggleChip on={apart} onClick={() => setApart(!apart)}>
            Told apart {found.apart.toLocaleString('en')}
          </ToggleChip>
        )}
      </Toolbar>
      <ul ref={list} className={css.list} aria-label={apart ? 'Told apart' : 'May be the same'}>
        {pairs.map((pair, at) => (
          <li key={`${pair.first.id} ${pair.second.id}`} className={classes(css.row, css.pair)}>
            <span className={css.words}>
              <span>
                <Name row={pair.first} /> and <Name row={pair.second} />
              </span>
              <span className={css.where}>{pair.reason}</span>
            </span>
            <span className={css.acts}>
              {!apart && <Button onClick={() => setMerging(pair)}>Compare…</Button>}
              <Button onClick={() => void tell(pair, at)}>{apart ? 'May be the same' : 'Not the same'}</Button>
            </span>
          </li>
        ))}
      </ul>
      {merging && (
        <MergeDialog
          entity={keep(merging)}
          otherId={keep(merging) === merging.first ? merging.second.id : merging.first.id}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  );
}

function Name({ row }: { readonly row: EntityRow }) {
  const goToEntity = useStore((store) => store.goToEntity);
  return (
    <>
      <Button look="link" onClick={() => goToEntity(row.id)}>
        <bdi>{row.name}</bdi>
      </Button>{' '}
      <span className={css.where}>
        {row.category}, {counted(row.mentions, 'mention')}
      </span>
    </>
  );
}
