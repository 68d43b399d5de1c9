import { CircleAlert, CircleCheck, LoaderCircle, Redo2, Undo2 } from 'lucide-react';
import { counted } from '../../../shared/text/counted.ts';
import { useCommands } from '../../commands/context.tsx';
import { useWithKeys } from '../../commands/key-words.ts';
import { commandNamed } from '../../commands/registry.ts';
import { useStore } from '../../store/store.ts';
import { isSaved } from '../../store/state.ts';
import css from './StatusBar.module.css';

/** The truth at the bottom: whether all is on the disk, which project, who codes, what undo would take back, how much there is. */
export function StatusBar() {
  const project = useStore((store) => store.project);
  const coder = useStore((store) => store.app?.coder.name ?? '');
  const openDialog = useStore((store) => store.openDialog);
  const context = useCommands();
  const press = (id: 'undo' | 'redo') => () => void commandNamed(id).run(context);
  const withKeys = useWithKeys();
  return (
    <footer className={css.bar} aria-label="Status">
      {project && <SavedState />}
      {project && (
        <span className={css.name} title={project.location}>
          {project.name}
        </span>
      )}
      <button type="button" className={css.press} onClick={() => openDialog('coder')} title="Who is coding">
        <span className={css.label}>{coder ? `Coder: ${coder}` : 'Who is coding?'}</span>
      </button>
      {project?.history.undo && (
        <button type="button" className={css.press} onClick={press('undo')} title={withKeys('Undo ({undo})')}>
          <Undo2 size={13} aria-hidden /> <span className={css.label}>Undo: {project.history.undo}</span>
        </button>
      )}
      {project?.history.redo && (
        <button type="button" className={css.press} onClick={press('redo')} title={withKeys('Redo ({redo})')}>
          <Redo2 size={13} aria-hidden /> <span className={css.label}>Redo: {project.history.redo}</span>
        </button>
      )}
      <span className={css.rest} />
      {project && (
        <span className={css.counts}>
          {counted(project.claims, 'claim')} · {counted(project.annotations, 'annotation')} ·{' '}
          {counted(project.articles, 'article')}
        </span>
      )}
    </footer>
  );
}

function SavedState() {
  const saved = useStore(isSaved);
  const failed = useStore((store) => store.failure);
  if (failed) {
    return (
      <span className={css.bad} role="alert" title={failed.message}>
        <CircleAlert size={14} aria-hidden /> Not saved: {failed.message}
      </span>
    );
  }
  return saved ? (
    <span className={css.good} data-saved="yes">
      <CircleCheck size={14} aria-hidden /> Saved
    </span>
  ) : (
    <span className={css.busy} data-saved="no">
      <LoaderCircle size={14} aria-hidden /> Saving…
    </span>
  );
}
