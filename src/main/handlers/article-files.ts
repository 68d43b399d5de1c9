import type { Handlers } from '../../shared/api/dispatch.ts';
import { importArticles } from '../files/import-articles.ts';
import { inspectArticles } from '../files/inspect.ts';
import type { Context } from './context.ts';

/** Files that become articles. */
export const inspectHandlers: Pick<Handlers<Context>, 'articles.inspect' | 'articles.import'> = {
  async 'articles.inspect'(context, { files, job }) {
    return { candidates: await context.jobs.run(job, (report) => inspectArticles(context, files, report)) };
  },

  async 'articles.import'(context, { files, job }) {
    context.session.need();
    return context.jobs.run(job, (report) => importArticles(context, files, report));
  },
};
