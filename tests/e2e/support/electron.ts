import { _electron, type ElectronApplication, type Page } from '@playwright/test';
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
  const { app, page } = await attach(() =>
    _electron.launch({
      executablePath: program.path,
      args: [...program.args, ROOT, ...(project === null ? [] : [project])],
      env: environment(around),
      timeout: PATIENCE,
    }),
  );
  const child = app.process();
  await untilReady(page);

  return {
    page,
    async end() {
      await app.close();
      await ended(child);
    },
    async close(answer) {
      const question = app.evaluate(
        ({ BrowserWindow, dialog }, button) =>
          new Promise<string>((resolve) => {
            dialog.showMessageBoxSync = (...given: readonly unknown[]) => {
              resolve((given.at(-1) as { message: string }).message);
              return button;
            };
            setTimeout(() => BrowserWindow.getAllWindows()[0]?.close());
          }),
        answer === 'stay' ? 0 : 1,
      );
      // Of a program that has ended there is no answer.
      const asked = question.catch(() => null);
      const gone = ended(child).then(() => null);
      return answer === 'stay' ? Promise.race([asked, gone]) : gone;
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

/** How long a window may take to be seen, in milliseconds: a start takes two seconds on a busy machine. */
const PATIENCE = 10_000;
const TRIES = 3;

/**
 * Launches until the first window is seen. About one launch in ten the driver and this Electron miss each other before the
 * program has begun (without the driver it always starts): that launch is ended and made again, and said on the terminal.
 */
async function attach(launch: () => Promise<ElectronApplication>): Promise<{ app: ElectronApplication; page: Page }> {
  for (let attempt = 1; ; attempt++) {
    let app: ElectronApplication | null = null;
    try {
      app = await launch();
      return { app, page: await app.firstWindow({ timeout: PATIENCE }) };
    } catch (error) {
      const seen = app === null ? 'the driver did not attach' : await windowsOf(app);
      if (attempt === TRIES) throw new Error(`Electron’s window was not seen: ${seen}`, { cause: error });
      process.stdout.write(`electron: no window was seen (${seen}); started again\n`);
      const child = app?.process();
      child?.kill('SIGKILL');
      if (child) await ended(child);
    }
  }
}

/** What the program itself says of its windows. */
async function windowsOf(app: ElectronApplication): Promise<string> {
  const asked = app.evaluate(({ app: program, BrowserWindow }) =>
    [`ready ${program.isReady()}`, ...BrowserWindow.getAllWindows().map((each) => each.webContents.getURL())].join(
      ', ',
    ),
  );
  const silence = new Promise<string>((resolve) => setTimeout(() => resolve('the program does not answer'), 3000));
  return Promise.race([asked.catch(String), silence]);
}
