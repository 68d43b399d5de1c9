import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/api/client.ts';
import { aheadActions } from './actions/ahead.ts';
import { articleActions } from './actions/articles.ts';
import { callActions } from './actions/calls.ts';
import { codebookActions } from './actions/codebook.ts';
import { entityActions } from './actions/entities.ts';
import { proposalActions } from './actions/proposals.ts';
import { projectActions } from './actions/projects.ts';
import { queueActions } from './actions/queue.ts';
import { searchActions } from './actions/search.ts';
import { viewActions } from './actions/views.ts';
import { initialState } from './state.ts';
import type { Store } from './types.ts';

/** The one store of a window, over a client. It does nothing until `start`. */
export function createWorkbenchStore(client: Client): StoreApi<Store> {
  return createStore<Store>((set, get) => ({
    ...initialState,
    ...callActions(client, set, get),
    ...aheadActions(set, get),
    ...projectActions(client, set, get),
    ...articleActions(client, set, get),
    ...codebookActions(set, get),
    ...entityActions(client, set, get),
    ...proposalActions(set, get),
    ...searchActions(set, get),
    ...queueActions(set, get),
    ...viewActions(set, get),
  }));
}
