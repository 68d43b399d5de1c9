import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One source file: where it is and what it imports. */
export interface Source {
  /** Below `src`, with `/`: `main/db/open.ts`. */
  readonly path: string;
  readonly lines: number;
  /** Imported files of `src`, as paths like `path`. */
  readonly files: readonly string[];
  /** Imported packages: `zod`, `@base-ui/react`, `node:fs`. */
  readonly packages: readonly string[];
}

/** Reads every TypeScript file below a folder. Imports of every form count: types, re-exports, `import()`. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => readSource(path, readFileSync(join(folder, path), 'utf8')));
}

/** What one file's text imports. Styles don't count. */
export function readSource(path: string, text: string): Source {
  const imported = ts
    .preProcessFile(text, true, true)
    .importedFiles.map((file) => file.fileName)
    .filter((name) => !/\.(css|svg|png)(\?.*)?$/.test(name));
  const relative = imported.filter((name) => name.startsWith('.'));
  return {
    path,
    lines: text.split('\n').length - 1,
    files: relative.map((name) => posix.join(posix.dirname(path), name)),
    packages: imported.filter((name) => !name.startsWith('.')).map(packageName),
  };
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
