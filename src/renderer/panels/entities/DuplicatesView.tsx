import { UsersRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { DuplicatePair, EntityRow } from '../../../shared/api/methods/entities.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useAct } from '../codebook/use-act.ts';
import css from './Review.module.css';
import { MergeDialog } from './MergeDialog.tsx';

type Answer = Output<'entities.duplicates'>;

const MOST = 200;

/** The one with more mentions is likelier the name to keep. */
const keep = ({ first, second }: DuplicatePair) => (second.mentions > first.mentions ? second : first);

/** Names that may be one, with why: each pair can be looked at and merged, or told apart for good; and those told apart. */
export function DuplicatesView() {
  const run = useStore((store) => store.run);
  const revision = useStore((store) => store.entities.revision);
  const act = useAct();
  const [apart, setApart] = useState(false);
  const [answer, setAnswer] = useState<{ readonly apart: boolean; readonly found: Answer } | null>(null);
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  useEffect(() => {
    let over = false;
    void run('entities.duplicates', { kind: null, apart, offset: 0, limit: MOST }).then((found) => {
      if (!over && found) setAnswer({ apart, found });
    });
    return () => {
      over = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a revision is a reason to read again
  }, [run, revision, apart]);
  // The button that was pressed goes with its pair: the next pair has the focus then.
  const list = useRef<HTMLUListElement>(null);
  const told = useRef(0);
  useEffect(() => {
    if (!isFocusLost()) return;
    const rows = list.current?.children ?? [];
    const next = rows[Math.min(told.current, rows.length - 1)] ?? list.current?.parentElement;
    [...(next?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)?.focus();
  }, [answer]);
  if (!answer) return null;
  const { found } = answer;
  // What was asked of the other list isn't shown as this one.
  const pairs = answer.apart === apart ? found.pairs : [];
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
