import { useEffect, useState } from 'react';
import type { Client } from '../../../shared/api/client.ts';
import type { FileHandle } from '../../../shared/api/contract.ts';
import { errorInfo } from '../../../shared/api/errors.ts';
import { nameProblem } from './new-name.ts';

/** What lies under a name typed for something new. */
export interface NewName {
  /** What is wrong with the name, or null. */
  readonly problem: string | null;
  /** The handle for that name in that folder; null until the core has answered. */
  readonly file: FileHandle | null;
  readonly exists: boolean;
}

const UNKNOWN: NewName = { problem: null, file: null, exists: false };

/** Asks, a moment after the last key, whether something of that name is in the folder already. */
export function useNewName(client: Client, folder: FileHandle | null, fileName: string): NewName {
  const [answer, setAnswer] = useState<NewName & { readonly for: string }>({ ...UNKNOWN, for: '' });
  const problem = nameProblem(fileName);
  const asked = `${folder} ${fileName}`;

  useEffect(() => {
    if (folder === null || problem !== null) return;
    let left = false;
    const ask = async (): Promise<void> => {
      try {
        const { file, exists } = await client.call('files.child', { folder, name: fileName });
        if (!left) setAnswer({ problem: null, file, exists, for: asked });
      } catch (error) {
        if (!left) setAnswer({ problem: errorInfo(error).message, file: null, exists: false, for: asked });
      }
    };
    const timer = setTimeout(() => void ask(), 120);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, folder, fileName, problem, asked]);

  if (problem !== null) return { ...UNKNOWN, problem };
  return answer.for === asked ? answer : UNKNOWN;
}
