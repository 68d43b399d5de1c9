import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/api/contract.ts';
import type { Chosen } from '../../host/host.ts';
import { useClient } from '../../store/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import css from './chooser.module.css';
import { EntryList } from './EntryList.tsx';
import { LocationBar } from './LocationBar.tsx';
import { type ChooserRequest, chooseLabel, isOfFile, newName, requestWords } from './request.ts';
import { type ListSelection, NO_SELECTION } from './selection.ts';
import { useFolder } from './use-folder.ts';
import { useNewName } from './use-new-name.ts';

export interface FileChooserProps {
  readonly request: ChooserRequest;
  /** Called once: with what was chosen, or with nothing when it was closed. */
  onDone(chosen: readonly Chosen[]): void;
}

/** Parley's own file dialog, for hosts that have none: places, the way to the folder, what lies in it. */
export function FileChooser({ request, onDone }: FileChooserProps) {
  const client = useClient();
  const words = requestWords(request);
  const saving = request.mode === 'save';
  const folder = useFolder(client, words.show, saving);
  const { listing } = folder;
  const [selection, setSelection] = useState<ListSelection>(NO_SELECTION);
  const [name, setName] = useState(request.mode === 'save' ? request.suggested : '');
  const list = useRef<HTMLDivElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const project = request.what === 'project';
  const isFile = isOfFile(request);
  const fileName = request.mode === 'save' ? newName(request, name) : name.trim();
  const target = useNewName(client, saving ? (listing?.folder ?? null) : null, fileName);
  const entries = listing?.entries ?? [];

  const from = useRef<string | null>(null);
  useEffect(() => {
    if (!listing) return;
    // Coming up from a folder, the keyboard stays on that folder; nothing is chosen yet.
    const index = listing.entries.findIndex((entry) => entry.file === from.current);
    from.current = listing.folder;
    setSelection({ ...NO_SELECTION, active: Math.max(index, Math.min(0, listing.entries.length - 1)) });
  }, [listing]);

  const canChoose = (entry: FolderEntry): boolean =>
    request.what === 'articles' || entry.kind === (isFile ? 'file' : 'folder');
  const picked = [...selection.chosen]
    .sort((a, b) => a - b)
    .map((index) => entries[index])
    .filter((entry): entry is FolderEntry => entry !== undefined && canChoose(entry));

  const finish = (chosen: readonly Chosen[]): void => {
    folder.remember();
    onDone(chosen);
  };
  const here = listing?.location.split(/[\\/]/).findLast((part) => part !== '') ?? '/';

  const ready = saving
    ? target.file !== null && !(project && target.exists)
    : picked.length > 0 || (request.what === 'folder' && listing !== null);
  /** The name for which Enter was pressed before it was known whether it may be had: see `chooseSoon`. */
  const hurried = useRef<string | null>(null);
  const choose = (): void => {
    if (!ready || !listing) return;
    if (saving) {
      if (target.file !== null) finish([{ file: target.file, name: fileName, exists: target.exists }]);
    } else if (picked.length > 0) finish(picked.map(asChosen));
    else finish([{ file: listing.folder, name: here, exists: true }]);
  };

  /** Enter right behind the last letter means the name as typed, unless something of that name turns out to be there. */
  const chooseNow = useEffectEvent(choose);
  const isNew = ready && target.file !== null && !target.exists;
  useEffect(() => {
    if (target.file === null) return;
    const isMeant = hurried.current === fileName;
    hurried.current = null;
    if (isMeant && isNew) chooseNow();
  }, [fileName, isNew, target.file]);
  const chooseSoon = (): void => {
    if (ready) choose();
    else if (target.problem === null) hurried.current = fileName;
  };

  const select = (next: ListSelection): void => {
    setSelection(next);
    const entry = entries[next.active];
    if (saving && isFile && entry?.kind === 'file') setName(entry.name.replace(/\.parley$/i, ''));
  };
  const openEntry = (index: number): void => {
    const entry = entries[index];
    if (!entry) return;
    if (entry.kind === 'folder') folder.open(entry.file);
    else if (!saving && canChoose(entry)) finish((picked.length > 1 ? picked : [entry]).map(asChosen));
  };

  return (
    <Dialog
      open
      onClose={() => onDone([])}
      title={words.title}
      width="wide"
      initialFocus={saving ? nameField : list}
      actions={
        <>
          <Button onClick={() => onDone([])}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={choose}>
            <span className={css.chooseWords}>{chooseLabel(request, picked, here)}</span>
          </Button>
        </>
      }
    >
      <div className={css.chooser}>
        <nav className={css.places} aria-label="Places">
          {folder.places.map((place) => (
            <button
              key={place.folder}
              type="button"
              className={classes(css.place, place.folder === listing?.folder && css.placeHere)}
              aria-current={place.folder === listing?.folder ? 'true' : undefined}
              onClick={() => folder.open(place.folder)}
            >
              {place.name}
            </button>
          ))}
        </nav>
        <div className={css.main}>
          <LocationBar location={listing?.location ?? ''} onUp={folder.up} />
          <ErrorNote error={folder.problem} />
          <div className={css.listFrame}>
            <EntryList
              label={listing ? `Contents of ${here}` : 'Folder'}
              entries={entries}
              selection={selection}
              several={request.mode === 'open' && request.what === 'articles'}
              canChoose={canChoose}
              onSelection={select}
              onOpen={openEntry}
              onUp={() => folder.up(1)}
              focus={list}
            />
            {listing && entries.length === 0 && <p className={css.nothing}>{words.empty}</p>}
          </div>
          {saving && (
            <Field
              label={project ? 'Name of the project' : isFile ? 'Name of the file' : 'Name of the folder'}
              ref={nameField}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onFocus={(event) => event.target.select()}
              onKeyDown={(event) => event.key === 'Enter' && chooseSoon()}
              error={target.problem ?? (project && target.exists ? existingProject(fileName) : null)}
              help={
                target.exists
                  ? isFile
                    ? `“${fileName}” is there already, and will be replaced.`
                    : existingFolder(fileName)
                  : `Will be made in “${here}”.`
              }
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function asChosen({ file, name }: FolderEntry): Chosen {
  return { file, name, exists: true };
}

function existingProject(fileName: string): string {
  return `“${fileName}” is there already. Give the new project another name; Parley never writes over a project.`;
}

function existingFolder(name: string): string {
  return `“${name}” is there already. Parley writes into it only when it is empty or holds an earlier export.`;
}
