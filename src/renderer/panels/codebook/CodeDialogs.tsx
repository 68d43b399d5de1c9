import type { CodeTree } from '../../../shared/codebook/tree.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { RetireDialog } from './RetireDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/** What is asked before something is done with a code. */
export interface CodeDialog {
  readonly act: 'rename' | 'move' | 'merge' | 'split' | 'retire' | 'remove';
  readonly codeId: string;
}

export interface CodeDialogsProps {
  readonly dialog: CodeDialog | null;
  readonly tree: CodeTree;
  readonly uses: Readonly<Record<string, number>>;
  onDialog(dialog: CodeDialog): void;
  onClose(): void;
}

/** The dialog that is asked for, over a code that is still there. */
export function CodeDialogs({ dialog, tree, uses, onDialog, onClose }: CodeDialogsProps) {
  const code = dialog && tree.get(dialog.codeId);
  if (!dialog || !code) return null;
  const props = { code, tree, uses, onClose };
  switch (dialog.act) {
    case 'rename':
      return <RenameDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'merge':
      return <MergeDialog {...props} />;
    case 'split':
      return <SplitDialog {...props} />;
    case 'retire':
      return <RetireDialog {...props} />;
    case 'remove':
      return <RemoveDialog {...props} onMerge={() => onDialog({ act: 'merge', codeId: code.id })} />;
  }
}
