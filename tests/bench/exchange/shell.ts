import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The sqlite3 shell: `PARLEY_SQLITE3`, or the first one in the search path; null where there is none. */
export function findShell(): string | null {
  const named = process.env['PARLEY_SQLITE3'];
  if (named) return named;
  const name = process.platform === 'win32' ? 'sqlite3.exe' : 'sqlite3';
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((path) => existsSync(path)) ?? null;
}

/** Has the shell do these lines on a database; gives the milliseconds that it took, from its start to its end. */
export function runShell(shell: string, database: string, lines: readonly string[]): number {
  const began = performance.now();
  execFileSync(shell, ['-bail', database], { input: lines.join('\n'), stdio: ['pipe', 'ignore', 'inherit'] });
  return performance.now() - began;
}
