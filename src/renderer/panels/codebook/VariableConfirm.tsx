import type { Input } from '../../../shared/api/contract.ts';
import type { CodebookEffect } from '../../../shared/api/methods/codebook.ts';
import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Preview } from './Preview.tsx';
import { useAct } from './use-act.ts';

/** What is asked before values change or go. */
export type VariableQuestion =
  | {
      readonly act: 'update';
      readonly effect: CodebookEffect;
      readonly edited: Omit<Input<'variables.update'>, 'losing'>;
    }
  | { readonly act: 'remove'; readonly effect: CodebookEffect; readonly id: string };

/** Says what an edited or removed variable changes, and does it. */
export function VariableConfirm(props: {
  readonly name: string;
  readonly question: VariableQuestion;
  /** Told before the act, and again with false when it failed. */
  onAct(isDone: boolean): void;
  onClose(): void;
}) {
  const { name, question, onAct, onClose } = props;
  const act = useAct();
  const { losing } = question.effect;
  const yes = async () => {
    // What the form shows goes with the act: it is drawn anew.
    onAct(true);
    const done =
      question.act === 'update'
        ? await act('variables.update', { ...question.edited, losing }, `Kept ${name}`)
        : await act('variables.remove', { id: question.id, losing }, `Removed ${name}`);
    if (done) onClose();
    else onAct(false);
  };
  const what = question.act === 'update' ? 'Keep the changes' : 'Remove it';
  return (
    <Dialog
      open
      onClose={onClose}
      title={question.act === 'update' ? `Change what is coded with “${name}”?` : `Remove “${name}”?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look={losing > 0 || question.act === 'remove' ? 'danger' : 'primary'} onClick={() => void yes()}>
            {losing > 0 ? `${what}, losing ${counted(losing, 'value')}` : what}
          </Button>
        </>
      }
    >
      <Preview previewed={{ answer: question.effect, error: null }} />
    </Dialog>
  );
}
