import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCore, type Core } from '../../src/main/core.ts';
import { type Client, createClient } from '../../src/shared/api/client.ts';
import type { Events, FileHandle } from '../../src/shared/api/contract.ts';

/** A core over a temporary folder, spoken to by its contract. */
export interface FilesWorld {
  readonly core: Core;
  readonly client: Client;
  /** The temporary folder. */
  readonly folder: string;
  readonly events: Events['job'][];
  handle(...names: string[]): FileHandle;
  close(): void;
}

export function makeFilesWorld(onJob: (event: Events['job'], core: Core) => void = () => {}): FilesWorld {
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
  const events: Events['job'][] = [];
  const core = createCore({
    dataFolder: join(folder, '.data'),
    resources: resolve('resources'),
    version: '0.0.0',
    emit(event, payload) {
      if (event !== 'job') return;
      events.push(payload);
      onJob(payload, core);
    },
  });
  return {
    core,
    client: createClient({ call: (method, input) => core.dispatch(method, input), listen: () => () => {} }),
    folder,
    events,
    handle: (...names) => core.context.handles.forPath(join(folder, ...names)),
    close() {
      core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
