import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHandle } from '../../shared/api/contract.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Handles, HeldFile, JobReport } from '../handlers/context.ts';
import { fileFailure } from './failure.ts';
import { byName } from '../../shared/text/by-name.ts';

/** The endings of files that a folder is searched for, lower case. A file that is chosen itself may have any. */
const ENDINGS = ['.txt', '.md'];
/** The most files of one choice; `articles.import` takes no more. */
const MOST_FILES = 100_000;

/** A file to be read as an article, or a file or folder that can't be looked at. */
export interface FoundFile {
  readonly file: FileHandle;
  readonly held: HeldFile;
  readonly problem: ParleyError | null;
}

/** Whether a file's name says that it holds an article. */
export function isArticleName(name: string): boolean {
  return ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * The article files among what the analyst chose, folders searched through, each once, by name. Hidden files and folders
 * are left out, and each folder is entered once, however links lead to it. What can't be looked at is told with its problem.
 * Errors: `bad-input` for more than 100,000 files, `cancelled`, `not-found`.
 */
export async function findArticleFiles(
  handles: Handles,
  chosen: readonly FileHandle[],
  report: JobReport,
): Promise<FoundFile[]> {
  const found = new Map<FileHandle, FoundFile>();
  const entered = new Set<string>();

  function add(path: string, problem: ParleyError | null): void {
    const file = handles.forPath(path);
    if (!found.has(file)) found.set(file, { file, held: handles.resolve(file), problem });
    if (found.size > MOST_FILES) {
      throw new ParleyError(
        'bad-input',
        `There are more than ${MOST_FILES.toLocaleString('en')} articles in what you chose.`,
        'Choose a part of them, and the others after that.',
      );
    }
  }

  async function search(folder: string): Promise<number> {
    const real = await realpath(folder);
    if (entered.has(real)) return 0;
    entered.add(real);
    let count = 0;
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      await report.progress(found.size, 0, 'Looking for articles');
      try {
        const kind = entry.isSymbolicLink() ? await stat(path) : entry;
        if (kind.isDirectory()) {
          count += await search(path);
        } else if (kind.isFile() && isArticleName(entry.name)) {
          add(path, null);
          count++;
        }
      } catch (error) {
        if (error instanceof ParleyError) throw error;
        // A link that leads nowhere, beside the articles, is no article.
        if (entry.isSymbolicLink() && !isArticleName(entry.name)) continue;
        add(path, fileFailure(error, entry.name));
        count++;
      }
    }
    return count;
  }

  const files = chosen.map((file) => ({ file, held: handles.resolve(file) }));
  for (const { file, held } of files.sort((a, b) => byName(a.held.name, b.held.name))) {
    if (held.kind === 'bytes') {
      found.set(file, { file, held, problem: null });
      continue;
    }
    try {
      if (!(await stat(held.path)).isDirectory()) add(held.path, null);
      else if ((await search(held.path)) === 0 && !found.has(file)) add(held.path, noArticles(held.name));
    } catch (error) {
      if (error instanceof ParleyError) throw error;
      add(held.path, fileFailure(error, held.name));
    }
  }
  return [...found.values()];
}

function noArticles(name: string): ParleyError {
  return new ParleyError(
    'not-found',
    `There is no ${ENDINGS.join(' or ')} file in “${name}” that isn’t in the list already.`,
    'Choose the folder that the articles lie in, or the files themselves.',
  );
}
