import type { z } from 'zod';
import type { fileInputs } from '../inputs/files.ts';

type Input<M extends keyof typeof fileInputs> = z.infer<(typeof fileInputs)[M]>;

/** An opaque name for a file or folder, given out by the host for this launch. Never a path. */
export type FileHandle = string;

/** A place where the analyst's files usually lie. */
export interface Place {
  readonly folder: FileHandle;
  /** `Home`, `Documents`, `This project’s folder`. */
  readonly name: string;
}

/** A file or folder that lies in another. */
export interface FolderEntry {
  readonly file: FileHandle;
  readonly name: string;
  readonly kind: 'folder' | 'file';
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly modifiedAt: string;
}

/** A folder, with what can be chosen in it. */
export interface FolderListing {
  readonly folder: FileHandle;
  /** For reading only. */
  readonly location: string;
  readonly parent: FileHandle | null;
  /** Folders first, each part by name. */
  readonly entries: readonly FolderEntry[];
}

/** Choosing files and folders, for hosts without dialogs of their own, and files dropped on the window. */
export interface FilesApi {
  /** Where to begin choosing a file, for hosts without file dialogs of their own. */
  'files.places'(input: Input<'files.places'>): { readonly places: readonly Place[] };

  /** What lies in a folder. Errors: `file-gone`, `file-unreadable`. */
  'files.list'(input: Input<'files.list'>): FolderListing;

  /** A handle for a file or folder of that name in a folder, there or not yet. Errors: `bad-input` for a name with a slash. */
  'files.child'(input: Input<'files.child'>): {
    readonly file: FileHandle;
    readonly exists: boolean;
  };

  /** Keeps a file's bytes in memory for this launch (a file dropped on the window). Errors: `file-too-large`. */
  'files.hold'(input: Input<'files.hold'>): { readonly file: FileHandle };
}
