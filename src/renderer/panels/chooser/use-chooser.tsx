import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Chosen } from '../../host/host.ts';
import { useHost } from '../../store/context.tsx';
import { FileChooser } from './FileChooser.tsx';
import type { ChooserRequest } from './request.ts';

/** Ways to ask for files. Cancelled: an empty list, or null. */
export interface Chooser {
  chooseProject(): Promise<Chosen | null>;
  /** @param suggested a name without ending. */
  chooseNewProject(suggested: string): Promise<Chosen | null>;
  /** Text files, or folders with text files in them. */
  chooseArticles(): Promise<readonly Chosen[]>;
  chooseFolder(): Promise<Chosen | null>;
  /** A folder to write into, there already or not yet. */
  chooseExportFolder(suggested: string): Promise<Chosen | null>;
  /** One codebook: .qdc, .csv or .json. */
  chooseCodebook(): Promise<Chosen | null>;
  /** @param suggested a name with the ending that the file is to have. */
  chooseNewCodebook(suggested: string): Promise<Chosen | null>;
  /** Parley's own chooser while it is asked for. Put it inside the dialog that asks, so that it lies above it. */
  readonly dialog: ReactNode;
}

interface Pending {
  readonly request: ChooserRequest;
  done(chosen: readonly Chosen[]): void;
}

/** The host's own file dialogs, or Parley's where the host has none. */
export function useChooser(): Chooser {
  const { dialogs } = useHost();
  const [pending, setPending] = useState<Pending | null>(null);

  const ask = useCallback(
    async (request: ChooserRequest): Promise<readonly Chosen[]> => {
      if (dialogs) {
        if (request.mode === 'open') return dialogs.open(request.what);
        const chosen = await dialogs.save(request.what, request.suggested);
        return chosen ? [chosen] : [];
      }
      return new Promise((resolve) => {
        setPending({
          request,
          done: (chosen) => {
            setPending(null);
            resolve(chosen);
          },
        });
      });
    },
    [dialogs],
  );

  return useMemo(() => {
    const one = async (request: ChooserRequest): Promise<Chosen | null> => (await ask(request))[0] ?? null;
    return {
      chooseProject: () => one({ mode: 'open', what: 'project' }),
      chooseNewProject: (suggested) => one({ mode: 'save', what: 'project', suggested }),
      chooseArticles: () => ask({ mode: 'open', what: 'articles' }),
      chooseFolder: () => one({ mode: 'open', what: 'folder' }),
      chooseExportFolder: (suggested) => one({ mode: 'save', what: 'folder', suggested }),
      chooseCodebook: () => one({ mode: 'open', what: 'codebook' }),
      chooseNewCodebook: (suggested) => one({ mode: 'save', what: 'codebook', suggested }),
      dialog: pending && <FileChooser request={pending.request} onDone={pending.done} />,
    };
  }, [ask, pending]);
}
