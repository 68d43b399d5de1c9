import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cycles, danglers, violations } from './architecture/check.ts';
import { readSource, readSources } from './architecture/imports.ts';
import { RULES } from './architecture/rules.ts';

const sources = readSources(fileURLToPath(new URL('../src', import.meta.url)));

/** What the rules say against one file. */
const check = (path: string, text: string): string[] => violations([readSource(path, text)], RULES);

describe('the sources', () => {
  it('are all seen', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap((source) => source.files).length).toBeGreaterThan(100);
    expect(danglers(sources)).toEqual([]);
  });

  it('import only what their layer may import', () => {
    expect(violations(sources, RULES)).toEqual([]);
  });

  it('never import in a circle', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('are files of one idea: none over 300 lines', () => {
    expect(sources.filter((source) => source.lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

describe('the check', () => {
  it.each([
    ['main from the renderer', 'renderer/store/store.ts', "import { openProject } from '../../main/db/open.ts';"],
    ['the renderer from main', 'main/handlers/app.ts', "import type { Host } from '../../renderer/host/host.ts';"],
    ['anything into shared/text', 'shared/text/span.ts', "import type { Kind } from '../model/kind.ts';"],
    ['formats into the contract', 'shared/api/contract.ts', "export * from '../formats/registry.ts';"],
    ['a handler into the database', 'main/db/open.ts', "import { appHandlers } from '../handlers/app.ts';"],
    ['a dynamic import', 'renderer/panels/a/b.tsx', "const core = await import('../../../main/core.ts');"],
    ['a type alone', 'main/hosts/ipc.ts', "import type { Context } from '../handlers/context.ts';"],
    ['node: in shared', 'shared/model/a.ts', "import { join } from 'node:path';"],
    ['React in the store of the core', 'main/core.ts', "import 'react';"],
    ['ProseMirror outside the editor', 'renderer/commands/tag.ts', "import { EditorState } from 'prosemirror-state';"],
    ['React in the editor', 'renderer/editor/view.ts', "import { useRef } from 'react';"],
    ['Electron in a host', 'main/hosts/ipc.ts', "import { ipcMain } from 'electron';"],
    ['SQL in a handler', 'main/handlers/app.ts', "import Database from 'better-sqlite3';"],
    ['a drawer without a rule', 'utils/things.ts', ''],
  ])('finds %s', (_, path, text) => {
    expect(check(path, text)).toHaveLength(1);
  });

  it('allows what the table allows', () => {
    expect(
      check(
        'main/db/open.ts',
        "import Database from 'better-sqlite3';\nimport type { Project } from '../handlers/context.ts';",
      ),
    ).toEqual([]);
    expect(
      check(
        'renderer/panels/a/b.tsx',
        "import css from './b.module.css';\nimport { Button } from '../../ui/Button.tsx';",
      ),
    ).toEqual([]);
  });

  it('finds a circle, through types too', () => {
    const circle = [
      readSource('shared/text/a.ts', "import type { B } from './b.ts';"),
      readSource('shared/text/b.ts', "export * from './c.ts';"),
      readSource('shared/text/c.ts', "import { a } from './a.ts';"),
      readSource('shared/text/d.ts', "import { a } from './a.ts';"),
    ];
    expect(cycles(circle)).toEqual([['shared/text/a.ts', 'shared/text/b.ts', 'shared/text/c.ts', 'shared/text/a.ts']]);
    expect(cycles(circle.slice(1))).toEqual([]);
  });

  it('finds an import of nothing', () => {
    expect(danglers([readSource('shared/text/a.ts', "import './gone.ts';")])).toHaveLength(1);
  });
});
