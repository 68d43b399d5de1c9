import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * How a second start of the same user finds the Parley that holds the project already. Each launch leaves a note in the
 * user's own folder, which nobody else can read: its port, and a secret that is good for asking for an address.
 */

/** Where a launch is asked for another address. */
export const AGAIN = '/again';
/** The header that carries the note's secret. */
export const AGAIN_SECRET = 'x-parley-again';

/** Milliseconds that another launch may take to answer. */
const PATIENCE = 3000;

/** What a running launch knows about those that come later. */
export interface Running {
  /** Whether this is the secret of the note. */
  knows(secret: string): boolean;
  /** Leaves the note, once the port is known. */
  announce(port: number): void;
  /** Takes the note away. */
  withdraw(): void;
}

/** @param folder absolute path of the user's own folder. */
export function createRunning(folder: string): Running {
  const secret = randomBytes(32).toString('base64url');
  let path: string | null = null;
  return {
    knows: (given) => timingSafeEqual(hash(given), hash(secret)),
    announce(port) {
      try {
        mkdirSync(notes(folder), { recursive: true, mode: 0o700 });
        path = join(notes(folder), `${port}.json`);
        rmSync(path, { force: true });
        writeFileSync(path, JSON.stringify({ port, secret }), { mode: 0o600, flag: 'wx' });
      } catch {
        // Without a note a second start says that the project is open; nothing else depends on it.
        path = null;
      }
    },
    withdraw() {
      if (path !== null) rmSync(path, { force: true });
    },
  };
}

/**
 * Asks the launches of this user for a new address of the one that holds the project; null when none of them does.
 * @param folder the user's own folder; @param project absolute path, links resolved.
 */
export async function addressOfRunning(folder: string, project: string): Promise<string | null> {
  for (const note of readNotes(folder)) {
    const address = await ask(note, project);
    if (address !== null) return address;
  }
  return null;
}

interface Note {
  readonly path: string;
  readonly port: number;
  readonly secret: string;
}

function readNotes(folder: string): Note[] {
  try {
    const names = readdirSync(notes(folder)).filter((name) => /^\d+\.json$/.test(name));
    return names.flatMap((name) => readNote(join(notes(folder), name)));
  } catch {
    return [];
  }
}

function readNote(path: string): Note[] {
  try {
    const { port, secret } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return typeof port === 'number' && typeof secret === 'string' ? [{ path, port, secret }] : [];
  } catch {
    return [];
  }
}

/**
 * A launch that was killed leaves its note, which is taken away here. Another program may listen at its port since: whatever it
 * says, but an address of that port, is no.
 */
async function ask({ path, port, secret }: Note, project: string): Promise<string | null> {
  const origin = `http://127.0.0.1:${port}`;
  try {
    const answer = await fetch(origin + AGAIN, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', [AGAIN_SECRET]: secret },
      body: JSON.stringify({ project }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) return null;
    const { address } = (await answer.json()) as Record<string, unknown>;
    return typeof address === 'string' && address.startsWith(`${origin}/?token=`) ? address : null;
  } catch (error) {
    if (isRefused(error)) rmSync(path, { force: true });
    return null;
  }
}

/** Whether nobody listens there. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}

function notes(folder: string): string {
  return join(folder, 'running');
}

function hash(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
