import type { Dispatch } from './dispatch.ts';
import { type OpenArticleWire, unpackOpenArticle } from './wire/open-article.ts';

/*
 * What crosses between core and window: JSON text, of the output itself or, where outputs are long enough for it to be felt, of a
 * closer form of it. Both hosts carry that text and unpack it before the window's client: the window sees nothing but the
 * contract's own values.
 */

/** A method and its input in, the JSON text that crosses out. Rejects as `Dispatch` does. */
export type Answer = (method: string, input: unknown) => Promise<string>;

/** The JSON text of a closer form. */
export class Packed {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Answers with what a door into the core gives: a `Packed` as it is, any other output as JSON. */
export function answers(dispatch: Dispatch): Answer {
  return async (method, input) => {
    const output = await dispatch(method, input);
    return output instanceof Packed ? output.json : JSON.stringify(output ?? null);
  };
}

/** What a host carried, parsed → the method's output. */
export function fromWire(method: string, carried: unknown): unknown {
  return method === 'articles.open' ? unpackOpenArticle(carried as OpenArticleWire) : carried;
}
