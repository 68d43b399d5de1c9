import { ParleyError } from '../../shared/api/errors.ts';
import type { Format, FormatOptions } from '../../shared/formats/format.ts';
import type { FormatInfo } from '../../shared/model/exchange.ts';
import { formatById, formats } from '../../shared/formats/registry.ts';

type Readable = Format & Required<Pick<Format, 'read'>>;
type Writable = Format & Required<Pick<Format, 'write'>>;

/** The format of that id that reads files. Errors: `bad-input` for one that there isn't or that only writes. */
export function readableFormat(id: string): Readable {
  const format = knownFormat(id);
  if (format.read) return format as Readable;
  throw new ParleyError('bad-input', `Parley writes ${format.info.name} but doesn’t read it.`, offer('reads'));
}

/** The format of that id that writes files. Errors: `bad-input` for one that there isn't or that only reads. */
export function writableFormat(id: string): Writable {
  const format = knownFormat(id);
  if (format.write) return format as Writable;
  throw new ParleyError('bad-input', `Parley reads ${format.info.name} but doesn’t write it.`, offer('writes'));
}

/**
 * The options with every one that isn't named at its initial value. Errors: `bad-input` for an option or a value that the
 * format doesn't have.
 */
export function completeOptions(info: FormatInfo, given: FormatOptions, when: 'read' | 'write'): FormatOptions {
  const applicable = info.options.filter((option) => option.when === when || option.when === 'both');
  for (const [id, value] of Object.entries(given)) {
    const option = applicable.find((candidate) => candidate.id === id);
    if (!option) {
      const names = applicable.map((candidate) => candidate.id);
      const hint = names.length > 0 ? `Its options are ${names.join(', ')}.` : 'It has no options here.';
      throw new ParleyError('bad-input', `${info.name} has no option “${id}”.`, hint);
    }
    if (!option.choices.some((choice) => choice.value === value)) {
      const values = option.choices.map((choice) => choice.value).join(', ');
      throw new ParleyError('bad-input', `The option “${id}” can’t be “${value}”.`, `It can be ${values}.`);
    }
  }
  return Object.fromEntries(applicable.map((option) => [option.id, given[option.id] ?? option.initial]));
}

function knownFormat(id: string): Format {
  const format = formatById(id);
  if (format) return format;
  const ids = formats.map((candidate) => candidate.info.id).join(', ');
  throw new ParleyError('bad-input', `Parley knows no format “${id}”.`, `It knows ${ids}.`);
}

function offer(can: 'reads' | 'writes'): string {
  const ids = formats.filter((format) => format.info[can]).map((format) => format.info.id);
  return `Formats that it ${can}: ${ids.join(', ')}.`;
}
