import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../../../shared/api/client.ts';
import type { FileHandle, FolderListing, Input, Place } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';

/** The folder that was open when something was last chosen: the next chooser of this launch begins there. */
let lastFolder: FileHandle | null = null;

export interface FolderState {
  readonly places: readonly Place[];
  /** Null until the first folder is read. */
  readonly listing: FolderListing | null;
  readonly problem: ErrorInfo | null;
  open(folder: FileHandle): void;
  /** Opens the folder so many steps above; 1 is the parent. */
  up(steps: number): void;
  /** Remembers the open folder for the next chooser. */
  remember(): void;
}

/** The places in the order in which a chooser tries to begin there. */
function inOrder(places: readonly Place[], saving: boolean): readonly Place[] {
  // What is new belongs among the analyst's own documents: the sample's folder, say, is one that nobody looks into.
  const documents = places.filter((place) => saving && place.name === 'Documents');
  return [...documents, ...places.filter((place) => !documents.includes(place))];
}

/** Walks through folders. A folder that can't be read leaves the one before open and says why. */
export function useFolder(client: Client, show: Input<'files.list'>['show'], saving: boolean): FolderState {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [listing, setListing] = useState<FolderListing | null>(null);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const asked = useRef(0);

  const go = useCallback(async (read: () => Promise<FolderListing>): Promise<boolean> => {
    const turn = ++asked.current;
    try {
      const next = await read();
      // A slower answer to an earlier press must not come on top of a later one.
      if (turn !== asked.current) return true;
      setListing(next);
      setProblem(null);
      return true;
    } catch (error) {
      if (turn === asked.current) setProblem(errorInfo(error));
      return false;
    }
  }, []);

  const list = useCallback((folder: FileHandle) => client.call('files.list', { folder, show }), [client, show]);
  const open = useCallback((folder: FileHandle) => void go(() => list(folder)), [go, list]);

  const up = useCallback(
    (steps: number) =>
      void go(async () => {
        let at = listing;
        for (let step = 0; step < steps && at?.parent; step++) at = await list(at.parent);
        return at ?? Promise.reject(new Error('no folder is open'));
      }),
    [go, list, listing],
  );

  useEffect(() => {
    let isOver = false;
    const begin = async (): Promise<void> => {
      const known = lastFolder;
      const read = await client.call('files.places', {});
      if (isOver) return;
      setPlaces(read.places);
      // Whoever is quick presses a place meanwhile, and stays there.
      let mine = asked.current;
      if (known !== null) {
        mine++;
        if (await go(() => list(known))) return;
      }
      for (const [index, place] of inOrder(read.places, saving).entries()) {
        const first = await list(place.folder).catch(() => null);
        if (isOver || asked.current !== mine) return;
        const last = index === read.places.length - 1;
        // To open something, a place where there is something is the better beginning.
        if (first && (saving || last || first.entries.length > 0)) {
          await go(async () => first);
          return;
        }
      }
    };
    begin().catch((error: unknown) => !isOver && setProblem(errorInfo(error)));
    return () => {
      isOver = true;
    };
  }, [client, go, list, saving]);

  const remember = useCallback(() => {
    lastFolder = listing?.folder ?? lastFolder;
  }, [listing]);

  return { places, listing, problem, open, up, remember };
}
