import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api/contract.ts';
import type { DuplicatePair, EntityRow } from '../../../shared/api/methods/entities.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import css from './entities.module.css';
import { MergeDialog } from './MergeDialog.tsx';

const MOST = 200;

/** The one with more mentions is likelier the name to keep. */
const keep = ({ first, second }: DuplicatePair) => (second.mentions > first.mentions ? second : first);

/** Names that may be one, with why: each pair can be looked at and merged. */
export function DuplicatesView() {
  const run = useStore((store) => store.run);
  const revision = useStore((store) => store.entities.revision);
  const [found, setFound] = useState<Output<'entities.duplicates'> | null>(null);
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  useEffect(() => {
    let over = false;
    void run('entities.duplicates', { kind: null, offset: 0, limit: MOST }).then((answer) => {
      if (!over && answer) setFound(answer);
    });
    return () => {
      over = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a revision is a reason to read again
  }, [run, revision]);
  if (!found) return null;
  if (found.total === 0) {
    return (
      <EmptyState title="No two names look alike">
        Names that may be two spellings of one, or share an alias, would stand here side by side.
      </EmptyState>
    );
  }
  return (
    <div className={css.column}>
      <p className={css.soft}>
        {counted(found.total, 'pair')}
        {found.total > MOST && `, the first ${MOST} shown`}. Look at the evidence, then merge or leave them.
      </p>
      <ul className={classes(css.pairs, css.list)}>
        {found.pairs.map((pair) => (
          <li key={`${pair.first.id} ${pair.second.id}`} className={css.pair}>
            <span className={css.queueWords}>
              <span>
                <Name row={pair.first} /> and <Name row={pair.second} />
              </span>
              <span className={css.where}>{pair.reason}</span>
            </span>
            <Button onClick={() => setMerging(pair)}>Compare…</Button>
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
      <button type="button" className={css.link} onClick={() => goToEntity(row.id)}>
        <bdi>{row.name}</bdi>
      </button>{' '}
      <span className={css.where}>
        {row.category}, {counted(row.mentions, 'mention')}
      </span>
    </>
  );
}
