import { useState } from 'react';
import { nameProblem } from '../../../shared/codebook/names.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import type { CodeDialogBase } from './MoveDialog.tsx';
import { useAct } from './use-act.ts';

/** Asks for another name of a code. */
export function RenameDialog({ code, tree, onClose }: Pick<CodeDialogBase, 'code' | 'tree' | 'onClose'>) {
  const act = useAct();
  const [name, setName] = useState(code.name);
  const problem = name.trim() === '' ? null : nameProblem(tree, code.parentId, name, code.id);
  const rename = async () => {
    if (problem !== null) return;
    if (name.trim() === code.name) onClose();
    else if (await act('codes.update', { id: code.id, name }, `Renamed to ${name.trim()}`)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rename “${code.name}”`}
      description="What is coded with it stays coded with it."
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={name.trim() === '' || problem !== null} onClick={() => void rename()}>
            Rename
          </Button>
        </>
      }
    >
      <Field
        label="Name"
        value={name}
        dir="auto"
        error={problem}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void rename()}
      />
    </Dialog>
  );
}
