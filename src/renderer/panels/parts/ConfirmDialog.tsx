import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will be lost. */
  readonly words: string;
  readonly yes: string;
  readonly no: string;
  onYes(): void;
  onNo(): void;
}

/** Asks before something is lost. The focus is on the answer that loses nothing. */
export function ConfirmDialog({ open, title, words, yes, no, onYes, onNo }: ConfirmDialogProps) {
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onNo}
      title={title}
      width="narrow"
      initialFocus={stay}
      actions={
        <>
          <Button look="danger" onClick={onYes}>
            {yes}
          </Button>
          <Button look="primary" ref={stay} onClick={onNo}>
            {no}
          </Button>
        </>
      }
    >
      <p>{words}</p>
    </Dialog>
  );
}
