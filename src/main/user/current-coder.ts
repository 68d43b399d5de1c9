import type { CoderState } from '../../shared/api/contract.ts';
import { coderTable } from '../db/coders.ts';
import type { Context } from '../handlers/context.ts';

/** The current coder under the name that the open project knows; '' until they were asked. */
export function currentCoder(context: Context): CoderState {
  const { id, name } = context.user.coder();
  const { project } = context.session;
  if (name === '' || !project) return { id, name };
  return { id, name: coderTable(project.db).get(id)?.name ?? name };
}
