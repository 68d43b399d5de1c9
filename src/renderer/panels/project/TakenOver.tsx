import { useEffect, useState } from 'react';
import { useHost, useStoreApi } from '../../store/context.tsx';
import { isSaved } from '../../store/state.ts';
import type { Store } from '../../store/types.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** Milliseconds in which words that were still being typed have to be kept; then the window is read again without them. */
const PATIENCE = 5000;

type StoreApi = ReturnType<typeof useStoreApi>;

/** Covers the window while Parley is used in another tab: nothing here would be kept. */
export function TakenOver() {
  const { turns } = useHost();
  const store = useStoreApi();
  const [covered, setCovered] = useState(false);
  const [busy, setBusy] = useState(false);

  useEffect(() => turns?.onTakenOver(() => setCovered(true)), [turns]);

  const takeBack = async (): Promise<void> => {
    setBusy(true);
    turns?.takeBack();
    try {
      await readAgain(store);
      setCovered(false);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={covered}
      onClose={() => undefined}
      dismissable={false}
      width="narrow"
      title="Parley is open in another tab"
      actions={
        <Button look="primary" disabled={busy} onClick={() => void takeBack()}>
          Use it here
        </Button>
      }
    >
      <p>Go on there, or use it here: the other tab then rests. All that is saved is the same in both.</p>
    </Dialog>
  );
}

/** Keeps what was still being typed, then shows everything as the other window has left it. */
async function readAgain(store: StoreApi): Promise<void> {
  const { selectedId, project, notices } = store.getState();
  // What these said is over now.
  for (const notice of notices) if (notice.detail?.includes('another tab')) store.getState().dismiss(notice.id);
  // A memo that loses its annotation is kept at once.
  store.getState().select(null);
  await settled(store);
  await store.getState().refreshApp();
  const now = store.getState();
  if (now.project && now.project.id !== project?.id) return now.openProject(now.project);
  if (!now.project) return;
  await now.reloadAll();
  if (now.app) store.getState().showLayer(now.app.coder.id);
  if (selectedId && store.getState().open?.index.get(selectedId)) store.getState().select(selectedId);
}

/** Nothing is on its way to the disk; what was refused is told elsewhere. */
function isStill(state: Store): boolean {
  return isSaved({ ...state, failure: null });
}

/** Resolves when nothing is on its way any more. */
function settled(store: StoreApi): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = store.subscribe((state) => isStill(state) && end());
    // React lets go of the memo after this task: only then is it on its way.
    setTimeout(() => isStill(store.getState()) && end(), 50);
  });
}
