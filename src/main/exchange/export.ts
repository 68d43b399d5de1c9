import Database from 'better-sqlite3';
import { resolve } from 'node:path';
import type { ExportResult } from '../../shared/api/contract.ts';
import type { ArticleUnit, Corpus, ExchangeReport, FormatOptions } from '../../shared/formats/format.ts';
import type { Article } from '../../shared/model/article.ts';
import { countCorpus, readCorpus } from '../db/corpus.ts';
import { type Disk, exportFailure, realDisk } from './disk.ts';
import { FolderWriter } from './folder-writer.ts';
import { markerText, MARKER } from './marker.ts';
import { writableFormat } from './options.ts';
import { claimTarget } from './target.ts';

/** What is to be told of an export: plain values, so that they can be handed to a worker. */
export interface PreviewOrder {
  /** Absolute path of the project file. */
  readonly projectPath: string;
  readonly format: string;
  /** Every option of the format, with its value. */
  readonly options: FormatOptions;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
}

/** What is to be exported, and where to. */
export interface ExportOrder extends PreviewOrder {
  /** Absolute path of the folder to be written. */
  readonly folder: string;
}

/** How long work tells where it is and learns that it shall stop. Both throw `cancelled`. */
export interface Steps {
  /** For work that can't wait. */
  check(): void;
  /** Counted in articles. */
  progress(done: number, total: number, what: string): Promise<void>;
}

/** What is asked of the machine: a test may put another disk in its place. */
export interface ExportTools {
  readonly disk?: Disk;
}

/** Pieces between two reports; a piece is about a row. */
const PIECES_A_STEP = 200;

/**
 * Writes a project into a folder, whole or not at all, over a connection of its own that sees the project as it was when
 * it began. Errors: `already-exists`, `read-only`, `disk-full`, `cancelled`, `bad-input`.
 */
export async function runExport(order: ExportOrder, steps: Steps, tools: ExportTools = {}): Promise<ExportResult> {
  const format = writableFormat(order.format);
  const db = openSnapshot(order.projectPath);
  try {
    const corpus = watched(readCorpus(db, order.exportedAt), steps);
    const target = claimTarget(resolve(order.folder), order.format, corpus.project.id);
    const writer = new FolderWriter(target.partial, tools.disk ?? realDisk);
    try {
      const report = reportOn(db, order, corpus);
      const total = report.articles;
      await writePieces(format.write(corpus, order.options, writer), writer, () =>
        steps.progress(Math.min(corpus.begun(), total), total, 'Exporting articles'),
      );
      const files = writer.finish(steps.check);
      const own = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
      const origin = { project: corpus.project, exportedAt: order.exportedAt };
      writer.write({ path: MARKER, text: markerText(order.format, own, origin) });
      const all = writer.finish();
      steps.check();
      target.commit(tools.disk ?? realDisk);
      const written = all.map(({ path, bytes, rows }) => ({ name: path, bytes, rows }));
      return { ...report, location: target.place, replaced: target.replaces, files: written };
    } catch (error) {
      writer.abandon();
      target.abandon();
      throw exportFailure(error, order.folder);
    }
  } finally {
    db.close();
  }
}

/** What an export would hold and drop, over a connection of its own. */
export function runPreview(order: PreviewOrder): ExchangeReport {
  const db = openSnapshot(order.projectPath);
  try {
    return reportOn(db, order);
  } finally {
    db.close();
  }
}

/** What an export of this open project would hold and drop. */
export function reportOn(db: Database.Database, order: PreviewOrder, corpus?: Corpus): ExchangeReport {
  const seen = corpus ?? readCorpus(db, order.exportedAt);
  const { articles, annotations, links } = countCorpus(db);
  const coders = seen.coders.map((coder) => coder.name);
  return { articles, annotations, links, coders, losses: writableFormat(order.format).loses(seen, order.options) };
}

/** A second connection that reads one state of the project, however long that takes. */
function openSnapshot(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  // In KiB. Every page is read once, in order: more cache than a few articles need would only be memory.
  db.pragma('cache_size = -2000');
  db.exec('BEGIN');
  return db;
}

async function writePieces(
  pieces: Iterable<{ readonly path: string; readonly text: string }>,
  writer: FolderWriter,
  step: () => Promise<void>,
): Promise<void> {
  let count = 0;
  for (const piece of pieces) {
    writer.write(piece);
    if (++count % PIECES_A_STEP === 0) await step();
  }
  await step();
}

/** The corpus with a count of how many articles its latest walk has begun; every article is a moment to stop. */
function watched(corpus: Corpus, steps: Steps): Corpus & { begun(): number } {
  let begun = 0;
  return {
    ...corpus,
    begun: () => begun,
    *articles(): Generator<Article> {
      for (const article of corpus.articles()) {
        steps.check();
        yield article;
      }
    },
    *units(): Generator<ArticleUnit> {
      begun = 0;
      for (const unit of corpus.units()) {
        steps.check();
        yield unit;
        begun++;
      }
    },
  };
}
