import { _electron } from '@playwright/test';
import { ROOT } from './places.ts';
import type { Found } from './programs.ts';
import { ended, environment, type Running, type Surroundings, untilReady } from './running.ts';

/**
 * Starts the desktop program in a real Electron.
 * @param project absolute path, or null for what the program opens by itself.
 */
export async function startElectron(
  program: Found & { path: string },
  around: Surroundings,
  project: string | null,
): Promise<Running> {
  const app = await _electron.launch({
    executablePath: program.path,
    args: [...program.args, ROOT, ...(project === null ? [] : [project])],
    env: environment(around),
  });
  const child = app.process();
  const page = await app.firstWindow();
  await untilReady(page);

  return {
    page,
    async end() {
      await app.close();
      await ended(child);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async chooseExisting(paths, trigger) {
      await app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
        },
        [...paths],
      );
      await trigger();
    },
    async chooseNew(path, trigger) {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      await trigger();
    },
  };
}
