import { useState } from 'react';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { CodePicker } from './CodePicker.tsx';
import type { CodeDialogBase } from './MoveDialog.tsx';
import { Preview, usePreview } from './Preview.tsx';
import { useAct } from './use-act.ts';

/** Asks into which code another is merged, and says first what that changes. */
export function MergeDialog({ code, tree, uses, onClose }: CodeDialogBase) {
  const act = useAct();
  const view = useStore((store) => store.viewCodebook);
  const [into, setInto] = useState<string | null>(null);
  const [keepDefinitions, setKeepDefinitions] = useState(true);
  const merge = into === null ? null : { ids: [code.id], intoId: into, keepDefinitions };
  const previewed = usePreview(merge && { act: 'merge', ...merge });
  const yes = async () => {
    if (!merge || previewed.answer === null) return;
    if (await act('codes.merge', merge, `Merged into ${tree.get(merge.intoId)?.name}`)) {
      view({ codeId: merge.intoId });
      onClose();
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge “${code.name}” into another code`}
      description={`What is coded with “${code.name}”, by whomever, is then coded with the other; “${code.name}” is gone.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={merge === null || previewed.answer === null} onClick={() => void yes()}>
            Merge
          </Button>
        </>
      }
    >
      <CodePicker
        label="Merge into"
        tree={tree}
        without={new Set([code.id])}
        value={into}
        uses={uses}
        onChange={setInto}
        onEnter={() => void yes()}
      />
      {code.definition.trim() !== '' && (
        <Checkbox
          label="Add its definition to the other’s"
          checked={keepDefinitions}
          onChange={(event) => setKeepDefinitions(event.target.checked)}
        />
      )}
      <Preview previewed={previewed} />
    </Dialog>
  );
}
