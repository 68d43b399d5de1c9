import { dirname } from 'node:path';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { checkName, childOf, listFolder } from '../files/folder.ts';
import { knownPlaces } from '../files/places.ts';
import { refuseLarge } from '../files/read.ts';
import type { Context } from './context.ts';

type FileMethod = 'files.places' | 'files.list' | 'files.child' | 'files.hold';

/** Parley's own file chooser, for hosts without dialogs, and files dropped on the window. */
export const fileHandlers: Pick<Handlers<Context>, FileMethod> = {
  async 'files.places'(context) {
    const places = await knownPlaces(context.session.project?.path ?? null);
    return { places: places.map(({ name, path }) => ({ name, folder: context.handles.forPath(path) })) };
  },

  async 'files.list'(context, { folder, show }) {
    const location = context.handles.path(folder);
    const entries = await listFolder(location, show);
    const parent = dirname(location);
    return {
      folder,
      location,
      parent: parent === location ? null : context.handles.forPath(parent),
      entries: entries.map(({ path, ...entry }) => ({ ...entry, file: context.handles.forPath(path) })),
    };
  },

  async 'files.child'(context, { folder, name }) {
    const { path, exists } = await childOf(context.handles.path(folder), name);
    return { file: context.handles.forPath(path), exists };
  },

  'files.hold'(context, { name, base64 }) {
    checkName(name);
    // Four characters carry three bytes: known to be too large before it is decoded.
    refuseLarge(Math.floor((base64.length * 3) / 4) - 2, name);
    if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
      throw new ParleyError('bad-input', `“${name}” didn’t arrive whole.`, 'Drop it on the window again.');
    }
    return { file: context.handles.forBytes(name, Buffer.from(base64, 'base64')) };
  },
};
