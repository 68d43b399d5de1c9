import { useState } from 'react';
import { type EntityCategory, type EntityKind } from '../../../shared/model/entity.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useAct } from '../codebook/use-act.ts';
import css from './dialogs.module.css';
import { categoryOptions } from './words.ts';

const KINDS = [
  { value: 'actor', label: 'Actor: who claims or is addressed' },
  { value: 'venue', label: 'Venue: where it is said or held' },
] as const;

/** Asks for the name of a new entity. */
export function NewEntityDialog({ onClose }: { readonly onClose: () => void }) {
  const act = useAct();
  const view = useStore((store) => store.entities.view);
  const showEntities = useStore((store) => store.showEntities);
  const [name, setName] = useState(view.query);
  const [kind, setKind] = useState<EntityKind>(view.kind ?? 'actor');
  const [category, setCategory] = useState<EntityCategory>(view.kind === 'venue' ? 'place' : 'person');
  const add = async () => {
    const answer = await act('entities.add', { entity: { kind, category, name }, annotationIds: [] }, `Added ${name}`);
    if (!answer) return;
    showEntities({ view: { ...view, query: '', entityId: answer.id } });
    onClose();
  };
  return (
    <Dialog
      open
      unkept="typed"
      onClose={onClose}
      title="New entity"
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={() => void add()}>
            Add
          </Button>
        </>
      }
    >
      <form
        className={css.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <Field label="Name" value={name} maxLength={300} onChange={(event) => setName(event.target.value)} />
        <Select
          label="Kind"
          value={kind}
          options={KINDS}
          onChange={(next) => {
            setKind(next);
            setCategory(next === 'actor' ? 'person' : 'place');
          }}
        />
        <Select label="Category" value={category} options={categoryOptions(kind)} onChange={setCategory} />
      </form>
    </Dialog>
  );
}
