import { Pencil } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { changedKeys, keysFor, onBindings } from '../../commands/bindings.ts';
import { GROUPS } from '../../commands/command.ts';
import { commands } from '../../commands/registry.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KeyEditor } from './KeyEditor.tsx';
import css from './KeySheet.module.css';

/** Every key, by what it is for; to be changed too. */
export function KeySheet() {
  const open = useStore((store) => store.sheet === 'keys');
  return open ? <Opened /> : null;
}

function Opened() {
  const showSheet = useStore((store) => store.showSheet);
  const [editing, setEditing] = useState(false);
  return (
    <Dialog
      open
      onClose={() => showSheet(null)}
      title={editing ? 'Change keys' : 'All keys'}
      description={
        editing
          ? 'Press a key to give the command another one, or + for one more. They are kept for you on this machine.'
          : 'Keys without Ctrl or Alt work while no field has the focus. On a Mac, ⌘ serves as Ctrl.'
      }
      width="wide"
      wordsOnly={!editing}
      actions={
        editing ? undefined : (
          <Button onClick={() => setEditing(true)}>
            <Pencil size={15} aria-hidden /> Change keys…
          </Button>
        )
      }
    >
      {editing ? <KeyEditor onDone={() => setEditing(false)} /> : <Keys />}
    </Dialog>
  );
}

function Keys() {
  useSyncExternalStore(onBindings, changedKeys);
  return (
    <div className={css.groups}>
      {GROUPS.map((group) => {
        const withKeys = commands.filter((command) => command.group === group && keysFor(command).length > 0);
        if (withKeys.length === 0) return null;
        return (
          <section key={group} className={css.group}>
            <h3 className={css.head}>{group}</h3>
            <dl className={css.list}>
              {withKeys.map((command) => (
                <div key={command.id} className={css.line}>
                  <dt>
                    {keysFor(command).map((keys, i) => (
                      <span key={keys}>
                        {i > 0 && ' or '}
                        <Kbd keys={keys} />
                      </span>
                    ))}
                  </dt>
                  <dd>{command.title}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
