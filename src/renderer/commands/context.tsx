import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect } from 'react';
import { useStore as useZustand } from 'zustand';
import { bindKeys } from './bindings.ts';
import type { CommandContext } from './command.ts';
import { onWindowKey } from './dispatch.ts';

const Commands = createContext<CommandContext | null>(null);

/** Gives commands to everything inside, and listens for their keys in the window. */
export function CommandProvider({
  context,
  children,
}: {
  readonly context: CommandContext;
  readonly children: ReactNode;
}) {
  const keys = useZustand(context.store, (store) => store.app?.settings.keys);
  useLayoutEffect(() => {
    if (keys) bindKeys(keys);
  }, [keys]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onWindowKey(event, context);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [context]);
  return <Commands value={context}>{children}</Commands>;
}

/** What commands are given, for buttons that do what a key does. */
export function useCommands(): CommandContext {
  const found = useContext(Commands);
  if (!found) throw new Error('CommandProvider is missing');
  return found;
}
