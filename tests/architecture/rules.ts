/** What the files of one layer may import, besides files of the same layer. */
export interface Rule {
  /** A folder or file below `src`; the longest that fits a file is its layer. */
  readonly layer: string;
  /** Other layers, or folders that hold them. */
  readonly layers: readonly string[];
  /** Packages; `node:` is all of Node's own, a name that ends in `*` all that begin so. */
  readonly packages: readonly string[];
}

const SHARED = ['shared'];
/** Interfaces that name what is given to handlers: they hold no code of handlers. */
const CONTEXT = 'main/handlers/context.ts';
/** The editor's face: interfaces alone. */
const FACE = 'renderer/editor/face.ts';

/** Who may import whom. A layer that isn't here may not be. */
export const RULES: readonly Rule[] = [
  { layer: 'shared/text', layers: [], packages: [] },
  { layer: 'shared/model', layers: ['shared/text'], packages: ['zod'] },
  { layer: 'shared/anchor', layers: ['shared/model', 'shared/text'], packages: [] },
  { layer: 'shared/resolve', layers: ['shared/model', 'shared/text'], packages: [] },
  { layer: 'shared/search', layers: ['shared/text'], packages: [] },
  { layer: 'shared/propose', layers: ['shared/model', 'shared/text'], packages: ['zod'] },
  { layer: 'shared/change', layers: ['shared/model', 'shared/text'], packages: [] },
  {
    layer: 'shared/formats',
    layers: ['shared/model', 'shared/text', 'shared/anchor', 'shared/change'],
    packages: ['zod'],
  },
  {
    layer: 'shared/codebook',
    layers: ['shared/model', 'shared/text', 'shared/change', 'shared/formats/csv.ts'],
    packages: ['zod', 'saxes'],
  },
  { layer: 'shared/lint', layers: ['shared/model', 'shared/text'], packages: [] },
  { layer: 'shared/api', layers: ['shared/model', 'shared/change'], packages: ['zod'] },

  { layer: CONTEXT, layers: SHARED, packages: ['better-sqlite3'] },
  { layer: 'main/db', layers: [...SHARED, CONTEXT], packages: ['better-sqlite3', 'node:'] },
  { layer: 'main/user', layers: [...SHARED, CONTEXT, 'main/db'], packages: ['node:', 'zod'] },
  { layer: 'main/files', layers: [...SHARED, CONTEXT, 'main/db'], packages: ['node:', 'chardet', 'iconv-lite', 'eld'] },
  { layer: 'main/sample', layers: [...SHARED, CONTEXT, 'main/db', 'main/files'], packages: ['node:', 'zod'] },
  {
    layer: 'main/exchange',
    layers: [...SHARED, CONTEXT, 'main/db', 'main/files', 'main/user'],
    packages: ['node:', 'better-sqlite3', 'zod'],
  },
  {
    layer: 'main/handlers',
    layers: [...SHARED, CONTEXT, 'main/db', 'main/user', 'main/files', 'main/sample', 'main/exchange'],
    packages: ['node:'],
  },
  { layer: 'main/hosts', layers: ['shared/api'], packages: ['node:', 'hono', '@hono/node-server'] },
  { layer: 'main/electron', layers: ['shared/api'], packages: ['electron', 'node:'] },
  {
    layer: 'main/cli',
    // The command line's own side of its composition root: it drives the core as a host does.
    layers: [...SHARED, 'main/core.ts', 'main/handlers', 'main/db', 'main/files', 'main/exchange'],
    packages: ['node:'],
  },
  { layer: 'main/preload.ts', layers: ['shared/api'], packages: ['electron'] },
  { layer: 'main/index.ts', layers: ['main', 'shared/api'], packages: ['electron', 'node:'] },
  { layer: 'main', layers: ['main', 'shared'], packages: ['node:'] },

  { layer: 'renderer/host', layers: SHARED, packages: [] },
  { layer: FACE, layers: SHARED, packages: [] },
  {
    layer: 'renderer/editor/EditorPane.tsx',
    layers: [...SHARED, 'renderer/editor'],
    packages: ['react', 'prosemirror-*'],
  },
  { layer: 'renderer/editor', layers: [...SHARED, FACE], packages: ['prosemirror-*'] },
  { layer: 'renderer/proposals', layers: [...SHARED, 'renderer/store'], packages: ['zustand'] },
  { layer: 'renderer/store', layers: [...SHARED, 'renderer/host', FACE], packages: ['react', 'zustand'] },
  { layer: 'renderer/commands', layers: [...SHARED, 'renderer/store', FACE], packages: ['react', 'zustand'] },
  {
    layer: 'renderer/ui',
    layers: [],
    packages: ['react', '@base-ui/react', '@tanstack/react-virtual', 'lucide-react'],
  },
  {
    layer: 'renderer/panels',
    layers: [
      ...SHARED,
      'renderer/store',
      'renderer/commands',
      'renderer/host',
      'renderer/ui',
      FACE,
      'renderer/editor/EditorPane.tsx',
    ],
    packages: ['react', '@base-ui/react', '@tanstack/react-virtual', 'lucide-react'],
  },
  {
    layer: 'renderer',
    layers: [...SHARED, 'renderer'],
    packages: ['react', 'react-dom', '@base-ui/react', 'zustand', '@fontsource-variable/*'],
  },
];
