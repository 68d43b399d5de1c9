import { useRef, useState } from 'react';
import { Dialog } from '../../ui/Dialog.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { AnnotatedImport } from './AnnotatedImport.tsx';
import { ArticlesImport } from './ArticlesImport.tsx';
import type { Drop } from './dropped.ts';
import css from './import.module.css';
import type { PartProps } from './part.ts';

export interface ImportDialogProps {
  /** What was just dropped on the window, and nobody has taken yet. */
  readonly dropped: Drop | null;
  onDropTaken(): void;
  onClose(): void;
}

/** Brings articles, or articles that are coded already, into the project. */
export function ImportDialog({ dropped, onDropTaken, onClose }: ImportDialogProps) {
  const [what, setWhat] = useState<'articles' | 'annotated'>('articles');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [loss, setLoss] = useState<string | null>(null);

  const first = useRef<HTMLButtonElement>(null);
  const close = (): void => (loss === null ? onClose() : setAsking(true));
  const part: PartProps = { dropped, onDropTaken, onLoss: setLoss, onBusy: setBusy, onClose, onCancel: close, first };
  return (
    <Dialog open onClose={close} title="Import" width="wide" initialFocus={first}>
      <div className={css.dialog}>
        <div className={css.what} role="group" aria-label="What to import">
          <ToggleChip on={what === 'articles'} disabled={busy} onClick={() => setWhat('articles')}>
            Articles
          </ToggleChip>
          <ToggleChip on={what === 'annotated'} disabled={busy} onClick={() => setWhat('annotated')}>
            Articles that are coded already
          </ToggleChip>
        </div>
        {what === 'articles' ? <ArticlesImport {...part} /> : <AnnotatedImport {...part} />}
      </div>
      <ConfirmDialog
        open={asking && loss !== null}
        title="Close without importing?"
        words={loss ?? ''}
        yes="Close"
        no="Go on"
        onYes={onClose}
        onNo={() => setAsking(false)}
      />
    </Dialog>
  );
}
