import type { FileHandle, ImportedArticles } from '../../shared/api/contract.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Article, ArticleFields } from '../../shared/model/article.ts';
import { counted } from '../../shared/text/counted.ts';
import { articleTable } from '../db/articles.ts';
import type { Context, JobReport } from '../handlers/context.ts';
import { countAnnotated } from './annotated.ts';
import { fileFailure } from './failure.ts';
import { findArticleFiles, type FoundFile } from './find-articles.ts';
import { readFound, shownHash } from './inspect.ts';
import { articleOf, fieldsOf, type ReadText } from './read-article.ts';

/** The most text that one import keeps in memory, in UTF-16 units: some 140,000 articles of 600 words. */
const MOST_AT_ONCE = 500_000_000;

/** A file to import, and the fields that the analyst gave it; null: those that the file shows. */
export interface ArticleOrder {
  readonly file: FileHandle;
  readonly fields: ArticleFields | null;
}

/** What came of files and folders. */
export interface ImportedFiles extends ImportedArticles {
  /** How many of the files have annotations beside them, which aren't read as articles. */
  readonly annotated: number;
}

/**
 * Imports files and folders as articles, with the fields that the files show, all in one undo. Files with a problem and
 * texts that the project has already are named and left out. Errors: `no-project`, `bad-input`, `cancelled` (nothing is kept).
 */
export async function importArticleFiles(
  context: Context,
  chosen: readonly FileHandle[],
  report: JobReport,
): Promise<ImportedFiles> {
  context.session.need();
  const files = await findArticleFiles(context.handles, chosen, report);
  const orders = files.map((found) => ({ found, fields: null }));
  return { ...(await importFound(context, orders, report)), annotated: await countAnnotated(files) };
}

/** Imports files with the fields that the analyst gave them; otherwise like `importArticleFiles`. */
export async function importArticles(
  context: Context,
  orders: readonly ArticleOrder[],
  report: JobReport,
): Promise<ImportedArticles> {
  const files = orders.map(({ file, fields }) => ({
    found: { file, held: context.handles.resolve(file), problem: null },
    fields,
  }));
  return importFound(context, files, report);
}

interface Kept {
  readonly read: ReadText;
  readonly article: Article;
}

async function importFound(
  context: Context,
  files: readonly { found: FoundFile; fields: ArticleFields | null }[],
  report: JobReport,
): Promise<ImportedArticles> {
  const project = context.session.need();
  const addedAt = context.now();
  const kept = new Map<string, Kept>();
  const duplicates: string[] = [];
  const problems: ImportedArticles['problems'][number][] = [];
  let size = 0;

  for (const [i, { found, fields }] of files.entries()) {
    await report.progress(i, files.length, 'Reading articles');
    if (context.session.project !== project) throw otherProject();
    try {
      const { read } = await readFound(found);
      refuseChanged(context, found, read);
      if (kept.has(read.textHash) || articleTable(project.db).byHash(read.textHash)) {
        duplicates.push(read.fileName);
        continue;
      }
      size += read.text.length;
      if (size > MOST_AT_ONCE) throw tooMuch(read.fileName);
      const article = articleOf(read, fields ?? (await fieldsOf(read)), { id: context.newId(), addedAt });
      kept.set(read.textHash, { read, article });
    } catch (error) {
      problems.push({ fileName: found.held.name, error: fileFailure(error, found.held.name).toInfo() });
    }
  }
  await report.progress(files.length, files.length, 'Keeping articles');
  if (context.session.project !== project) throw otherProject();

  // Another call may have imported the same text while this one was reading.
  for (const [hash, { read }] of kept) {
    if (articleTable(project.db).byHash(hash) === null) continue;
    kept.delete(hash);
    duplicates.push(read.fileName);
  }
  const articles = [...kept.values()].map(({ article }) => article);
  const changes = articles.map((after): Change => ({ record: 'article', id: after.id, before: null, after }));
  const texts = new Map([...kept].map(([hash, { read }]) => [hash, read.text]));
  const applied = project.commit(`import ${counted(articles.length, 'article')}`, changes, { texts });
  return { added: articles.length, duplicates, problems, applied, firstId: articles[0]?.id ?? null };
}

function refuseChanged(context: Context, { file }: FoundFile, read: ReadText): void {
  const before = shownHash(context.handles, file);
  if (before === null || before === read.textHash) return;
  throw new ParleyError(
    'conflict',
    `“${read.fileName}” was changed since you looked at it here.`,
    'Choose it again to see what it holds now.',
  );
}

function tooMuch(name: string): ParleyError {
  return new ParleyError(
    'file-too-large',
    `“${name}” was left out: with it, it would be too much text for one import.`,
    'Import the rest after this.',
  );
}

function otherProject(): ParleyError {
  return new ParleyError(
    'conflict',
    'Another project was opened while the articles were being read, so nothing was imported.',
    'Open the project again and import the articles once more.',
  );
}
