import { errorInfo } from '../shared/api/errors.ts';
import type { Dispatch } from '../shared/api/dispatch.ts';
import { needsLongUpgrade } from './db/upgrade.ts';
import type { Context } from './handlers/context.ts';

/**
 * Opens what Parley starts with: the project named, else the one opened last, else the sample. One that can't be opened
 * is told in `context.startProblem`, and no other is opened in its stead. One that takes long to be upgraded is left to the window,
 * in `context.startWith`.
 * @param path absolute path of a project file, or null when none was named.
 * @returns the path that was wanted, open or not; null for the sample.
 */
export async function openAtStart(
  core: { context: Context; dispatch: Dispatch },
  path: string | null,
): Promise<string | null> {
  const { context, dispatch } = core;
  const wanted = path ?? context.user.recents()[0]?.location ?? null;
  try {
    if (wanted === null) await dispatch('project.openSample', { fresh: false });
    else if (needsLongUpgrade(wanted)) context.startWith = context.handles.forPath(wanted);
    else await dispatch('project.open', { file: context.handles.forPath(wanted) });
  } catch (error) {
    context.startProblem = errorInfo(error);
  }
  return wanted;
}
