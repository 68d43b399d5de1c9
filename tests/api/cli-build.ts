import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build, mergeConfig } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltCli {
  /** A folder of its own, where the command line runs. */
  readonly folder: string;
  /** Runs a command line as a process of its own. */
  run(...argv: string[]): Promise<Run>;
  /** The same, with nobody reading what it prints. */
  unread(...argv: string[]): Promise<Run>;
  /** The same, sending the signal as soon as `when` is true. */
  interrupt(signal: NodeJS.Signals, when: () => boolean, ...argv: string[]): Promise<Run>;
  remove(): void;
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the command line as it ships, with its worker, into a temporary folder. */
export async function buildCli(): Promise<BuiltCli> {
  const home = fs.mkdtempSync(join(tmpdir(), 'parley-cli-'));
  const { config } = await resolveConfig({ root: ROOT, logLevel: 'error' }, 'build', 'production');
  const rolldownOptions = {
    input: {
      cli: join(ROOT, 'src/main/cli.ts'),
      'exchange-worker': join(ROOT, 'src/main/exchange/exchange-worker.ts'),
    },
  };
  await build(
    mergeConfig(
      { ...config?.main, build: { externalizeDeps: true } },
      {
        build: { outDir: join(home, 'out', 'main'), emptyOutDir: false, rolldownOptions },
      },
    ),
  );
  for (const name of ['node_modules', 'resources']) fs.symlinkSync(join(ROOT, name), join(home, name), 'junction');
  fs.copyFileSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  const folder = join(home, 'work');
  fs.mkdirSync(folder);

  function start(argv: readonly string[]): { child: ChildProcess; run: Promise<Run> } {
    const child = spawn(process.execPath, [join(home, 'out/main/cli.js'), ...argv], {
      cwd: folder,
      env: { ...process.env, PARLEY_DATA_DIR: join(home, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const run = new Promise<Run>((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => done({ code, out, err }));
    });
    return { child, run };
  }

  return {
    folder,
    run: (...argv) => start(argv).run,
    unread(...argv) {
      const { child, run } = start(argv);
      child.stdout?.destroy();
      return run;
    },
    async interrupt(signal, when, ...argv) {
      const { child, run } = start(argv);
      const watch = setInterval(() => {
        if (!when()) return;
        clearInterval(watch);
        child.kill(signal);
      }, 1);
      return run.finally(() => clearInterval(watch));
    },
    remove: () => fs.rmSync(home, { recursive: true, force: true }),
  };
}
