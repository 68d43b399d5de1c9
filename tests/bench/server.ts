import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
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
  const nextAddress = async (): Promise<string> => {
    const line = await nextLine(lines);
    const found = line === null ? null : /http:\/\/\S+/.exec(line);
    if (found) return found[0];
    throw new Error(line === null ? `${script} ended` : `no address in “${line}”`);
  };
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

/** The next line, or null when there is none any more. */
function nextLine(lines: Interface): Promise<string | null> {
  return new Promise((resolve) => {
    const read = (line: string): void => {
      lines.off('close', close);
      resolve(line);
    };
    const close = (): void => {
      lines.off('line', read);
      resolve(null);
    };
    lines.once('line', read);
    lines.once('close', close);
  });
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
