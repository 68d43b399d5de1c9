import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import { syncFolder } from '../db/in-place.ts';
import { type Disk, exportFailure, systemCode } from './disk.ts';
import { besidePlace, removeLeftovers } from './leftovers.ts';
import { exportTime, isEmptyFolder, readMarker, strayFile } from './marker.ts';

/**
 * The folder that an export is to become. It is written beside its place under another name and moved there whole: who
 * looks at the place sees the old state or the new one, and after a failure the old one.
 */
export interface Target {
  /** Absolute path where the export will lie. */
  readonly place: string;
  /** Absolute path of the folder to write into; it is there and empty. */
  readonly partial: string;
  /** When the earlier export was written whose place it takes; null where nothing lies there. ISO 8601, UTC. */
  readonly replaces: string | null;
  /** Moves the finished folder into its place. */
  commit(disk: Disk): void;
  /** Removes all that was written. Does nothing after `commit`. */
  abandon(): void;
}

/**
 * Claims a place for an export. Errors: `already-exists` for a file, for a folder that holds something else, and for an
 * earlier export that is of another project or format, or that somebody has changed or added to; `read-only`, `disk-full`,
 * `bad-input`. On an error nothing is touched.
 * @param folder absolute path of the folder to come; folders above it are made.
 * @param projectId null takes the place of any project's.
 */
export function claimTarget(folder: string, format: string, projectId: string | null = null): Target {
  let place = folder;
  let made: string | undefined;
  try {
    place = realPlace(folder);
    const replaces = refuseOccupied(place, format, projectId);
    made = makeFolders(dirname(place));
    removeLeftovers(place, 'unfinished');
    const partial = besidePlace(place, 'unfinished');
    fs.mkdirSync(partial);
    return { ...target(place, partial, () => refuseOccupied(place, format, projectId), made), replaces };
  } catch (error) {
    if (made) removeMade(dirname(place), made);
    throw systemCode(error) === 'ENOENT' ? noPlace(folder, error) : exportFailure(error, folder);
  }
}

/**
 * Makes a folder and those above it that aren't there. Gives the topmost one made; undefined when all were there. One by
 * one: Node's own way never ends where the system says of a folder that is there that it isn't (below `/proc`).
 */
function makeFolders(folder: string): string | undefined {
  if (fs.existsSync(folder)) return undefined;
  const above = makeFolders(dirname(folder));
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (above !== undefined) removeMade(dirname(folder), above);
    throw error;
  }
  return above ?? folder;
}

/** The folders above were to be made with it: somewhere among them the system lets nobody make one. */
function noPlace(folder: string, cause: unknown): ParleyError {
  return new ParleyError(
    'read-only',
    `The folder “${folder}” can’t be made: “${dirname(folder)}” takes no folders.`,
    'Choose a folder that you can write to.',
    { cause },
  );
}

function target(
  place: string,
  partial: string,
  look: () => void,
  madeAbove: string | undefined,
): Omit<Target, 'replaces'> {
  let done = false;
  return {
    place,
    partial,
    commit(disk) {
      // Writing may have taken long enough for somebody to put something there.
      look();
      const aside = besidePlace(place, 'replaced');
      const replaces = fs.existsSync(place);
      if (replaces) disk.rename(place, aside);
      try {
        disk.rename(partial, place);
      } catch (error) {
        if (replaces) fs.renameSync(aside, place);
        throw error;
      }
      done = true;
      syncFolder(dirname(place));
      if (replaces) removeOld(aside);
      removeLeftovers(place, 'replaced');
    },
    abandon() {
      if (done) return;
      fs.rmSync(partial, { recursive: true, force: true });
      if (madeAbove !== undefined) removeMade(dirname(place), madeAbove);
    },
  };
}

/** Removes folders that were made for an export, from the deepest up, those in which something else lies by now left alone. */
function removeMade(deepest: string, topmost: string): void {
  try {
    for (let at = deepest; at.length >= topmost.length; at = dirname(at)) fs.rmdirSync(at);
  } catch (error) {
    if (systemCode(error) === '') throw error;
  }
}

/** The export is in its place: that its predecessor can't be removed (a file of it is open elsewhere) doesn't undo that. */
function removeOld(aside: string): void {
  try {
    fs.rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (systemCode(error) === '') throw error;
  }
}

/** The place itself where the path leads through links, so that a link stays one. */
function realPlace(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return folder;
    throw error;
  }
}

/** When the export was written that lies there and may be replaced; null for none. Errors: `already-exists`. */
function refuseOccupied(place: string, format: string, projectId: string | null): string | null {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return null;
  const name = basename(place) || place;
  const elsewhere = 'Nothing was touched. Choose a new or empty folder.';
  if (!stat.isDirectory()) {
    throw new ParleyError('already-exists', `“${name}” is a file, not a folder.`, elsewhere);
  }
  if (isEmptyFolder(place)) return null;
  const marker = readMarker(place);
  if (!marker) {
    throw new ParleyError('already-exists', `The folder “${name}” already holds other files.`, elsewhere);
  }
  if (marker.format !== format) {
    throw new ParleyError('already-exists', `The folder “${name}” holds an export as ${marker.format}.`, elsewhere);
  }
  if (projectId !== null && marker.project && marker.project.id !== projectId) {
    throw new ParleyError(
      'already-exists',
      `The folder “${name}” holds an export of another project, “${marker.project.name}”.`,
      elsewhere,
    );
  }
  const stray = strayFile(place, marker);
  if (stray === null) return exportTime(place, marker);
  const known = marker.files.some((file) => file.path === stray);
  const what = known ? 'was changed after it was exported' : 'isn’t part of the earlier export';
  throw new ParleyError(
    'already-exists',
    `The folder “${name}” holds an earlier export, but “${stray}” in it ${what}.`,
    'Nothing was touched. Choose a new folder, or move that file out first.',
  );
}

/** Absolute path of a file in a folder for a format's relative path; throws for one that would leave the folder. */
export function insideFolder(folder: string, path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part))) {
    throw new Error(`“${path}” is no name for a file of an export`);
  }
  return join(folder, ...parts);
}
