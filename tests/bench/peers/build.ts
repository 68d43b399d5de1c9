import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { isInstalled } from '../../../scripts/lib/installed.mjs';

/**
 * Installs what the pages need, into this folder, and builds them.
 * @param folder absolute path; made when it isn't there.
 * @returns the folder.
 */
export async function buildPeers(folder: string): Promise<string> {
  const here = import.meta.dirname;
  if (!isInstalled(here)) {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    // Windows starts npm.cmd through its shell alone; the arguments are our own words.
    const { status } = spawnSync('npm', args, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) throw new Error('What Parley is measured beside can’t be installed.');
  }
  const pages = join(here, 'pages');
  await build({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: ['index', 'paragraphs', 'codemirror'].map((name) => join(pages, `${name}.html`)) },
    },
  });
  return folder;
}
