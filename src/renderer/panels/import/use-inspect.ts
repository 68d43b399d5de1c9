import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/api/client.ts';
import type { FileHandle, Output } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { FormatInfo } from '../../../shared/model/exchange.ts';
import { type MappingChoice, mappingRows, readMapping } from './mapping.ts';

export type Inspected = Output<'exchange.inspect'>;

export interface Inspection {
  /** What the files hold with the present mapping; the one before while a new look is under way. */
  readonly found: Inspected | null;
  readonly looking: boolean;
  readonly error: ErrorInfo | null;
}

export interface InspectOrder {
  readonly format: FormatInfo;
  /** The folder or the files; another list is looked into anew. */
  readonly files: readonly FileHandle[];
  readonly options: Readonly<Record<string, string>>;
  /** Null before the first look, which finds out what there is to map. */
  readonly choice: MappingChoice;
}

/**
 * Looks into annotated files anew whenever the order changes, a moment after the last key.
 * @param onFound is told the mapping's rows, so that types that came to light can be decided on.
 */
export function useInspect(
  client: Client,
  order: InspectOrder | null,
  onFound: (rows: Pick<MappingChoice, 'types' | 'roles'>) => void,
): Inspection {
  const [found, setFound] = useState<{ readonly files: readonly FileHandle[]; readonly result: Inspected } | null>(
    null,
  );
  const [error, setError] = useState<ErrorInfo | null>(null);
  const [answered, setAnswered] = useState('');
  const asked =
    order &&
    JSON.stringify([order.format.id, order.files, order.options, readMapping(order.choice), order.choice.types.length]);

  useEffect(() => {
    if (!order || asked === null) return;
    let left = false;
    const look = async (): Promise<void> => {
      try {
        const result = await client.call('exchange.inspect', {
          format: order.format.id,
          files: [...order.files],
          mapping: readMapping(order.choice),
          options: order.options,
        });
        if (left) return;
        setFound({ files: order.files, result });
        setError(null);
        onFound(mappingRows(result, order.choice));
      } catch (thrown) {
        if (!left) setError(errorInfo(thrown));
      }
      if (!left) setAnswered(asked);
    };
    const timer = setTimeout(() => void look(), 200);
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` stands for all of the order
  }, [client, asked]);

  return {
    found: order && found?.files === order.files ? found.result : null,
    looking: asked !== null && asked !== answered,
    error: asked === answered ? error : null,
  };
}
