import { ParleyError } from '../../shared/api/errors.ts';
import { FormatError, type FormatOptions, type ReadMapping, type ReadResult } from '../../shared/formats/format.ts';
import type { HeldFile } from '../handlers/context.ts';
import { readableFormat } from './options.ts';
import { openSources } from './source-files.ts';

/** All that a read needs to know: plain values, so that they can be handed to a worker. */
export interface ReadOrder {
  readonly format: string;
  readonly files: readonly HeldFile[];
  readonly mapping: ReadMapping;
  /** Every option of the format, with its value. */
  readonly options: FormatOptions;
}

/** Reads annotated files. Errors: `bad-format`, `file-gone`, `file-unreadable`, `file-too-large`, `bad-input`. */
export function runRead(order: ReadOrder): ReadResult {
  const format = readableFormat(order.format);
  try {
    return format.read(openSources(order.files, format.extensions, format.companions), order.mapping, order.options);
  } catch (error) {
    if (error instanceof FormatError) throw new ParleyError('bad-format', error.message, error.hint, { cause: error });
    throw error;
  }
}
