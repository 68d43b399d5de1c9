import type { AppState } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { existsSync } from 'node:fs';
import { currentCoder } from '../user/current-coder.ts';
import type { Context } from './context.ts';

export const appHandlers: Pick<Handlers<Context>, 'app.state' | 'app.saveSettings'> = {
  'app.state': (context): AppState => ({
    version: context.version,
    coder: currentCoder(context),
    settings: context.user.settings(),
    project: context.session.project?.info() ?? null,
    recents: context.user.recents().map((recent) => ({
      ...recent,
      file: context.handles.forPath(recent.location),
      missing: !existsSync(recent.location),
    })),
    startProblem: context.startProblem,
    startWith: context.startWith,
  }),

  'app.saveSettings'(context, { theme, snapToWords, proposals, keys }) {
    return context.user.saveSettings({
      ...(theme !== undefined && { theme }),
      ...(snapToWords !== undefined && { snapToWords }),
      ...(proposals !== undefined && { proposals }),
      ...(keys !== undefined && { keys }),
    });
  },
};
