import { useState } from 'react';
import { errorInfo } from '../../shared/api/errors.ts';
import { useStore } from '../store/store.ts';
import { CoderDialog } from './coder/CoderDialog.tsx';
import { ExportDialog } from './export/ExportDialog.tsx';
import type { Drop } from './import/dropped.ts';
import { ImportDialog } from './import/ImportDialog.tsx';
import { WindowDrop } from './import/WindowDrop.tsx';
import { CheckDialog } from './project/CheckDialog.tsx';
import { NewProjectDialog } from './project/NewProjectDialog.tsx';
import { OpenProjectDialog } from './project/OpenProjectDialog.tsx';

/** The dialog that the store names, and the files that are dropped on the window. Mounted once. */
export function Dialogs() {
  const dialog = useStore((store) => store.dialog);
  const hasProject = useStore((store) => store.project !== null);
  const coderName = useStore((store) => store.app?.coder.name ?? '');
  const openDialog = useStore((store) => store.openDialog);
  const closeDialog = useStore((store) => store.closeDialog);
  const notify = useStore((store) => store.notify);
  const [dropped, setDropped] = useState<Drop | null>(null);

  const take = (drop: Drop): void => {
    if (!hasProject) {
      notify({
        tone: 'info',
        title: 'Open a project first',
        hint: 'Articles are imported into the project that is open.',
      });
      return;
    }
    setDropped(drop);
    openDialog('import');
  };
  const close = (): void => {
    setDropped(null);
    closeDialog();
  };
  const failed = (error: unknown): void => {
    const { message, hint } = errorInfo(error);
    notify({ tone: 'bad', title: 'The dropped files could not be read', detail: message, hint });
  };

  return (
    <>
      {dialog === 'coder' && <CoderDialog mode={coderName === '' ? 'first' : 'change'} onClose={close} />}
      {dialog === 'new-project' && <NewProjectDialog onClose={close} />}
      {dialog === 'open-project' && <OpenProjectDialog onClose={close} />}
      {dialog === 'import' && hasProject && (
        <ImportDialog dropped={dropped} onDropTaken={() => setDropped(null)} onClose={close} />
      )}
      {dialog === 'export' && hasProject && <ExportDialog onClose={close} />}
      {dialog === 'check' && hasProject && <CheckDialog onClose={close} />}
      <WindowDrop enabled={dialog === null || dialog === 'import'} onDrop={take} onFailed={failed} />
    </>
  );
}
