import type { Method, Output } from './contract.ts';
import { packOpenArticle, unpackOpenArticle } from './wire/open-article.ts';

/*
 * What crosses between core and window, where it isn't the output itself. Both hosts pack behind the core and unpack before
 * the window's client: neither handlers nor the window see anything but the contract's own values.
 */

/** A closer form of one method's output. Packing and unpacking give the same output again. */
interface Codec<O, W> {
  pack(output: O): W;
  /** @param wire what `pack` gave, after it crossed as JSON. */
  unpack(wire: W): O;
}

function codec<M extends Method, W>(
  method: M,
  pack: (output: Output<M>) => W,
  unpack: (wire: W) => Output<M>,
): [string, Codec<unknown, unknown>] {
  return [method, { pack, unpack } as Codec<unknown, unknown>];
}

/** Only outputs that can be long enough for it to be felt. */
const CODECS: ReadonlyMap<string, Codec<unknown, unknown>> = new Map([
  codec('articles.open', packOpenArticle, unpackOpenArticle),
]);

/** A method's output → what a host carries, JSON-safe as the output is. */
export function toWire(method: string, output: unknown): unknown {
  return CODECS.get(method)?.pack(output) ?? output;
}

/** What a host carried → the method's output. */
export function fromWire(method: string, carried: unknown): unknown {
  return CODECS.get(method)?.unpack(carried) ?? carried;
}
