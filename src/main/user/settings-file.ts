import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ChangedKeysSchema, CoderNameSchema } from '../../shared/model/schemas.ts';

const Stored = z.object({
  coder: z.object({ id: z.string().min(1).max(100), name: z.union([z.literal(''), CoderNameSchema]) }),
  settings: z.object({
    theme: z.enum(['system', 'light', 'dark']),
    snapToWords: z.boolean(),
    proposals: z.boolean().catch(true),
    keys: ChangedKeysSchema.catch({}),
  }),
  recents: z.array(z.object({ location: z.string(), openedAt: z.string() })),
});

/** What `settings.json` holds. */
export type Stored = z.infer<typeof Stored>;

const NAME = 'settings.json';

/**
 * The settings as they lie in the folder, or null when there are none. A file that can't be understood is set aside as
 * `settings.broken-….json`, so that nothing in it is lost and the start goes on.
 */
export function readSettings(folder: string): Stored | null {
  const path = join(folder, NAME);
  let found: string;
  try {
    found = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const parsed = Stored.safeParse(parseJson(found));
  if (parsed.success) return parsed.data;
  setAside(folder, path);
  return null;
}

/** Writes the settings beside the old ones and then puts them in their place: a crash leaves either, never a half. */
export function writeSettings(folder: string, stored: Stored): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  const partial = `${path}.${process.pid}.partial`;
  try {
    const file = openSync(partial, 'w', 0o600);
    try {
      writeSync(file, `${JSON.stringify(stored, null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function setAside(folder: string, path: string): void {
  let aside = join(folder, 'settings.broken.json');
  for (let n = 2; existsSync(aside); n++) aside = join(folder, `settings.broken-${n}.json`);
  try {
    renameSync(path, aside);
  } catch {
    // It will be written over; the start matters more.
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
