import { GROUPS } from '../../commands/command.ts';
import { commands } from '../../commands/registry.ts';
import { useStore } from '../../store/store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import css from './KeySheet.module.css';

/** Every key, by what it is for. */
export function KeySheet() {
  const open = useStore((store) => store.sheet === 'keys');
  const showSheet = useStore((store) => store.showSheet);
  return (
    <Dialog
      open={open}
      onClose={() => showSheet(null)}
      title="All keys"
      description="Keys without Ctrl or Alt work while no field has the focus. On a Mac, ⌘ serves as Ctrl."
      width="wide"
      wordsOnly
    >
      <div className={css.groups}>
        {GROUPS.map((group) => (
          <section key={group} className={css.group}>
            <h3 className={css.head}>{group}</h3>
            <dl className={css.list}>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className={css.line}>
                    <dt>
                      {command.keys.map((keys, i) => (
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
        ))}
      </div>
    </Dialog>
  );
}
