import type { Events, Input, Method, Output } from './contract.ts';

/** What a host has to carry: a call and its answer, and events. It knows no method by name. */
export interface Transport {
  /** Resolves with the method's output; rejects with a `ParleyError`. */
  call(method: string, input: unknown): Promise<unknown>;
  /** Calls `listener` for each event of that name until the returned function is called. */
  listen(event: string, listener: (payload: unknown) => void): () => void;
}

/** The contract as promises. */
export interface Client {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  listen<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
}

/** The one place where a transport's untyped answers become the contract's. */
export function createClient(transport: Transport): Client {
  return {
    call: (method, input) => transport.call(method, input) as Promise<never>,
    listen: (event, listener) => transport.listen(event, listener as (payload: unknown) => void),
  };
}
