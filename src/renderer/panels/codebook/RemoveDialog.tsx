import { useRef, useState } from 'react';
import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import type { CodeDialogBase } from './MoveDialog.tsx';
import { Preview, usePreview } from './Preview.tsx';
import { useAct } from './use-act.ts';

/** Says what is lost with a code before it is removed, and offers to merge it instead. */
export function RemoveDialog({ code, tree, onClose, onMerge }: CodeDialogBase & { onMerge(): void }) {
  const act = useAct();
  const stay = useRef<HTMLButtonElement>(null);
  const under = tree.descendants(code.id).length;
  const [what, setWhat] = useState<'remove' | 'lift'>('lift');
  const remove = { id: code.id, under: under === 0 ? ('remove' as const) : what };
  const previewed = usePreview({ act: 'remove', ...remove });
  const losing = previewed.answer?.losing ?? 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove “${code.name}”?`}
      initialFocus={stay}
      actions={
        <>
          <Button ref={stay} onClick={onClose}>
            Cancel
          </Button>
          {losing > 0 && <Button onClick={onMerge}>Merge it instead…</Button>}
          <Button
            look="danger"
            disabled={previewed.answer === null}
            onClick={async () => {
              if (await act('codes.remove', { ...remove, losing }, `Removed ${code.name}`)) onClose();
            }}
          >
            {losing > 0 ? `Remove it from ${counted(losing, 'claim')}` : 'Remove'}
          </Button>
        </>
      }
    >
      {under > 0 && (
        <Select
          label={`${counted(under, 'code')} ${under === 1 ? 'stands' : 'stand'} under it`}
          value={what}
          options={[
            { value: 'lift', label: 'Lift into its place what stands right under it' },
            { value: 'remove', label: 'Remove all that stands under it too' },
          ]}
          onChange={setWhat}
        />
      )}
      <Preview previewed={previewed} />
    </Dialog>
  );
}
