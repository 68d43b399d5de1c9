import { FolderOpen } from 'lucide-react';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useChooser } from '../chooser/use-chooser.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import css from './project.module.css';
import { RecentList } from './RecentList.tsx';
import { useOpening } from './use-open.ts';

/** Opens a recent project, one from a file, or a fresh copy of the sample. */
export function OpenProjectDialog({ onClose }: { onClose(): void }) {
  const client = useClient();
  const chooser = useChooser();
  const opening = useOpening();
  const recents = useStore((store) => store.app?.recents);
  const location = useStore((store) => store.project?.location ?? null);

  const show = async (ask: Parameters<typeof opening.open>[0]): Promise<void> => {
    if (await opening.open(ask)) onClose();
  };
  const choose = () =>
    show(async () => {
      const chosen = await chooser.chooseProject();
      return chosen && client.call('project.open', { file: chosen.file });
    });

  return (
    <Dialog
      open
      onClose={onClose}
      title="Open a project"
      actions={
        <>
          <Button
            disabled={opening.busy}
            onClick={() => void show(() => client.call('project.openSample', { fresh: true }))}
          >
            Open a fresh sample
          </Button>
          <Button look="primary" disabled={opening.busy} onClick={() => void choose()}>
            <FolderOpen size={16} aria-hidden />
            Choose a file…
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <ErrorNote error={opening.error} />
        {recents && recents.length > 0 ? (
          <RecentList
            recents={recents}
            openLocation={location}
            disabled={opening.busy}
            onOpen={(recent) => void show(() => client.call('project.open', { file: recent.file }))}
          />
        ) : (
          <p className={css.quiet}>
            Projects that you open are listed here. A project is one file whose name ends in <b>.parley</b>.
          </p>
        )}
      </div>
      {chooser.dialog}
    </Dialog>
  );
}
