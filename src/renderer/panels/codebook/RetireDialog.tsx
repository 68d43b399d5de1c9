import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { CodeDialogBase } from './MoveDialog.tsx';
import { useAct } from './use-act.ts';

/** Asks before a code is retired together with what stands under it. */
export function RetireDialog({ code, tree, uses, onClose }: CodeDialogBase) {
  const act = useAct();
  const all = [code, ...tree.descendants(code.id)];
  const used = all.reduce((sum, each) => sum + (uses[each.id] ?? 0), 0);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Retire “${code.name}” and what stands under it?`}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            onClick={async () => {
              if (await act('codes.retire', { ids: [code.id], retired: true }, `${code.name} is retired`)) onClose();
            }}
          >
            Retire {counted(all.length, 'code')}
          </Button>
        </>
      }
    >
      <p>
        {counted(all.length, 'code')} will no longer be offered while coding.{' '}
        {used > 0
          ? `What is coded with them stays: they were given ${counted(used, 'time')}.`
          : 'Nothing is coded with them yet.'}{' '}
        They can be taken back into use at any time.
      </p>
    </Dialog>
  );
}
