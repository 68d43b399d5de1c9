import { useState } from 'react';
import type { MergeSide } from '../../../shared/api/methods/entities.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { useAct } from '../codebook/use-act.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import tone from '../parts/kind.module.css';
import css from './dialogs.module.css';
import { EntityPicker } from './EntityPicker.tsx';
import { Lines } from './Lines.tsx';
import { mentionsWords } from './words.ts';

export interface MergeDialogProps {
  readonly entity: Pick<Entity, 'id' | 'kind' | 'name'>;
  /** The other one, when it is known; else it is asked for. */
  readonly otherId: string | null;
  onClose(): void;
}

/** Two names side by side with what speaks for and against their being one; which name is kept is chosen here. */
export function MergeDialog({ entity, otherId, onClose }: MergeDialogProps) {
  const act = useAct();
  const goToEntity = useStore((store) => store.goToEntity);
  const [other, setOther] = useState(otherId);
  const [keepsOther, setKeepsOther] = useState(false);
  const keepId = keepsOther && other !== null ? other : entity.id;
  const goneId = keepsOther ? entity.id : other;
  const input = goneId === null ? null : { keepId, otherIds: [goneId] };
  const { answer: preview, error: problem } = useAnswer('entities.mergePreview', input, { once: true });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge ${inQuotes(entity.name)} with another name`}
      description="All mentions then refer to the kept one, whoever coded them; the other names stay known as its other names. One undo takes it back."
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={preview === null}
            onClick={async () => {
              if (!input || !(await act('entities.merge', input, 'Merged'))) return;
              onClose();
              goToEntity(keepId);
            }}
          >
            {preview ? `Merge into ${inQuotes(preview.keep.entity.name)}` : 'Merge'}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        {otherId === null && (
          <EntityPicker
            label="The same as"
            kind={entity.kind}
            without={new Set([entity.id])}
            value={other}
            onChange={(id) => setOther(id)}
          />
        )}
        <ErrorNote error={problem} />
        {preview && (
          <>
            <div className={css.sides}>
              <Side side={preview.keep} kept />
              {preview.others.map((side) => (
                <Side key={side.entity.id} side={side} kept={false} />
              ))}
            </div>
            <div>
              <Button onClick={() => setKeepsOther(!keepsOther)}>Keep the other name instead</Button>
            </div>
            <ul className={plainList} aria-label="What merging does">
              <li>
                {preview.mentions === 0
                  ? 'No mention changes.'
                  : `${mentionsWords(preview.mentions, preview.coders)} will refer to ${inQuotes(preview.keep.entity.name)}.`}
              </li>
              {preview.links > 0 && <li>{counted(preview.links, 'link')} of claims to the name itself will move.</li>}
              {preview.doubled > 0 && <li>{counted(preview.doubled, 'link')} that both have will be one.</li>}
              {preview.parts > 0 && <li>{counted(preview.parts, 'name')} will be part of the kept one.</li>}
              <li>Other names: {preview.result.aliases.join(', ') || 'none'}.</li>
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Side({ side, kept }: { readonly side: MergeSide; readonly kept: boolean }) {
  const { entity, mentions, spellings, examples } = side;
  return (
    <section className={classes(css.side, kept && css.keep)} aria-label={kept ? 'Kept' : 'Merged into it'}>
      <p className="soft">{kept ? 'Kept' : 'Merged into it'}</p>
      <bdi className={tone[entity.kind]}>{entity.name}</bdi>
      <span className={css.about}>
        {[entity.category, entity.country, entity.party, counted(mentions, 'mention')].filter(Boolean).join(' · ')}
      </span>
      {spellings.length > 0 && (
        <p>{spellings.map(({ words, count }) => `${inQuotes(words)} ${count.toLocaleString('en')}`).join(', ')}</p>
      )}
      <Lines rows={examples} />
    </section>
  );
}
