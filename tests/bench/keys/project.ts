import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { createCore } from '../../../src/main/core.ts';

/** A project with the sample's articles, nothing coded in them. */
export interface KeysProject {
  readonly file: string;
  readonly dataFolder: string;
}

const CODER = 'Bench';

/**
 * Makes it through the core.
 * @param folder absolute path of an empty folder; @param proposals whether the program proposes anything.
 */
export async function makeKeysProject(folder: string, proposals: boolean): Promise<KeysProject> {
  const dataFolder = join(folder, 'data');
  const file = join(folder, 'Keys.parley');
  const core = createCore({ dataFolder, resources: '', version: '0', emit: () => undefined });
  try {
    await core.dispatch('coder.set', { name: CODER, mode: 'rename' });
    await core.dispatch('app.saveSettings', { proposals });
    core.context.session.create(file);
    const sample = core.context.handles.forPath(join(ROOT, 'resources', 'sample', 'articles'));
    const { candidates } = (await core.dispatch('articles.inspect', { files: [sample], job: 'inspect' })) as {
      candidates: {
        file: string;
        title: string;
        outlet: string;
        date: string;
        author: string;
        url: string;
        language: string;
      }[];
    };
    const files = candidates.map(({ file: handle, title, outlet, date, author, url, language }) => ({
      file: handle,
      fields: { title, outlet, date, author, url, language },
    }));
    await core.dispatch('articles.import', { files, job: 'import' });
    return { file, dataFolder };
  } finally {
    core.close();
  }
}

/** How many claims of the project have a claimant. */
export async function countLinked({ file, dataFolder }: KeysProject): Promise<number> {
  const core = createCore({ dataFolder, resources: '', version: '0', emit: () => undefined });
  try {
    const { db } = core.context.session.open(file);
    return db.prepare("SELECT count(DISTINCT claim_id) FROM link WHERE role = 'claimant'").pluck().get() as number;
  } finally {
    core.close();
  }
}
