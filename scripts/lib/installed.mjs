import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Whether node_modules holds what package-lock.json names: the same version of everything but optional packages, which
 * are left out on other systems.
 * @param {string} [root]
 */
export function isInstalled(root = ROOT) {
  const wanted = packages(join(root, 'package-lock.json'));
  const there = packages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = there[path];
    if (found)
      return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path));
    return Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean}> | null}
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
