import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { coderTable } from '../db/coders.ts';
import { currentCoder } from '../user/current-coder.ts';
import type { Context } from './context.ts';
import { edit } from './layer.ts';

/** Who is coding. */
export const coderHandlers: Pick<Handlers<Context>, 'coder.set'> = {
  'coder.set'(context, { name, mode }) {
    if (mode === 'rename') rename(context, name);
    else switchTo(context, name);
    return currentCoder(context);
  },
};

function rename(context: Context, name: string): void {
  const { id, name: before } = context.user.coder();
  const { project } = context.session;
  if (project) {
    const coders = coderTable(project.db);
    const own = coders.get(id);
    const other = coders.all().find((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
    // Of two whom files brought under names alike, each may keep their own.
    if (other && own?.name !== name) {
      throw new ParleyError(
        'bad-input',
        `“${other.name}” is another coder of this project; two coders of one name couldn’t be told apart.`,
        'Choose another name, or say that this coder codes now.',
      );
    }
    if (own && own.name !== name) {
      // Being asked for a name is no act of coding: only a later correction can be undone.
      const beginning = before === '';
      project.commit(`rename the coder “${own.name}” to “${name}”`, [edit('coder', own, { ...own, name })], {
        beginning,
      });
    }
  }
  context.user.setCoder({ id, name });
}

function switchTo(context: Context, name: string): void {
  const { project } = context.session;
  const known = project ? coderTable(project.db).byName(name) : null;
  if (known) return context.user.setCoder({ id: known.id, name: known.name });
  const current = currentCoder(context);
  // The one who codes already, or this machine's first: nobody new.
  if (current.name.toLowerCase() === name.toLowerCase()) return;
  context.user.setCoder({ id: context.newId(), name });
}
