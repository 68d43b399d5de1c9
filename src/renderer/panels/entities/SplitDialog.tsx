import { useState } from 'react';
import type { EntityDetails } from '../../../shared/api/methods/entities.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, Field } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useAct } from '../codebook/use-act.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import css from './dialogs.module.css';
import { EntityPicker } from './EntityPicker.tsx';
import { Lines } from './Lines.tsx';
import { mentionsWords } from './words.ts';

const TARGETS = [
  { value: 'new', label: 'A new entity' },
  { value: 'other', label: 'Another one' },
] as const;

/** Which spellings, names and mentions are someone or something else, and who. */
export function SplitDialog({ details, onClose }: { readonly details: EntityDetails; readonly onClose: () => void }) {
  const { entity, spellings, mentions } = details;
  const act = useAct();
  const goToEntity = useStore((store) => store.goToEntity);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [aliases, setAliases] = useState<ReadonlySet<string>>(new Set());
  const [single, setSingle] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<'new' | 'other'>('new');
  const [name, setName] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const isChosen = keys.size + aliases.size + single.size > 0;
  const to =
    target === 'new'
      ? name.trim() === ''
        ? null
        : { entity: { kind: entity.kind, category: entity.category, name } }
      : other === null
        ? null
        : { entityId: other };
  const input =
    to && isChosen
      ? { id: entity.id, to, spellings: [...keys], annotationIds: [...single], aliases: [...aliases] }
      : null;
  const { answer: preview, error: problem } = useAnswer('entities.splitPreview', input, { once: true });
  return (
    <Dialog
      open
      unkept="typed"
      onClose={onClose}
      title={`Split ${inQuotes(entity.name)}`}
      description="What is chosen goes to the other one, whoever coded it. One undo takes it back."
      width="wide"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={preview === null}
            onClick={async () => {
              if (!input || !(await act('entities.split', input, 'Split'))) return;
              onClose();
              goToEntity(entity.id);
            }}
          >
            Split
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        {spellings.length > 0 && (
          <fieldset className={classes('group', css.ticks)}>
            <legend className="label">All mentions that are written</legend>
            {spellings.map(({ key, words, count }) => (
              <Checkbox
                key={key}
                label={`${inQuotes(words)} (${count.toLocaleString('en')})`}
                checked={keys.has(key)}
                onChange={(event) => setKeys(toggled(keys, key, event.target.checked))}
              />
            ))}
          </fieldset>
        )}
        {entity.aliases.length > 0 && (
          <fieldset className={classes('group', css.ticks)}>
            <legend className="label">Other names</legend>
            {entity.aliases.map((alias) => (
              <Checkbox
                key={alias}
                label={alias}
                checked={aliases.has(alias)}
                onChange={(event) => setAliases(toggled(aliases, alias, event.target.checked))}
              />
            ))}
          </fieldset>
        )}
        {mentions.rows.length > 0 && (
          <details>
            <summary className="label">Single mentions</summary>
            <Lines
              rows={mentions.rows}
              chosen={(id) => single.has(id)}
              onChoose={(id, on) => setSingle(toggled(single, id, on))}
            />
          </details>
        )}
        <Segmented
          label="Who or what they are"
          options={TARGETS}
          value={target}
          onChange={(next) => next && setTarget(next)}
        />
        {target === 'new' ? (
          <Field label="Its name" value={name} maxLength={300} onChange={(event) => setName(event.target.value)} />
        ) : (
          <EntityPicker
            label="Which one"
            kind={entity.kind}
            without={new Set([entity.id])}
            value={other}
            onChange={(id) => setOther(id)}
          />
        )}
        <ErrorNote error={problem} />
        {preview && (
          <>
            <p>
              {mentionsWords(preview.mentions, preview.coders)} will refer to {inQuotes(preview.toName)};{' '}
              {preview.staying.toLocaleString('en')} will stay.
              {preview.aliases.length > 0 && ` Names that go with them: ${preview.aliases.join(', ')}.`}
            </p>
            <Lines rows={preview.examples} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function toggled(set: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}
