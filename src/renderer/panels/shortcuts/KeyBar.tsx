import { useSyncExternalStore } from 'react';
import { changedKeys, keysFor, onBindings } from '../../commands/bindings.ts';
import { commands } from '../../commands/registry.ts';
import { useCommands } from '../../commands/context.tsx';
import { useOffer } from '../../commands/use-offer.ts';
import { isOwnLayer, selectedAnnotation } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import css from './KeyBar.module.css';

const OFFERED = ['offer-accept', 'offer-dismiss'];
const NOTHING = ['tag-actor', 'tag-claim', 'tag-venue', 'next-name', 'next-quotation', 'next-sentence', 'next', 'keys'];
const CLAIM = ['link-claimant', 'link-addressee', 'link-venue', 'codes', 'values', 'memo', 'keys'];
const OTHER = ['entity', 'tag-actor', 'tag-claim', 'tag-venue', 'add-fragment', 'grow', 'memo', 'remove', 'keys'];

/** The keys that matter now, always in sight; each may be pressed with the mouse too. */
export function KeyBar() {
  const context = useCommands();
  useSyncExternalStore(onBindings, changedKeys);
  // Drawn after the words: a key's mark on them never waits for the bar.
  const kind = useAfterPaint(useStore((store) => selectedAnnotation(store)?.kind ?? null));
  const own = useStore(isOwnLayer);
  const offered = useOffer() !== null;
  if (!own) return null;
  const due = kind === null ? NOTHING : kind === 'claim' ? CLAIM : OTHER;
  const ids = offered ? [...OFFERED, ...due] : due;
  return (
    <div className={css.bar} role="toolbar" aria-label="Keys">
      {ids.map((id) => {
        const command = commands.find((one) => one.id === id);
        if (!command) return null;
        return (
          <button
            key={id}
            type="button"
            className={css.key}
            title={command.title}
            // The selection in the text has to survive the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void command.run(context)}
          >
            {keysFor(command)[0] && <Kbd keys={keysFor(command)[0] ?? ''} on="bar" />} {command.short ?? command.title}
          </button>
        );
      })}
    </div>
  );
}
