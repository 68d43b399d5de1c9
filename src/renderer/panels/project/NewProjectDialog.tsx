import { type FormEvent, useRef, useState } from 'react';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { nameProblem } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import css from './project.module.css';
import { useOpening } from './use-open.ts';

/** Makes a new empty project: its name, then where it is to lie. */
export function NewProjectDialog({ onClose }: { onClose(): void }) {
  const client = useClient();
  const chooser = useChooser();
  const opening = useOpening();
  const openDialog = useStore((store) => store.openDialog);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const problem = nameProblem(name);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (problem !== null) {
      field.current?.focus();
      return;
    }
    const done = await opening.open(async () => {
      const chosen = await chooser.chooseNewProject(name.trim());
      return chosen && client.call('project.create', { file: chosen.file });
    });
    // An empty project has one next step.
    if (done) openDialog('import');
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title="New project"
      width="narrow"
      initialFocus={field}
      description="A project is one file that holds your articles, everything coded in them, and its history."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="new-project-form" disabled={opening.busy}>
            Choose where to keep it…
          </Button>
        </>
      }
    >
      <form id="new-project-form" className={css.stack} onSubmit={(event) => void submit(event)}>
        <Field
          ref={field}
          label="Name of the project"
          value={name}
          placeholder="Mediation 2031"
          onChange={(event) => setName(event.target.value)}
          error={tried ? problem : null}
          help="Keep it on this machine’s own disk: folders that a cloud service or a network shares can damage a file in use."
        />
        <ErrorNote error={opening.error} />
      </form>
      {chooser.dialog}
    </Dialog>
  );
}
