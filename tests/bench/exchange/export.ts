import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { benchCorpus } from '../corpus/make.ts';
import { grid } from '../grid.ts';
import { median, round } from '../statistics.ts';
import { findShell, runShell } from './shell.ts';

const ROUNDS = 3;
const GOAL = 1.5;
/** MB at the most. */
const MEMORY = 130;

export interface ExportFigures {
  readonly seconds: number;
  /** The most memory of the exporting process, in MB; null where the system doesn't tell. */
  readonly memory: number | null;
  readonly shell: number | null;
  readonly ratio: number | null;
}

/** What the shell writes beside each format: the same records, without definitions or descriptions. */
const BY_SHELL: Readonly<Record<string, (file: (name: string) => string) => readonly string[]>> = {
  'data-package': (file) => [
    '.mode csv',
    '.headers on',
    `.output "${file('articles.csv')}"`,
    'SELECT a.*, t.body FROM article a JOIN text t ON t.hash = a.text_hash ORDER BY a.date, a.outlet, a.title, a.id;',
    `.output "${file('spans.csv')}"`,
    `SELECT a.id, a.title, a.outlet, a.date, n.* FROM article a JOIN annotation n ON n.article_id = a.id
      ORDER BY a.date, a.outlet, a.title, a.id, n.start, n."end" DESC, n.pieces, n.id;`,
    `.output "${file('links.csv')}"`,
    'SELECT a.id, a.title, l.* FROM article a JOIN link l ON l.article_id = a.id ORDER BY a.date, a.outlet, a.title, a.id;',
  ],
  jsonl: (file) => [
    '.mode list',
    `.output "${file('articles.jsonl')}"`,
    `SELECT json_object('id', a.id, 'title', a.title, 'outlet', a.outlet, 'date', a.date, 'text', t.body, 'annotations',
      (SELECT json_group_array(json_object('id', n.id, 'kind', n.kind, 'coder', n.coder_id, 'start', n.start, 'end', n."end",
        'quote', n.quote, 'memo', n.memo, 'coding', n.coding)) FROM annotation n WHERE n.article_id = a.id), 'links',
      (SELECT json_group_array(json_object('id', l.id, 'claim', l.claim_id, 'role', l.role, 'target', l.target_id))
        FROM link l WHERE l.article_id = a.id))
      FROM article a JOIN text t ON t.hash = a.text_hash ORDER BY a.date, a.outlet, a.title, a.id;`,
  ],
};

/** How long the command line takes to export the large corpus, how much memory, and the same records by the sqlite3 shell. */
export async function measureExport(
  say: (line: string) => void,
): Promise<{ text: string; figures: Readonly<Record<string, ExportFigures>> }> {
  const corpus = await benchCorpus(say);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-export-'));
  try {
    const file = join(folder, 'Corpus.parley');
    copyFileSync(corpus.file, file);
    const shell = findShell();
    const times = new Map<string, { own: number[]; memory: number[]; shell: number[] }>();
    for (let n = 0; n < ROUNDS; n++) {
      for (const format of Object.keys(BY_SHELL)) {
        const all = times.get(format) ?? { own: [], memory: [], shell: [] };
        times.set(format, all);
        const out = join(folder, `${format}-${n}`);
        const { milliseconds, memory } = await exportByCli(file, format, out);
        all.own.push(milliseconds);
        if (memory !== null) all.memory.push(memory);
        rmSync(out, { recursive: true });
        if (shell === null) continue;
        mkdirSync(out);
        all.shell.push(runShell(shell, file, BY_SHELL[format]?.((name) => join(out, name)) ?? []));
        rmSync(out, { recursive: true });
      }
      say(`${n + 1}/${ROUNDS}`);
    }
    const figures = Object.fromEntries(
      [...times].map(([format, { own, memory, shell: others }]): [string, ExportFigures] => [
        format,
        {
          seconds: round(median(own) / 1000),
          memory: memory.length === 0 ? null : Math.round(Math.max(...memory)),
          shell: others.length === 0 ? null : round(median(others) / 1000),
          ratio: others.length === 0 ? null : round(median(own) / median(others)),
        },
      ]),
    );
    return { text: table(figures, shell), figures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built command line in a process of its own, its start included. */
async function exportByCli(
  file: string,
  format: string,
  out: string,
): Promise<{ milliseconds: number; memory: number | null }> {
  const cli = join(ROOT, 'out', 'main', 'cli.js');
  const began = performance.now();
  const child = spawn(process.execPath, [cli, 'export', file, '--format', format, '--out', out], {
    env: { ...process.env, PARLEY_DATA_DIR: join(out, '..', 'data') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory: number | null = null;
  const watching = setInterval(() => {
    memory = memoryOf(child) ?? memory;
  }, 20);
  try {
    const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('exit', done));
    if (code !== 0) throw new Error(`the export as ${format} failed`);
    return { milliseconds: performance.now() - began, memory };
  } finally {
    clearInterval(watching);
  }
}

/** The most memory that a process has had so far, in MB; null where the system doesn't tell, or it has ended. */
function memoryOf({ pid }: ChildProcess): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

function table(figures: Readonly<Record<string, ExportFigures>>, shell: string | null): string {
  const rows = Object.entries(figures).map(([format, { seconds, memory, shell: other, ratio }]) => [
    format,
    seconds.toFixed(2),
    other === null ? '' : other.toFixed(2),
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    `${GOAL} ×`,
    ratio === null ? '' : ratio <= GOAL ? 'reached' : 'not reached',
    memory === null ? '' : `${memory} MB`,
    `${MEMORY} MB`,
    memory === null ? '' : memory <= MEMORY ? 'reached' : 'not reached',
  ]);
  const head = ['10,000 articles, 200,000 annotations', 's', 'shell', ':', 'at most', '', 'memory', 'at most', ''];
  return `${grid([head, ...rows])}${shell === null ? '\n\nThere is no sqlite3 shell here, so no ratio.' : ''}`;
}
