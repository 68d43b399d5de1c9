import { realpathSync, statSync } from 'node:fs';
import { versionOf } from './header.ts';
import { newestVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';

/** Smaller project files are upgraded before anybody would see that it is done. */
const FEW_BYTES = 4_000_000;

/**
 * Whether a file is a project of an earlier schema, and so large that the analyst would wait for the upgrade. False also for what
 * can't be opened: opening it says why.
 */
export function needsLongUpgrade(path: string, atLeast = FEW_BYTES): boolean {
  try {
    const full = realpathSync(path);
    if (statSync(full).size < atLeast) return false;
    const version = versionOf(full);
    return version !== null && version > 0 && version < newestVersion(migrations);
  } catch {
    return false;
  }
}
