import { useState } from 'react';
import type { ProjectInfo } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useStore } from '../../store/store.ts';

export interface Opening {
  readonly busy: boolean;
  readonly error: ErrorInfo | null;
  /** Asks for a project and shows it; true when it is open. `ask` gives null when the analyst thought better of it. */
  open(ask: () => Promise<ProjectInfo | null>): Promise<boolean>;
}

/** Opening a project from a dialog: one at a time, errors kept to be shown in place. */
export function useOpening(): Opening {
  const openProject = useStore((store) => store.openProject);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorInfo | null>(null);
  return {
    busy,
    error,
    async open(ask) {
      setBusy(true);
      setError(null);
      try {
        const info = await ask();
        if (!info) return false;
        await openProject(info);
        return true;
      } catch (thrown) {
        setError(errorInfo(thrown));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
