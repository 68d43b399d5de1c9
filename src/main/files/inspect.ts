import type { Candidate, FileHandle } from '../../shared/api/contract.ts';
import type { ArticleFields } from '../../shared/model/article.ts';
import { articleTable } from '../db/articles.ts';
import type { Context, Handles, JobReport } from '../handlers/context.ts';
import { fileFailure } from './failure.ts';
import { findArticleFiles, type FoundFile } from './find-articles.ts';
import { fieldsOf, type ReadText, readText } from './read-article.ts';
import { readBytes, sizeOf } from './read.ts';

/** The length of an excerpt, in UTF-16 units. */
const EXCERPT = 300;

const NO_FIELDS: ArticleFields = { title: '', outlet: '', date: '', author: '', url: '', language: '' };

/** By handle, the hash of the text that the analyst was shown: a file that changes afterwards is noticed. */
const shown = new WeakMap<Handles, Map<FileHandle, string>>();

/** The hash of the text that `inspectArticles` read from a file last, or null. */
export function shownHash(handles: Handles, file: FileHandle): string | null {
  return shown.get(handles)?.get(file) ?? null;
}

/**
 * Reads files and folders as articles and keeps nothing. A file that can't be one is told with its problem. Duplicates are
 * recognised among the files and, where a project is open, against it. Errors: `bad-input`, `not-found`, `cancelled`.
 */
export async function inspectArticles(
  context: Context,
  chosen: readonly FileHandle[],
  report: JobReport,
): Promise<Candidate[]> {
  const files = await findArticleFiles(context.handles, chosen, report);
  const hashes = shown.get(context.handles) ?? new Map<FileHandle, string>();
  shown.set(context.handles, hashes);
  const firstWith = new Map<string, string>();
  const candidates: Candidate[] = [];
  for (const found of files) {
    await report.progress(candidates.length, files.length, 'Reading articles');
    try {
      const { read, bytes } = await readFound(found);
      const inProject = context.session.project ? articleTable(context.session.project.db).byHash(read.textHash) : null;
      const duplicateOf =
        (inProject && (inProject.title || inProject.fileName)) ?? firstWith.get(read.textHash) ?? null;
      if (!firstWith.has(read.textHash)) firstWith.set(read.textHash, read.fileName);
      hashes.set(found.file, read.textHash);
      candidates.push({
        ...(await fieldsOf(read)),
        file: found.file,
        fileName: read.fileName,
        bytes,
        words: read.words,
        encoding: read.encoding,
        excerpt: excerpt(read.text),
        duplicateOf,
        problem: null,
      });
    } catch (error) {
      candidates.push(await withProblem(found, error));
    }
  }
  await report.progress(files.length, files.length, 'Reading articles');
  return candidates;
}

/** Reads a found file. Throws `ParleyError`. */
export async function readFound(found: FoundFile): Promise<{ read: ReadText; bytes: number }> {
  if (found.problem) throw found.problem;
  const bytes = await readBytes(found.held);
  return { read: readText(found.held.name, bytes), bytes: bytes.length };
}

async function withProblem({ file, held }: FoundFile, error: unknown): Promise<Candidate> {
  const problem = fileFailure(error, held.name).toInfo();
  const unread = { bytes: await sizeOf(held), words: 0, encoding: '', excerpt: '', duplicateOf: null };
  return { ...NO_FIELDS, ...unread, file, fileName: held.name, problem };
}

function excerpt(text: string): string {
  return text
    .trimStart()
    .slice(0, EXCERPT)
    .replace(/[\ud800-\udbff]$/, '');
}
