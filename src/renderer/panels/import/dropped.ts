import type { FileHandle } from '../../../shared/api/contract.ts';
import type { Client } from '../../../shared/api/client.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { holdFile, LARGEST_HELD } from '../parts/hold-file.ts';
import { fileSize } from '../parts/words.ts';

/** What was let go over the window in one go. */
export interface Drop {
  /** Of the folder, when it was one; else ''. */
  readonly name: string;
  readonly files: readonly DroppedFile[];
}

interface DroppedFile {
  readonly file: File;
  /** Whether it was dropped by itself, not in its folder: then it is meant, whatever it is. */
  readonly named: boolean;
}

/** Files that were dropped on the window, as the core now holds them. */
export interface Held {
  readonly files: readonly FileHandle[];
  readonly problems: readonly { readonly fileName: string; readonly error: ErrorInfo }[];
}

/** What dropped files are to be: the part of the import dialog that takes them. */
export type DropUse = 'articles' | 'coded';

const USES: Readonly<Record<DropUse, { readonly names: RegExp; readonly isnt: string; readonly hint: string }>> = {
  articles: {
    names: /\.(txt|md)$/i,
    isnt: 'a text file',
    hint: 'Drop .txt or .md files. Save other documents as plain text first.',
  },
  coded: {
    names: /\.(ann|txt|jsonl|json|csv)$/i,
    isnt: 'a file of coded articles',
    hint: 'Drop the folder that the other program wrote, or all its files: .ann with .txt, .jsonl, or a data package.',
  },
};

/** All files of a drop, those in dropped folders too. Has to be called while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<Drop> {
  // Entries and files can be asked for during the event only, so all are taken before the first await.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null || entry.isFile)) {
    return { name: '', files: [...transfer.files].map((file) => ({ file, named: true })) };
  }
  const files: DroppedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, files, true);
  return { name: (entries.length === 1 && entries[0]?.name) || '', files };
}

async function collect(entry: FileSystemEntry, found: DroppedFile[], named: boolean): Promise<void> {
  if (entry.name.startsWith('.')) return;
  if (entry.isFile) {
    if (named || Object.values(USES).some(({ names }) => names.test(entry.name))) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({ file, named });
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
export function dropProblem(use: DropUse, name: string, bytes: number): ErrorInfo | null {
  const { names, isnt, hint } = USES[use];
  if (bytes > LARGEST_HELD) {
    return use === 'articles'
      ? {
          code: 'file-too-large',
          message: `“${name}” is too large for an article (${fileSize(bytes)}).`,
          hint: `Parley reads articles of up to ${fileSize(LARGEST_HELD)}. Split it, or keep only the article.`,
        }
      : {
          code: 'file-too-large',
          message: `“${name}” is too large to be dropped (${fileSize(bytes)}).`,
          hint: 'Choose its folder instead.',
        };
  }
  return names.test(name) ? null : { code: 'bad-format', message: `“${name}” isn’t ${isnt}.`, hint };
}

/**
 * Hands dropped files to the core, one after the other. Within a folder only those are meant that can be of use.
 * @param report is told how many are through.
 */
export async function holdFiles(
  client: Client,
  use: DropUse,
  drop: Drop,
  report: (done: number, total: number) => void,
): Promise<Held> {
  const handles: FileHandle[] = [];
  const problems: { fileName: string; error: ErrorInfo }[] = [];
  const meant = drop.files.filter(({ file, named }) => named || USES[use].names.test(file.name));
  for (const [index, { file }] of meant.entries()) {
    report(index, meant.length);
    const known = dropProblem(use, file.name, file.size);
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
  if (meant.length === 0) {
    const error: ErrorInfo = {
      code: 'bad-format',
      message: `There is nothing in “${drop.name || 'what was dropped'}” that can be read here.`,
      hint: USES[use].hint,
    };
    problems.push({ fileName: drop.name, error });
  }
  return { files: handles, problems };
}
