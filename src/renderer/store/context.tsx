import { createContext, type ReactNode, useContext } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/api/client.ts';
import type { Host } from '../host/host.ts';
import type { Store } from './types.ts';

interface Workbench {
  readonly host: Host;
  readonly store: StoreApi<Store>;
}

const WorkbenchContext = createContext<Workbench | null>(null);

/** Gives the host and the store to everything inside. */
export function WorkbenchProvider({ host, store, children }: Workbench & { readonly children: ReactNode }) {
  return <WorkbenchContext value={{ host, store }}>{children}</WorkbenchContext>;
}

function useWorkbench(): Workbench {
  const found = useContext(WorkbenchContext);
  if (!found) throw new Error('WorkbenchProvider is missing');
  return found;
}

/** The host: its kind and its file dialogs. */
export function useHost(): Host {
  return useWorkbench().host;
}

/** The contract's calls, for what shows its errors in place. What changes the project goes through the store's `run`. */
export function useClient(): Client {
  return useWorkbench().host.client;
}

/** The store itself, to read in a handler without following it. */
export function useStoreApi(): StoreApi<Store> {
  return useWorkbench().store;
}
