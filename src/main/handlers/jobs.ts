import type { Handlers } from '../../shared/api/dispatch.ts';
import type { Context } from './context.ts';

export const jobHandlers: Pick<Handlers<Context>, 'jobs.cancel'> = {
  'jobs.cancel'(context, { job }) {
    context.jobs.cancel(job);
    return {};
  },
};
