import type { Handlers } from '../../shared/api/dispatch.ts';
import type { Context } from './context.ts';

export const historyHandlers: Pick<Handlers<Context>, 'history.undo' | 'history.leave' | 'history.redo'> = {
  'history.undo': (context) => context.session.need().undo(),
  'history.leave': (context) => context.session.need().leave(),
  'history.redo': (context) => context.session.need().redo(),
};
