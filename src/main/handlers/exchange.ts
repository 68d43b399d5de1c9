import type { Handlers } from '../../shared/api/dispatch.ts';
import { formats } from '../../shared/formats/registry.ts';
import { completeOptions, writableFormat } from '../exchange/options.ts';
import { importAnnotated, inspectAnnotated } from '../exchange/import.ts';
import { exportAside, previewAside } from '../exchange/tasks.ts';
import { byName } from '../../shared/text/by-name.ts';
import { unwatched } from '../files/jobs.ts';
import type { Context } from './context.ts';

type ExchangeMethod = 'exchange.formats' | 'exchange.preview' | 'exchange.write' | 'exchange.inspect' | 'exchange.read';

/** Datasets out, annotated files in. */
export const exchangeHandlers: Pick<Handlers<Context>, ExchangeMethod> = {
  'exchange.formats': () => ({ formats: formats.map((format) => format.info) }),

  async 'exchange.preview'(context, input) {
    const project = context.session.need();
    const { info } = writableFormat(input.format);
    const options = completeOptions(info, input.options, 'write');
    const order = { projectPath: project.path, format: info.id, options, exportedAt: context.now() };
    return previewAside(order, project.db);
  },

  async 'exchange.write'(context, input) {
    const project = context.session.need();
    const { info } = writableFormat(input.format);
    const options = completeOptions(info, input.options, 'write');
    const folder = context.handles.path(input.folder);
    const order = { projectPath: project.path, format: info.id, folder, options, exportedAt: context.now() };
    return context.jobs.run(input.job, (report) => exportAside(order, report));
  },

  async 'exchange.inspect'(context, { format, files, mapping, options }) {
    context.session.need();
    const held = files.map((file) => context.handles.resolve(file));
    const { units, losses, types, roles } = await inspectAnnotated(
      context,
      { format, files: held, mapping, options },
      unwatched,
    );
    const annotations = units.flatMap((unit) => unit.annotations);
    return {
      articles: units.length,
      annotations: annotations.length,
      links: units.reduce((sum, unit) => sum + unit.links.length, 0),
      coders: [...new Set(annotations.map((annotation) => annotation.coder))].sort(byName),
      losses,
      types,
      roles,
    };
  },

  async 'exchange.read'(context, { format, files, mapping, options, job }) {
    context.session.need();
    const held = files.map((file) => context.handles.resolve(file));
    return context.jobs.run(job, (report) =>
      importAnnotated(context, { format, files: held, mapping, options }, report),
    );
  },
};
