import { Plus, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { ChangedKeys } from '../../../shared/model/keys.ts';
import { keysWith } from '../../commands/bindings.ts';
import { type Command, GROUPS } from '../../commands/command.ts';
import { assigned, isChanged, type Obstacle, obstacle, resetOne, unassigned } from '../../commands/rebinding.ts';
import { commands } from '../../commands/registry.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import css from './KeyEditor.module.css';
import { KeyRecorder } from './KeyRecorder.tsx';
import { matching } from './matching.ts';

const OWN: ChangedKeys = {};

/** What is being given a combination. */
interface Turn {
  readonly id: string;
  /** The combination that it gives up; null for one more. */
  readonly instead: string | null;
  /** What was pressed, when something stands in its way. */
  readonly pressed: { readonly keys: string; readonly by: Obstacle } | null;
}

/** Whether the focus is nowhere that somebody went to meanwhile: on nothing, or on the dialog itself. */
const isAside = () => isFocusLost() || document.activeElement?.matches('[role="dialog"]') === true;

/** Every command with its keys, to be changed. */
export function KeyEditor({ onDone }: { onDone(): void }) {
  const changed = useStore((store) => store.app?.settings.keys ?? OWN);
  const run = useStore((store) => store.run);
  const refreshApp = useStore((store) => store.refreshApp);
  const say = useStore((store) => store.say);
  const [turn, setTurn] = useState<Turn | null>(null);
  const [typed, setTyped] = useState('');

  const save = async (keys: ChangedKeys, said: string, command?: Command) => {
    setTurn(null);
    const wanted = Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, [...list]]));
    if (!(await run('app.saveSettings', { keys: wanted }))) return;
    await refreshApp();
    say(said);
    // What was pressed may be gone with the key that it showed.
    if (command) requestAnimationFrame(() => isAside() && focusRow(command.id));
  };
  const give = (command: Command, keys: string, instead: string | null, swap = false) =>
    save(assigned(commands, changed, command, keys, instead, swap), `${command.title}: ${keys}`, command);
  const press = (command: Command, keys: string, instead: string | null) => {
    const by = obstacle(commands, changed, command, keys, instead);
    if (by) setTurn({ id: command.id, instead, pressed: { keys, by } });
    else if (keys === instead) setTurn(null);
    else void give(command, keys, instead);
  };

  const found = matching(commands, changed, typed);
  return (
    <div className={css.editor}>
      <div className={css.top}>
        <Field
          label="Find a command or a key"
          hideLabel
          className={css.find}
          value={typed}
          placeholder="Find a command or a key"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button
          disabled={Object.keys(changed).length === 0}
          onClick={() => void save({}, 'All keys are as they were made.')}
        >
          <RotateCcw size={15} aria-hidden /> Reset all keys
        </Button>
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      </div>
      {found.length === 0 && <p className={css.none}>No command is called like that.</p>}
      {GROUPS.map((group) => {
        const here = found.filter((command) => command.group === group);
        if (here.length === 0) return null;
        return (
          <section key={group} aria-label={group}>
            <h3 className={css.head}>{group}</h3>
            <ul className={css.list}>
              {here.map((command) => (
                <li key={command.id} className={css.row} data-command={command.id}>
                  <span>{command.title}</span>
                  <span className={css.keys}>
                    {keysWith(changed, command).map((keys, i) => (
                      <span key={`${command.id} ${i}`} className={css.pair}>
                        <button
                          type="button"
                          className={css.key}
                          onClick={() => setTurn({ id: command.id, instead: keys, pressed: null })}
                        >
                          <Kbd keys={keys} />
                          <span className="sr-only">another key for “{command.title}”</span>
                        </button>
                        <IconButton
                          label={`Take ${keys} from “${command.title}”`}
                          small
                          onClick={() => void save(unassigned(changed, command, keys), `${keys} is free.`, command)}
                        >
                          <X size={12} aria-hidden />
                        </IconButton>
                      </span>
                    ))}
                    <IconButton
                      label={`One more key for “${command.title}”`}
                      small
                      onClick={() => setTurn({ id: command.id, instead: null, pressed: null })}
                    >
                      <Plus size={14} aria-hidden />
                    </IconButton>
                    {isChanged(changed, command) && (
                      <IconButton
                        label={`Reset “${command.title}”`}
                        small
                        onClick={() =>
                          void save(resetOne(commands, changed, command), `${command.title}: as it was made`, command)
                        }
                      >
                        <RotateCcw size={13} aria-hidden />
                      </IconButton>
                    )}
                  </span>
                  {turn?.id === command.id && (
                    <KeyRecorder
                      key={`${turn.instead} ${turn.pressed?.keys}`}
                      title={command.title}
                      pressed={turn.pressed}
                      onPress={(keys) => press(command, keys, turn.instead)}
                      onGive={(keys, swap) => void give(command, keys, turn.instead, swap)}
                      onLeave={() => setTurn(null)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Puts the focus on a command's first button. */
function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-command="${CSS.escape(id)}"] button`)?.focus();
}
