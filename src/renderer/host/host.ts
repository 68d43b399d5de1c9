import type { OpenWhat, SaveWhat } from '../../shared/api/bridge.ts';
import type { Client } from '../../shared/api/client.ts';
import type { FileHandle } from '../../shared/api/contract.ts';

/** A file or folder that the analyst chose. */
export interface Chosen {
  readonly file: FileHandle;
  readonly name: string;
  /** Whether something lies there already. */
  readonly exists: boolean;
}

/** The host's own file dialogs. Cancelled: an empty list, or null. */
export interface FileDialogs {
  /** One project or codebook file; several articles (files, or one folder with `folder`). */
  open(what: OpenWhat): Promise<readonly Chosen[]>;
  /** Where a new project file, an export's folder or a codebook (with the ending of its suggested name) is to lie. */
  save(what: SaveWhat, suggestedName: string): Promise<Chosen | null>;
}

/** What a host gives the renderer. The renderer is the same under both. */
export interface Host {
  readonly kind: 'electron' | 'loopback';
  readonly client: Client;
  /** Null where the host has none: the window then shows Parley's own chooser, built on `files.*`. */
  readonly dialogs: FileDialogs | null;
  /** Where several windows could be open at once: only the newest acts, and the calls of the others are refused. */
  readonly turns?: Turns;
}

/** Whose turn it is among several windows of one Parley. */
export interface Turns {
  /** Calls `listener` each time another window takes over, until the returned function is called. */
  onTakenOver(listener: () => void): () => void;
  /** Lets this window act again; the one that acted is taken over. What it shows has to be read again. */
  takeBack(): void;
}
