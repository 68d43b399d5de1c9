import { ParleyError } from '../../shared/api/errors.ts';
import { projectName } from '../db/project.ts';
import type { UserStore } from '../handlers/context.ts';
import { readSettings, type Stored, writeSettings } from './settings-file.ts';

/** Projects kept in the list of recent ones. */
const MOST_RECENTS = 20;

/**
 * What Parley keeps for this user on this machine. The first start makes the coder's id. Several windows may run: each
 * writes only what it changed.
 * @param folder this user's own folder.
 * @param tools.now ISO 8601, UTC.
 */
export function createUserStore(folder: string, tools: { now(): string; newId(): string }): UserStore {
  const kept = readSettings(folder);
  let mine: Stored = kept ?? {
    coder: { id: tools.newId(), name: '' },
    settings: { theme: 'system', snapToWords: true, proposals: true, keys: {} },
    recents: [],
  };
  // A folder that can't be written to is told when something is to be saved, not at the start.
  if (kept === null) quietly(() => writeSettings(folder, mine));

  function save(change: (stored: Stored) => Stored): void {
    const stored = change(readSettings(folder) ?? mine);
    try {
      writeSettings(folder, stored);
    } catch (error) {
      throw new ParleyError(
        'read-only',
        'Your settings can’t be saved: Parley’s own folder can’t be written to.',
        `Make this folder writable: ${folder}`,
        { cause: error },
      );
    }
    // What another window changed meanwhile is its own affair, apart from the list that all share.
    mine = { ...change(mine), recents: stored.recents };
  }

  return {
    coder: () => mine.coder,
    setCoder: (coder) => save((stored) => ({ ...stored, coder })),
    settings: () => mine.settings,
    saveSettings(change) {
      save((stored) => ({ ...stored, settings: { ...stored.settings, ...change } }));
      return mine.settings;
    },
    recents() {
      const { recents } = readSettings(folder) ?? mine;
      return recents.map(({ location, openedAt }) => ({ name: projectName(location), location, openedAt }));
    },
    remember(path) {
      const entry = { location: path, openedAt: tools.now() };
      // Not being remembered must not keep a project from opening.
      quietly(() =>
        save((stored) => {
          const others = stored.recents.filter(({ location }) => location !== path);
          return { ...stored, recents: [entry, ...others].slice(0, MOST_RECENTS) };
        }),
      );
    },
  };
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Told where it matters.
  }
}
