import type { Database } from 'better-sqlite3';
import type { ImportResult } from '../../shared/api/contract.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { ReadResult } from '../../shared/formats/format.ts';
import { counted } from '../../shared/text/counted.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { bookRecords } from '../db/book.ts';
import { coderTable } from '../db/coders.ts';
import { linkTable } from '../db/links.ts';
import { textHash } from '../db/texts.ts';
import { languageDetector } from '../files/language.ts';
import { currentCoder } from '../user/current-coder.ts';
import type { Context, JobReport } from '../handlers/context.ts';
import { importedArticle } from './import-article.ts';
import { createCoderFinder, UNNAMED_CODER } from './import-coders.ts';
import { type ImportPlan, type Maker, planImport, type ProjectView } from './import-plan.ts';
import { completeOptions, readableFormat } from './options.ts';
import type { ReadOrder } from './read.ts';
import { readAside } from './tasks.ts';

/**
 * Reads annotated files into the open project: one act, all of it or nothing. Errors: `bad-format`, `bad-input`,
 * `file-gone`, `file-unreadable`, `cancelled`.
 */
export async function importAnnotated(context: Context, order: ReadOrder, report: JobReport): Promise<ImportResult> {
  const project = context.session.need();
  const read = await readAside(completeOrder(context, order), report);
  const maker = makerFor(context, await languageDetector());
  const plan = await planImport(read, viewOf(project.db), maker, (done, total) =>
    report.progress(done, total, 'Comparing with the project'),
  );
  if (context.session.project !== project) {
    throw new ParleyError(
      'conflict',
      'Another project was opened while the files were being read, so nothing was imported.',
      'Open the project again and import the files once more.',
    );
  }
  const name = readableFormat(order.format).info.name;
  const applied = project.commit(planLabel(plan, name), plan.changes, { texts: plan.texts, notice: planNotice(plan) });
  return {
    applied,
    articles: plan.articles,
    annotations: plan.annotations,
    links: plan.links,
    book: plan.book,
    coders: plan.coders,
    losses: [...read.losses, ...plan.losses],
    existing: plan.existing,
    repeated: plan.repeated,
  };
}

/**
 * What the files hold, and whose in the project it would be, without keeping anything. Errors as at `importAnnotated`.
 */
export async function inspectAnnotated(context: Context, order: ReadOrder, report: JobReport): Promise<ReadResult> {
  const read = await readAside(completeOrder(context, order), report);
  const known = coderTable(context.session.need().db).all();
  const self = currentCoder(context);
  const coders = createCoderFinder(known, { newId: () => '', now: () => context.now(), self }, read.units);
  return { ...read, losses: [...read.losses, ...coders.losses()] };
}

/** Every option set, and a name for the layer of whom the files don't name: the current coder's. */
function completeOrder(context: Context, order: ReadOrder): ReadOrder {
  const coder = order.mapping.coder.trim() || defaultCoder(context);
  return {
    ...order,
    mapping: { ...order.mapping, coder },
    options: completeOptions(readableFormat(order.format).info, order.options, 'read'),
  };
}

/** The name of the coder to whom is given what names none: the current coder, if they were ever asked. */
export function defaultCoder(context: Context): string {
  return currentCoder(context).name || UNNAMED_CODER;
}

function viewOf(db: Database): ProjectView {
  const tables = { article: articleTable(db), annotation: annotationTable(db), link: linkTable(db) };
  return {
    coders: () => coderTable(db).all(),
    articleByHash: (hash) => tables.article.byHash(hash),
    annotations: (articleId) => tables.annotation.ofArticle(articleId),
    links: (articleId) => tables.link.ofArticle(articleId),
    has: (record, id) => tables[record].get(id) !== null,
    ...viewOfBook(db),
  };
}

/** Read once an import. */
function viewOfBook(db: Database): Pick<ProjectView, 'codes' | 'variables' | 'entities'> {
  const records = bookRecords(db);
  return { codes: () => records.codes, variables: () => records.variables, entities: () => records.entities };
}

function makerFor(context: Context, detect: (text: string) => string): Maker {
  return {
    newId: () => context.newId(),
    now: () => context.now(),
    hash: textHash,
    article: (unit, id, hash) => importedArticle(unit, id, hash, detect, context.now()),
    self: currentCoder(context),
  };
}

function planLabel(plan: ImportPlan, format: string): string {
  const brought = [
    ...(plan.articles > 0 ? [counted(plan.articles, 'article')] : []),
    ...(plan.annotations > 0 ? [counted(plan.annotations, 'annotation')] : []),
  ];
  // The codebook and links are told where nothing else came.
  const others = [...bookWords(plan.book), ...(plan.links > 0 ? [counted(plan.links, 'link')] : [])];
  const told = brought.length > 0 ? brought : others;
  return `import ${told.length > 0 ? told.join(' with ') : counted(plan.links, 'link')} from ${format}`;
}

/** `3 codes`, `1 entity`: what was added to the codebook and the authority list. */
export function bookWords({ codes, variables, entities }: ImportPlan['book']): string[] {
  return [
    ...(codes > 0 ? [counted(codes, 'code')] : []),
    ...(variables > 0 ? [counted(variables, 'variable')] : []),
    ...(entities > 0 ? [counted(entities, 'entity', 'entities')] : []),
  ];
}

function planNotice(plan: ImportPlan): string {
  const notices: string[] = [];
  if (plan.existing.length > 0) {
    const were = plan.existing.length === 1 ? 'was' : 'were';
    const there = plan.annotations > 0 ? '; what was coded was added to them' : '';
    notices.push(`${counted(plan.existing.length, 'article')} ${were} here already${there}.`);
  }
  if (plan.repeated > 0) {
    const were = plan.repeated === 1 ? 'was' : 'were';
    notices.push(`${counted(plan.repeated, 'annotation')} ${were} here already, by the same coder.`);
  }
  const added = bookWords(plan.book);
  if (added.length > 0) notices.push(`Added to the codebook and the entities: ${added.join(', ')}.`);
  return notices.join(' ');
}
