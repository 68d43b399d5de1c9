import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/api/client.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { ExchangeReport, FormatInfo } from '../../../shared/model/exchange.ts';

export type Options = Readonly<Record<string, string>>;

export interface Preview {
  /** What the export would hold and lose; null until that is known. */
  readonly report: ExchangeReport | null;
  readonly error: ErrorInfo | null;
}

const NOTHING: Preview = { report: null, error: null };

/** Asks what an export in this format, with these options, would hold and lose. */
export function usePreview(client: Client, format: FormatInfo | null, options: Options): Preview {
  const [answer, setAnswer] = useState<Preview & { readonly for: string }>({ ...NOTHING, for: '' });
  const asked = `${format?.id} ${JSON.stringify(options)}`;

  useEffect(() => {
    if (!format) return;
    let left = false;
    client.call('exchange.preview', { format: format.id, options }).then(
      (report) => !left && setAnswer({ report, error: null, for: asked }),
      (thrown: unknown) => !left && setAnswer({ report: null, error: errorInfo(thrown), for: asked }),
    );
    return () => {
      left = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` stands for the format and its options
  }, [client, asked]);

  return answer.for === asked ? answer : NOTHING;
}
