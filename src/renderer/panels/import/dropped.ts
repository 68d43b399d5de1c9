import type { FileHandle } from '../../../shared/api/contract.ts';
import type { Client } from '../../../shared/api/client.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { holdFile, LARGEST_HELD } from '../parts/hold-file.ts';
import { fileSize } from '../parts/words.ts';

/** Files that were dropped on the window, as the core now holds them. */
export interface Dropped {
  readonly files: readonly FileHandle[];
  readonly problems: readonly { readonly fileName: string; readonly error: ErrorInfo }[];
}

const ARTICLE = /\.(txt|md)$/i;

/** All files of a drop, those in dropped folders too. Has to be called while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries and files can be asked for during the event only, so all are taken before the first await.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null || entry.isFile)) return [...transfer.files];
  const found: File[] = [];
  for (const entry of entries) if (entry) await collect(entry, found, true);
  return found;
}

async function collect(entry: FileSystemEntry, found: File[], named: boolean): Promise<void> {
  if (entry.name.startsWith('.')) return;
  if (entry.isFile) {
    // Within a folder only articles are meant; a file that was dropped by itself is named, whatever it is.
    if (named || ARTICLE.test(entry.name)) {
      found.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    }
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives at most 100 entries a call, and none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, found, false);
  }
}

/** Why a dropped file isn't worth handing over, or null. */
export function dropProblem(name: string, bytes: number): ErrorInfo | null {
  if (bytes > LARGEST_HELD) {
    return {
      code: 'file-too-large',
      message: `“${name}” is too large for an article (${fileSize(bytes)}).`,
      hint: `Parley reads articles of up to ${fileSize(LARGEST_HELD)}. Split it, or keep only the article.`,
    };
  }
  if (!ARTICLE.test(name)) {
    return {
      code: 'bad-format',
      message: `“${name}” isn’t a text file.`,
      hint: 'Drop .txt or .md files. Save other documents as plain text first.',
    };
  }
  return null;
}

/**
 * Hands dropped files to the core, one after the other.
 * @param report is told how many are through.
 */
export async function holdFiles(
  client: Client,
  files: readonly File[],
  report: (done: number, total: number) => void,
): Promise<Dropped> {
  const handles: FileHandle[] = [];
  const problems: { fileName: string; error: ErrorInfo }[] = [];
  for (const [index, file] of files.entries()) {
    report(index, files.length);
    const known = dropProblem(file.name, file.size);
    if (known) {
      problems.push({ fileName: file.name, error: known });
      continue;
    }
    try {
      handles.push(await holdFile(client, file));
    } catch (error) {
      problems.push({ fileName: file.name, error: errorInfo(error) });
    }
  }
  return { files: handles, problems };
}
