import { z } from 'zod';
import { type Input, inputs, type Method, type Output } from './contract.ts';
import { ParleyError } from './errors.ts';

// Compiled parsers would need `unsafe-eval`, which the window's policy forbids.
z.config({ jitless: true });

/**
 * One function a method: the context (what is open, the clock, the disk) and a checked input in, the output out, or what `Instead`
 * allows.
 */
export type Handlers<Context, Instead = never> = {
  [M in Method]: (context: Context, input: Input<M>) => Output<M> | Instead | Promise<Output<M> | Instead>;
};

export type Dispatch = (method: string, input: unknown) => Promise<unknown>;

/**
 * Makes the one door into the core: checks the method's name and its input, then calls the handler. Rejects with
 * `bad-input` (which names the field) or with what the handler throws.
 */
export function createDispatch<Context>(handlers: Handlers<Context, unknown>, context: Context): Dispatch {
  return async (method, input) => {
    if (!Object.hasOwn(inputs, method)) {
      throw new ParleyError('bad-input', `Parley has no method “${method}”.`, 'Update the window: reload it.');
    }
    const parsed = inputs[method as Method].safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const field = issue?.path.join('.') || 'input';
      throw new ParleyError('bad-input', `“${field}” can’t be used: ${issue?.message}.`, 'Correct it and try again.');
    }
    const handler = handlers[method as Method] as (context: Context, input: unknown) => unknown;
    return handler(context, parsed.data);
  };
}
