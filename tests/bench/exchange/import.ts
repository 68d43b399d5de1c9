import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { textHash } from '../../../src/main/db/texts.ts';
import { importArticleFiles } from '../../../src/main/files/import-articles.ts';
import type { Change } from '../../../src/shared/change/change.ts';
import type { Article } from '../../../src/shared/model/article.ts';
import { makeArticle } from '../generate.ts';
import { grid } from '../grid.ts';
import { benchCore } from '../project.ts';
import { median, round } from '../statistics.ts';
import { findShell, runShell } from './shell.ts';

const ARTICLES = 10_000;
const WORDS = 600;
const ROUNDS = 3;
const GOAL = 1.1;

export interface ImportFigures {
  /** Seconds: texts in memory until they are kept and found; files in a folder, read and all; the shell's; medians. */
  readonly kept: number;
  readonly files: number;
  readonly shell: number | null;
  /** How many times as long as the shell keeping them takes. */
  readonly ratio: number | null;
}

/**
 * How long it takes to import articles, findable by their words. The sqlite3 shell imports the same texts from one CSV file and builds
 * the same full-text index.
 */
export async function measureImport(say: (line: string) => void): Promise<{ text: string; figures: ImportFigures }> {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-import-'));
  try {
    say(`Writing ${ARTICLES.toLocaleString('en')} articles …`);
    const texts = Array.from({ length: ARTICLES }, (_, n) => `Report ${n}. ${makeArticle(WORDS, 70_000 + n).text}`);
    const source = join(folder, 'articles');
    mkdirSync(source);
    for (const [n, text] of texts.entries()) writeFileSync(join(source, `${String(n).padStart(5, '0')}.txt`), text);
    const csv = join(folder, 'articles.csv');
    writeFileSync(csv, texts.map((text, n) => `${n},Report ${n},"${text.replaceAll('"', '""')}"`).join('\n'));

    const shell = findShell();
    const times = { kept: [] as number[], files: [] as number[], shell: [] as number[] };
    // In turns, so that other work on the machine meets all of them alike.
    for (let round = 0; round < ROUNDS; round++) {
      times.kept.push(await keepTexts(join(folder, `kept-${round}`), texts));
      times.files.push(await importFiles(join(folder, `files-${round}`), source));
      if (shell !== null) times.shell.push(importByShell(shell, join(folder, `shell-${round}.db`), csv));
      say(`${round + 1}/${ROUNDS}`);
    }
    const [kept, files] = [median(times.kept), median(times.files)];
    const own = shell === null ? null : median(times.shell);
    const figures = {
      kept: round(kept / 1000),
      files: round(files / 1000),
      shell: own === null ? null : round(own / 1000),
      ratio: own === null ? null : round(kept / own),
    };
    return { text: table(figures), figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withProject(
  folder: string,
  work: (core: ReturnType<typeof benchCore>) => Promise<void>,
): Promise<number> {
  mkdirSync(folder);
  const core = benchCore(join(folder, 'data'));
  try {
    await core.dispatch('coder.set', { name: 'Bench', mode: 'rename' });
    core.context.session.create(join(folder, 'Import.parley'));
    const began = performance.now();
    await work(core);
    return performance.now() - began;
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From texts in memory to the disk, as one act of which the history keeps every article. */
function keepTexts(folder: string, texts: readonly string[]): Promise<number> {
  return withProject(folder, async ({ context }) => {
    const addedAt = context.now();
    const changes: Change[] = [];
    const hashed = new Map<string, string>();
    for (const [n, text] of texts.entries()) {
      const hash = textHash(text);
      hashed.set(hash, text);
      const after: Article = {
        id: context.newId(),
        textHash: hash,
        title: `Report ${n}`,
        outlet: 'The Bench Courier',
        date: '2031-03-14',
        author: '',
        url: '',
        language: 'en',
        status: 'new',
        fileName: `${n}.txt`,
        length: text.length,
        words: WORDS,
        addedAt,
      };
      changes.push({ record: 'article', id: after.id, before: null, after });
    }
    context.session.need().commit('import', changes, { texts: hashed });
  });
}

function importFiles(folder: string, source: string): Promise<number> {
  return withProject(folder, async ({ context }) => {
    await context.jobs.run('import', (report) =>
      importArticleFiles(context, [context.handles.forPath(source)], report),
    );
  });
}

function importByShell(shell: string, database: string, csv: string): number {
  const took = runShell(shell, database, [
    'PRAGMA journal_mode = WAL;',
    'CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT, body TEXT);',
    `.import --csv "${csv}" article`,
    `CREATE VIRTUAL TABLE words USING fts5 (title, body, content = 'article', content_rowid = 'id',`,
    `  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'");`,
    `INSERT INTO words (words) VALUES ('rebuild');`,
  ]);
  rmSync(database, { force: true });
  return took;
}

function table({ kept, files, shell, ratio }: ImportFigures): string {
  const rate = (seconds: number) => Math.round(ARTICLES / seconds).toLocaleString('en');
  const rows = [
    ['texts in memory, kept and found', kept.toFixed(2), rate(kept), ratio === null ? '' : `${ratio.toFixed(2)} ×`],
    ['files of a folder, read and told apart', files.toFixed(2), rate(files), ''],
    shell === null
      ? ['sqlite3 shell: none here, so no ratio', '', '', '']
      : ['sqlite3 shell: .import and rebuild', shell.toFixed(2), rate(shell), '1 ×'],
  ];
  const goal =
    ratio === null ? '' : `\n\nTo reach: ${GOAL} × the shell at most: ${ratio <= GOAL ? 'reached' : 'not reached'}.`;
  return `${grid([[`${ARTICLES.toLocaleString('en')} articles of ${WORDS} words`, 's', 'a second', ':'], ...rows])}${goal}`;
}
