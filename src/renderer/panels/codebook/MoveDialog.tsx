import { useState } from 'react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { CodePicker } from './CodePicker.tsx';
import { Preview, usePreview } from './Preview.tsx';
import { useAct } from './use-act.ts';

export interface CodeDialogBase {
  readonly code: Code;
  readonly tree: CodeTree;
  readonly uses: Readonly<Record<string, number>>;
  onClose(): void;
}

/** Asks under which code another is to stand. */
export function MoveDialog({ code, tree, uses, onClose }: CodeDialogBase) {
  const act = useAct();
  const [toTop, setToTop] = useState(false);
  const [under, setUnder] = useState<string | null>(null);
  const isChosen = toTop || under !== null;
  const move = { ids: [code.id], parentId: toTop ? null : under, beforeId: null };
  const previewed = usePreview(isChosen ? { act: 'move', ...move } : null);
  const without = new Set([code.id, ...tree.descendants(code.id).map((each) => each.id)]);
  const yes = async () => {
    if (previewed.answer !== null && (await act('codes.move', move, `${code.name} moved`))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Move “${code.name}”`}
      description="What stands under it moves along. In the tree: drag it, or hold Alt and press an arrow key."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!isChosen || previewed.answer === null} onClick={() => void yes()}>
            Move
          </Button>
        </>
      }
    >
      {code.parentId !== null && (
        <Checkbox label="To the top" checked={toTop} onChange={(event) => setToTop(event.target.checked)} />
      )}
      {!toTop && (
        <CodePicker
          label="Under"
          tree={tree}
          without={without}
          value={under}
          uses={uses}
          onChange={setUnder}
          onEnter={() => void yes()}
        />
      )}
      <Preview previewed={previewed} />
    </Dialog>
  );
}
