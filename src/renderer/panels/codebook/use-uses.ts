import { useEffect, useState } from 'react';
import type { Codebook } from '../../../shared/api/methods/codebook.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

const NONE: Codebook['uses'] = { codes: {}, variables: {} };

/** How often each code and variable is used: read again with each change of the project. */
export function useUses(): Codebook['uses'] {
  const client = useClient();
  // The store makes a new project object with each change that a call brought.
  const project = useStore((store) => store.project);
  const [uses, setUses] = useState(NONE);
  useEffect(() => {
    let isWanted = true;
    client.call('codebook.get', {}).then(
      (found) => isWanted && setUses(found.uses),
      // What is wrong is said by whoever changes something; a count that is old is no harm.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a new project object means that something changed
  }, [client, project]);
  return uses;
}
