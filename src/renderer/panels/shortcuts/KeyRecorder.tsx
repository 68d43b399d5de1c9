import { useEffect, useRef } from 'react';
import { combination } from '../../commands/keys.ts';
import type { Obstacle } from '../../commands/rebinding.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import css from './KeyEditor.module.css';

export interface KeyRecorderProps {
  /** The command's. */
  readonly title: string;
  /** What was pressed and can't be taken just so. */
  readonly pressed: { readonly keys: string; readonly by: Obstacle } | null;
  onPress(keys: string): void;
  /** Takes what was pressed from those that have it. @param swap they get what this command gives up. */
  onGive(keys: string, swap: boolean): void;
  onLeave(): void;
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified']);

/** Listens for the next combination; asks what to do when another command has it. Escape leaves everything as it is. */
export function KeyRecorder({ title, pressed, onPress, onGive, onLeave }: KeyRecorderProps) {
  const area = useRef<HTMLDivElement>(null);
  const listening = pressed === null || pressed.by.kind === 'refused';
  const taken = pressed?.by.kind === 'taken' ? pressed.by : null;
  useEffect(() => {
    const before = document.activeElement;
    (area.current?.querySelector('button') ?? area.current)?.focus();
    return () => {
      // Back to where it began, unless that went.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // Before anything else in the window: Escape mustn't close the sheet, and Tab is a key like others here.
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && (!listening || MODIFIERS.has(event.key) || event.isComposing)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') onLeave();
      else onPress(combination(event));
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [listening, onPress, onLeave]);

  return (
    <div ref={area} className={css.recorder} tabIndex={-1} role="group" aria-label={`A key for “${title}”`}>
      {listening && (
        <p role="status">
          {pressed?.by.kind === 'refused' && (
            <>
              <Kbd keys={pressed.keys} /> {pressed.by.why}{' '}
            </>
          )}
          Press {pressed ? 'another key' : 'the new key'}, or <Kbd keys="Escape" /> to leave it as it is.
        </p>
      )}
      {pressed && taken && (
        <>
          <p role="status">
            <Kbd keys={pressed.keys} /> is “{taken.by.map((command) => command.title).join('” and “')}”.
          </p>
          <Button onClick={() => onGive(pressed.keys, false)}>Take it from there</Button>
          {taken.swap !== null && (
            <Button onClick={() => onGive(pressed.keys, true)}>
              Swap: that one gets <Kbd keys={taken.swap} />
            </Button>
          )}
          <Button look="quiet" onClick={onLeave}>
            Leave it
          </Button>
        </>
      )}
    </div>
  );
}
