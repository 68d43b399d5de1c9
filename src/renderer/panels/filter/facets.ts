import { useEffect, useState } from 'react';
import type { Facets } from '../../../shared/api/methods/search.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

/** Names of what was offered in this window, by id: a chip has to name what isn't in the present list. */
const names = new Map<string, string>();

/** What can be filtered by now, with counts of articles or annotations; null until it is read. Asked while `wanted`. */
export function useFacets(wanted: boolean, of: 'articles' | 'annotations', words: string): Facets | null {
  const client = useClient();
  const project = useStore((store) => store.project);
  const [facets, setFacets] = useState<Facets | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let live = true;
    client.call('search.facets', { of, words }).then(
      (found) => {
        for (const { value, label } of [...found.coders, ...found.codes, ...found.entities]) names.set(value, label);
        if (live) setFacets(found);
      },
      () => live && setFacets(null),
    );
    return () => {
      live = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a change of the project is a reason to ask again
  }, [client, project, wanted, of, words]);
  return facets;
}

/** The name of a coder, code or entity that was offered before. */
export function facetName(id: string): string {
  return names.get(id) ?? 'one that isn’t there any more';
}
