import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { BrandMark } from './BrandMark.tsx';

/** What is shown while no project is open. */
export function Welcome() {
  const openDialog = useStore((store) => store.openDialog);
  const context = useCommands();
  return (
    <EmptyState
      icon={<BrandMark size={44} />}
      title="No project is open"
      level={1}
      actions={
        <>
          <Button look="primary" onClick={() => void commandNamed('open-sample').run(context)}>
            Open the sample project
          </Button>
          <Button onClick={() => openDialog('new-project')}>New project…</Button>
          <Button onClick={() => openDialog('open-project')}>Open project…</Button>
        </>
      }
    >
      A project is one file on this computer: its articles, and all that is coded in them. The sample shows how it
      works.
    </EmptyState>
  );
}
