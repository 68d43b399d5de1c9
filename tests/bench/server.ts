import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { nodePath } from '../../scripts/lib/node.mjs';

/** A loopback server in a process of its own. */
export interface Server {
  /** An address that lets one browser in. */
  readonly address: string;
  /** Another one, from a server that gives more when it is sent a line. */
  newAddress(): Promise<string>;
  end(): Promise<void>;
}

/** Starts a script that prints its address. @param data the data folder that the program is to use. */
export async function startServer(script: string, args: readonly string[], data: string): Promise<Server> {
  const child = spawn(nodePath(), [script, ...args], {
    env: { ...process.env, PARLEY_DATA_DIR: data },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const nextAddress = (): Promise<string> =>
    new Promise((resolve, reject) => {
      lines.once('line', (line) => {
        const found = /http:\/\/\S+/.exec(line);
        if (found) resolve(found[0]);
        else reject(new Error(`no address in “${line}”`));
      });
      child.once('exit', (code) => reject(new Error(`${script} ended (${code})`)));
    });
  return {
    address: await nextAddress(),
    newAddress() {
      const address = nextAddress();
      child.stdin.write('\n');
      return address;
    },
    end: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
