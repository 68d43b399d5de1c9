import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useCommands } from '../../commands/context.tsx';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import css from './coder.module.css';
import { coderNameProblem, namedSo, othersOf } from './names.ts';

export interface CoderDialogProps {
  /** first: nobody has said yet who codes; change: the name is wrong, or someone else sits here now. */
  readonly mode: 'first' | 'change';
  onClose(): void;
}

/** Whose the coding is that is there already when nobody has said yet who codes. */
const OF_SAMPLE = 'What is coded in the sample will stand in this name too, so that you can change all of it.';

/** Says who is coding. */
export function CoderDialog({ mode, onClose }: CoderDialogProps) {
  const client = useClient();
  const context = useCommands();
  const now = useStore((store) => store.app?.coder ?? null);
  const coders = useStore((store) => store.project?.coders);
  const sample = useStore((store) => store.project?.name.startsWith('Sample project') ?? false);
  const refreshApp = useStore((store) => store.refreshApp);
  const showLayer = useStore((store) => store.showLayer);
  const reloadAll = useStore((store) => store.reloadAll);
  const notify = useStore((store) => store.notify);
  const dismissAct = useStore((store) => store.dismissAct);
  const [act, setAct] = useState<'switch' | 'rename'>('switch');
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorInfo | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const others = othersOf(coders ?? [], now?.id ?? '');
  // The name is there before the dialog is gone: it stays the one that asked.
  const [first] = useState(mode === 'first');
  const rename = first || act === 'rename';
  const problem = coderNameProblem(name, rename && !first ? others : []);
  // Somebody who coded here on another machine says who they are for the first time on this one.
  const known = first ? namedSo(name, others) : null;

  useEffect(
    () => () => {
      // Closed without a name: what waited for one isn't done later out of the blue.
      context.afterNaming = null;
    },
    [context],
  );

  const set = async (wanted: string, how: 'switch' | 'rename' = rename ? 'rename' : 'switch'): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      // Behind what is on its way: nobody's act becomes somebody else's.
      const coder = await context.turn(() => client.call('coder.set', { name: wanted, mode: how }));
      dismissAct(null);
      await refreshApp();
      await reloadAll();
      showLayer(coder.id);
      if (!first)
        notify({
          tone: 'good',
          title: how === 'rename' ? `Corrected to ${coder.name}` : `${coder.name} is coding now`,
        });
      const waiting = context.afterNaming;
      onClose();
      await waiting?.();
    } catch (thrown) {
      setError(errorInfo(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (problem === null && !known) void set(name.trim());
    else field.current?.focus();
  };
  const choose = (next: 'switch' | 'rename'): void => {
    setAct(next);
    setName(next === 'rename' ? (now?.name ?? '') : '');
    setTried(false);
    setError(null);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={first ? 'Who is coding?' : `${now?.name || 'Somebody'} is coding`}
      width="narrow"
      initialFocus={field}
      description={
        first
          ? `Your name is stored with every annotation that you make, so that a dataset can say who coded what. It stays on this machine and in your project files.${sample ? ` ${OF_SAMPLE}` : ''}`
          : undefined
      }
      actions={
        <>
          <Button onClick={onClose}>{first ? 'Later' : 'Cancel'}</Button>
          <Button look="primary" type="submit" form="coder-form" disabled={busy}>
            {first ? 'Start coding' : rename ? 'Correct the name' : 'Start coding'}
          </Button>
        </>
      }
    >
      <form id="coder-form" className={css.form} onSubmit={submit}>
        {!first && (
          <fieldset className={css.acts}>
            <legend className="sr-only">What is to change</legend>
            <label className={css.act}>
              <input type="radio" name="act" checked={act === 'switch'} onChange={() => choose('switch')} />
              <span>
                Someone else codes now
                <small>What they code is kept apart, as their own layer.</small>
              </span>
            </label>
            <label className={css.act}>
              <input type="radio" name="act" checked={act === 'rename'} onChange={() => choose('rename')} />
              <span>
                Correct this name
                <small>Everything coded under it stays with the same coder.</small>
              </span>
            </label>
          </fieldset>
        )}
        {!rename && others.length > 0 && (
          <div>
            <p className={css.label} id="coders-known">
              Coded in this project before
            </p>
            <ul className={css.coders} aria-labelledby="coders-known">
              {others.map((coder) => (
                <li key={coder.id}>
                  <Button disabled={busy} onClick={() => void set(coder.name)}>
                    {coder.name}
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <Field
          ref={field}
          label={rename ? 'Your name' : others.length > 0 ? 'Somebody new' : 'Their name'}
          value={name}
          maxLength={120}
          autoComplete="name"
          placeholder="Mara Kessel"
          onChange={(event) => setName(event.target.value)}
          error={tried ? problem : null}
          help={first ? 'As it should stand in the dataset. It can be corrected later.' : undefined}
        />
        {tried && known && (
          <div role="alert" className={css.known}>
            <p>
              <strong>{known.name} has coded in this project before.</strong> If that is you, go on with what you have
              coded. If not, write your name so that the two differ.
            </p>
            <Button disabled={busy} onClick={() => void set(known.name, 'switch')}>
              That’s me
            </Button>
          </div>
        )}
        <ErrorNote error={error} />
      </form>
    </Dialog>
  );
}
